package org.sharedregistry.regime;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Which codes of OKPD2, OKRB 007 and the TN VED stand for the same goods, as a hint and never as proof. OKPD2 and OKRB 007
 * have codes of the same form that are not the same. Each version is a file and holds from its own day on.
 */
@Component
class Crosswalk {

    private final List<Row> rows = new ArrayList<>();

    Crosswalk() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:crosswalk/crosswalk-*.csv")) {
                rows.addAll(read(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The crosswalk of codes cannot be read", e);
        }
    }

    /**
     * The rows of the newest version on a day whose code, in one of the classifiers, stands for a code or is stood for by
     * it.
     */
    List<Row> of(Function<Row, String> classifier, String code, LocalDate day) {
        return rows.stream()
                .filter(row -> !row.validFrom.isAfter(day))
                .map(Row::validFrom)
                .max(Comparator.naturalOrder())
                .map(newest -> rows.stream()
                        .filter(row -> row.validFrom.equals(newest))
                        .filter(row -> overlap(classifier.apply(row), code))
                        .toList())
                .orElse(List.of());
    }

    private static boolean overlap(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static List<Row> read(Resource file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return format.parse(in).stream().map(Row::of).toList();
        }
    }

    /** @param source on what the row rests */
    record Row(LocalDate validFrom, String okpd2, String okrb, String hs, String source) {

        private static Row of(CSVRecord row) {
            return new Row(
                    LocalDate.parse(row.get("validFrom")),
                    row.get("okpd2"),
                    row.get("okrb"),
                    row.get("hs"),
                    row.get("source"));
        }
    }
}
