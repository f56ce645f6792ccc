package org.sharedregistry.pages.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.problem.RegistryProblem;

/**
 * What was typed about goods, as it was typed. Several values stand on a line each; codes may be parted by commas too.
 *
 * @param etag of the entry that was seen; null for a new one
 * @param key that lets a form that was sent twice count once
 * @param document from which the goods are entered
 */
public record GoodsForm(
        @Nullable String regime,
        @Nullable String nameRu,
        @Nullable String nameBe,
        @Nullable String nameEn,
        @Nullable String description,
        @Nullable String models,
        @Nullable String hs,
        @Nullable String okpd2,
        @Nullable String okrb,
        @Nullable String gtins,
        @Nullable String regulations,
        @Nullable List<UUID> sites,
        @Nullable String etag,
        @Nullable String key,
        @Nullable UUID document) {

    private static final Pattern LINES = Pattern.compile("\\R|;");
    private static final Pattern CODES = Pattern.compile("\\R|[;,]|\\s+");
    private static final Map<String, String> ANY_NAME = Map.of("ru", "—");

    static GoodsForm blank(String regime) {
        return new GoodsForm(
                regime, null, null, null, null, null, null, null, null, null, null, List.of(), null, newKey(), null);
    }

    /** What is recorded, to be changed. */
    static GoodsForm of(String regime, GoodsDescription recorded, String etag) {
        return new GoodsForm(
                regime,
                recorded.names().get("ru"),
                recorded.names().get("be"),
                recorded.names().get("en"),
                recorded.description(),
                lines(recorded.models()),
                lines(recorded.hs()),
                lines(recorded.okpd2()),
                lines(recorded.okrb()),
                lines(recorded.gtins()),
                lines(recorded.regulations()),
                List.copyOf(recorded.sites()),
                etag,
                newKey(),
                null);
    }

    /** What a paper says of goods, to be looked through. */
    static GoodsForm of(String regime, Map<String, Object> read, UUID document) {
        Map<?, ?> names = read.get("names") instanceof Map<?, ?> found ? found : Map.of();
        return new GoodsForm(
                regime,
                text(names.get("ru")),
                text(names.get("be")),
                text(names.get("en")),
                null,
                text(read.get("models")),
                text(read.get("hs")),
                text(read.get("okpd2")),
                text(read.get("okrb")),
                text(read.get("gtins")),
                text(read.get("regulations")),
                List.of(),
                null,
                newKey(),
                document);
    }

    /** The same with the newest state of the entry seen. */
    GoodsForm seen(String newest) {
        return new GoodsForm(
                regime,
                nameRu,
                nameBe,
                nameEn,
                description,
                models,
                hs,
                okpd2,
                okrb,
                gtins,
                regulations,
                sites,
                newest,
                newKey(),
                document);
    }

    /** The names of the fields that the registry would not take, all of them. */
    Set<String> wrong() {
        Set<String> wrong = new LinkedHashSet<>();
        for (Optional<String> next = refused(wrong); next.isPresent(); next = refused(wrong)) {
            wrong.add(next.get());
        }
        return wrong;
    }

    /** @throws RegistryProblem INVALID_FIELD when one of the fields is wrong */
    GoodsDescription description(Set<String> leftOut) {
        return new GoodsDescription(
                leftOut.contains("names") ? ANY_NAME : names(),
                leftOut.contains("description") || description == null || description.isBlank() ? null : description,
                values("models", models, LINES, leftOut),
                values("hs", hs, CODES, leftOut),
                values("okpd2", okpd2, CODES, leftOut),
                values("okrb", okrb, CODES, leftOut),
                values("gtins", gtins, CODES, leftOut),
                values("regulations", regulations, LINES, leftOut),
                sites == null ? Set.of() : Set.copyOf(sites));
    }

    public boolean makesAt(UUID site) {
        return sites != null && sites.contains(site);
    }

    private Optional<String> refused(Set<String> known) {
        try {
            description(known);
            return Optional.empty();
        } catch (RegistryProblem problem) {
            String pointer = String.valueOf(problem.member("pointer").orElseThrow(() -> problem));
            return Optional.of(pointer.split("/", -1)[1]);
        }
    }

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        put(names, "ru", nameRu);
        put(names, "be", nameBe);
        put(names, "en", nameEn);
        return names;
    }

    private static void put(Map<String, String> names, String language, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            names.put(language, name.strip());
        }
    }

    private static Set<String> values(String name, @Nullable String typed, Pattern parted, Set<String> leftOut) {
        if (typed == null || leftOut.contains(name)) {
            return Set.of();
        }
        return Arrays.stream(parted.split(typed))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
    }

    private static @Nullable String text(@Nullable Object read) {
        if (read instanceof Set<?> several) {
            List<String> values = new ArrayList<>();
            several.forEach(each -> values.add(String.valueOf(each)));
            return String.join("\n", values);
        }
        return read == null ? null : read.toString();
    }

    private static String lines(Set<String> values) {
        return String.join("\n", new TreeSet<>(values));
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }
}
