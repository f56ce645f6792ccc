package org.sharedregistry.judged;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sharedregistry.judged.Judgement.Subject;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Reads the judged queries; {@code demo.yaml} tells how they are graded. */
final class JudgedSet {

    private static final Set<String> FIELDS = Set.of("ask", "kind", "of", "held-out");
    private static final Set<Integer> GRADES = Set.of(1, 2, 3);

    private JudgedSet() {}

    /** The queries that need nothing but the demo. */
    static List<Judgement> demo() {
        return read("demo.yaml");
    }

    /** The queries about real documents beside those of the demo. */
    static List<Judgement> corpus() {
        return read("corpus.yaml");
    }

    /** The documents that the queries of {@link #corpus} are about, in the order in which they are filed. */
    static List<Path> documents(Path corpus) throws IOException {
        try (Stream<Path> real = Files.list(corpus.resolve("real"));
                Stream<Path> odd = Files.list(corpus.resolve("odd"))) {
            return Stream.concat(real, odd).sorted().toList();
        }
    }

    private static List<Judgement> read(String name) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (InputStream file = Objects.requireNonNull(JudgedSet.class.getResourceAsStream(name), name)) {
            List<Map<Object, Object>> queries = new Yaml(strict).load(file);
            return queries.stream().map(JudgedSet::judgement).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Judgement judgement(Map<Object, Object> fields) {
        Map<String, Integer> grades = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name instanceof Integer grade && GRADES.contains(grade)) {
                for (Object each : (List<?>) value) {
                    if (grades.put((String) each, grade) != null) {
                        throw new IllegalArgumentException(each + " is graded twice in " + fields);
                    }
                }
            } else if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("Not a field: " + name + " in " + fields);
            }
        });
        return new Judgement(
                text(fields, "ask"),
                text(fields, "kind"),
                Subject.valueOf(text(fields, "of").toUpperCase(Locale.ROOT)),
                fields.containsKey("held-out"),
                grades);
    }

    private static String text(Map<Object, Object> fields, String name) {
        return (String) Objects.requireNonNull(fields.get(name), () -> name + " in " + fields);
    }
}
