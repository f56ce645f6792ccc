package org.sharedregistry.scans;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.sharedregistry.paper.Field;

/** What a person read on real documents: the table TRUTH.csv of their folder. Fields that it leaves empty are not known. */
final class CorpusTruth {

    /** Behind {@code ИНН} or {@code ОГРН}. */
    private static final Pattern ID = Pattern.compile("(?<=ИНН |ОГРН )\\d{10,15}");

    private static final Pattern ACCREDITATION = Pattern.compile(" (?=(?:RA|РОСС) ?\\.?RU)");

    /** One number, its day; the table abbreviates several, and those are not judged. */
    private static final Pattern REPORT = Pattern.compile("(?<number>[^, ]*?) от (?<day>\\S+)");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private CorpusTruth() {}

    static List<JudgedDocument> documents(Path corpus) throws IOException {
        try (Reader table = Files.newBufferedReader(corpus.resolve("TRUTH.csv"))) {
            return FORMAT.parse(table).stream()
                    .map(row -> JudgedDocument.of(corpus.resolve(row.get("file")), expected(row)))
                    .toList();
        }
    }

    private static Expected expected(CSVRecord row) {
        Map<Field, List<String>> values = new EnumMap<>(Field.class);
        values.put(Field.NUMBER, split(row.get("number")));
        // Certificates print it as the first day of their validity.
        values.put(
                row.get("kind").contains("certificate") ? Field.VALID_FROM : Field.ISSUED,
                split(row.get("issue_or_registration_date")));
        values.put(Field.VALID_TO, split(row.get("valid_to")));
        values.put(Field.HS, split(row.get("tnved")));
        values.put(Field.OKPD2, split(row.get("okpd2")));
        // Standards are not listed in full.
        values.put(
                Field.REGULATION,
                split(row.get("regulation_or_standard")).stream()
                        .filter(each -> each.startsWith("ТР "))
                        .toList());
        values.put(Field.APPLICANT, split(row.get("applicant")));
        values.put(Field.APPLICANT_ID, ids(row.get("applicant_id")));
        values.put(Field.MANUFACTURER, split(row.get("manufacturer").replaceFirst(" ОГРН .*", "")));
        values.put(Field.MANUFACTURER_ID, ids(row.get("manufacturer")));
        String[] laboratory = ACCREDITATION.split(row.get("laboratory"), 2);
        values.put(Field.LABORATORY, split(laboratory[0]));
        values.put(Field.LABORATORY_ACCREDITATION, laboratory.length > 1 ? List.of(laboratory[1]) : List.of());
        Matcher report = REPORT.matcher(row.get("test_report"));
        if (report.matches() && !report.group("number").contains("..")) {
            values.put(Field.TEST_REPORT, List.of(report.group("number")));
            values.put(Field.TEST_REPORT_DATE, List.of(report.group("day")));
        }
        values.values().removeIf(List::isEmpty);
        return new Expected(values);
    }

    private static List<String> split(String cell) {
        return Stream.of(cell.split("; ")).filter(each -> !each.isBlank()).toList();
    }

    private static List<String> ids(String cell) {
        return ID.matcher(cell).results().map(MatchResult::group).toList();
    }
}
