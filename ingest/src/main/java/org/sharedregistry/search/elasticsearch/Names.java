package org.sharedregistry.search.elasticsearch;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What indices and aliases are called: an index {@code <prefix>-f<form>-<half>-<generation>}, an alias {@code
 * <prefix>-f<form>-<role>-<half>}. Searches and writes know the aliases alone, so that a generation is exchanged for all
 * processes at once, and one of another form is never seen.
 */
final class Names {

    private static final Pattern ESCAPED = Pattern.compile("_(.)");

    private final String ofThisForm;
    private final String ofAnyForm;
    private final Pattern index;

    Names(String prefix) {
        ofThisForm = prefix + "-f" + Fields.FORM + "-";
        ofAnyForm = prefix + "-f*";
        index = Pattern.compile(prefix + "-f\\d+-(public|restricted)-.+");
    }

    /** A pattern for every index of this registry, to be looked through with {@link #isIndex}. */
    String all() {
        return ofAnyForm;
    }

    boolean isIndex(String name) {
        return index.matcher(name).matches();
    }

    String index(String generation, Half half) {
        return before(half) + escaped(generation);
    }

    /** The generation that an index belongs to, if it is of the current form. */
    Optional<String> generation(String index, Half half) {
        return index.startsWith(before(half))
                ? Optional.of(unescaped(index.substring(before(half).length())))
                : Optional.empty();
    }

    String alias(Role role, Half half) {
        return ofThisForm + lower(role) + "-" + lower(half);
    }

    private String before(Half half) {
        return ofThisForm + lower(half) + "-";
    }

    /** Elasticsearch takes no capital letters; each becomes a small one behind a {@code _}. */
    private static String escaped(String generation) {
        return generation.replaceAll("[A-Z_]", "_$0").toLowerCase(Locale.ROOT);
    }

    private static String unescaped(String escaped) {
        return ESCAPED.matcher(escaped).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
