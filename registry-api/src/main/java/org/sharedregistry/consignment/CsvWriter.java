package org.sharedregistry.consignment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.verification.Answer;
import org.springframework.http.ProblemDetail;

/** A row a line, for those who want a table: what can be said flat. It has no summary; the lines can be counted. */
final class CsvWriter implements AnswerWriter {

    private static final String[] COLUMNS = {
        "line",
        "lineId",
        "number",
        "documentStatus",
        "verdict",
        "registryNumbers",
        "blockingReasons",
        "findings",
        "repeats",
        "error"
    };

    /** What programs for tables take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private final CSVPrinter rows;

    CsvWriter(OutputStream out) throws IOException {
        this.rows = new CSVPrinter(
                new OutputStreamWriter(out, StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setHeader(COLUMNS).get());
    }

    @Override
    public void item(Item item) throws IOException {
        Answer answer = item.answer();
        row(
                item.line(),
                item.lineId(),
                item.number(),
                answer == null || answer.document() == null
                        ? null
                        : answer.document().status(),
                answer == null ? null : answer.verdict(),
                answer == null
                        ? null
                        : words(answer.matches().stream()
                                .map(match -> match.goods().registryNumber())),
                answer == null ? null : words(blocking(answer)),
                words(item.findings().stream().map(finding -> finding.code().name())),
                item.repeats(),
                item.problem() == null ? null : item.problem().getDetail());
    }

    @Override
    public void flush() throws IOException {
        rows.flush();
    }

    @Override
    public void end(Summary summary) throws IOException {
        rows.flush();
    }

    @Override
    public void breakOff(ProblemDetail problem) throws IOException {
        row(null, null, null, null, null, null, null, null, null, problem.getDetail());
        rows.flush();
    }

    private void row(@Nullable Object... cells) throws IOException {
        rows.printRecord(Stream.of(cells).map(CsvWriter::cell));
    }

    private static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static Stream<String> blocking(Answer answer) {
        return answer.matches().stream()
                .flatMap(match -> match.reasons().stream())
                .filter(reason -> reason.effect() == Reason.Effect.BLOCKS)
                .map(reason -> reason.code().name());
    }

    private static String words(Stream<String> words) {
        return words.distinct().collect(Collectors.joining(" "));
    }
}
