package org.sharedregistry.goods;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;

/**
 * What a manufacturer says of its goods: the content of one version of an entry.
 *
 * @param names by language ({@code ru}, {@code be}, {@code en}); at least one
 * @param models designations as printed on the goods
 * @param hs codes of the TN VED, 4 to 10 digits
 * @param okpd2 codes as printed, with dots
 * @param okrb codes of OKRB 007, which look like OKPD2 and are not
 * @param gtins 8, 12, 13 or 14 digits
 * @param regulations as written, such as {@code ТР ТС 004/2011}
 * @param sites ids of the production sites; empty when they are not told apart
 */
public record GoodsDescription(
        Map<String, String> names,
        @Nullable String description,
        Set<String> models,
        Set<String> hs,
        Set<String> okpd2,
        Set<String> okrb,
        Set<String> gtins,
        Set<String> regulations,
        Set<UUID> sites) {

    private static final Set<String> LANGUAGES = Set.of("ru", "be", "en");
    private static final Pattern HS = Pattern.compile("\\d{4}(\\d{2}(\\d{2,4})?)?");
    private static final Pattern DOTTED = Pattern.compile("\\d{2}(\\.\\d{1,2}(\\.\\d{1,2}(\\.\\d{3})?)?)?");
    private static final Pattern GTIN = Pattern.compile("\\d{8}|\\d{12,14}");
    private static final int LONGEST_TEXT = 5_000;
    private static final int MOST_VALUES = 200;

    public GoodsDescription {
        names = names == null ? Map.of() : Map.copyOf(names);
        models = copy(models);
        hs = copy(hs);
        okpd2 = copy(okpd2);
        okrb = copy(okrb);
        gtins = copy(gtins);
        regulations = copy(regulations);
        sites = copy(sites);
        checkNames(names);
        if (description != null && description.length() > LONGEST_TEXT) {
            throw RegistryProblem.field("/description", "A description has at most " + LONGEST_TEXT + " characters.");
        }
        checkEach("/models", models, text -> !text.isBlank() && text.length() <= 200, "1 to 200 characters");
        checkEach("/hs", hs, HS.asMatchPredicate(), "4, 6, 8, 9 or 10 digits without spaces, such as 8418102001");
        checkEach("/okpd2", okpd2, DOTTED.asMatchPredicate(), "a code such as 27.51.11.110");
        checkEach("/okrb", okrb, DOTTED.asMatchPredicate(), "a code such as 27.51.11.110");
        checkEach("/gtins", gtins, GTIN.asMatchPredicate(), "8, 12, 13 or 14 digits");
        checkEach("/regulations", regulations, text -> !text.isBlank() && text.length() <= 100, "1 to 100 characters");
    }

    /** The name in a language, or else in the first one there is of Russian, Belarusian and English. */
    public String name(String language) {
        return List.of(language, "ru", "be", "en").stream()
                .filter(names::containsKey)
                .findFirst()
                .map(names::get)
                .orElseThrow();
    }

    private static void checkNames(Map<String, String> names) {
        if (names.isEmpty() || !LANGUAGES.containsAll(names.keySet())) {
            throw RegistryProblem.field("/names", "Give a name in at least one of the languages ru, be and en.");
        }
        names.forEach((language, name) -> {
            if (name.isBlank() || name.length() > 500) {
                throw RegistryProblem.field("/names/" + language, "A name has 1 to 500 characters.");
            }
        });
    }

    private static void checkEach(String pointer, Set<String> values, Predicate<String> fits, String form) {
        if (values.size() > MOST_VALUES) {
            throw RegistryProblem.field(pointer, "At most " + MOST_VALUES + " values are taken.");
        }
        for (String value : values) {
            if (!fits.test(value)) {
                String shown = value.length() <= 40 ? value : value.substring(0, 40) + "…";
                throw RegistryProblem.field(pointer, "\"" + shown + "\" is not " + form + ".");
            }
        }
    }

    private static <T> Set<T> copy(@Nullable Set<T> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
