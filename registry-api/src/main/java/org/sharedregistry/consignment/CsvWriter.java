package org.sharedregistry.consignment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.listing.CsvRows;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.verification.Answer;
import org.springframework.http.ProblemDetail;

/** A row a line, for those who want a table: what can be said flat. It has no summary; the lines can be counted. */
final class CsvWriter implements AnswerWriter {

    private static final List<String> COLUMNS = List.of(
            "line",
            "lineId",
            "number",
            "documentStatus",
            "verdict",
            "registryNumbers",
            "blockingReasons",
            "findings",
            "repeats",
            "error");

    private final CsvRows rows;

    CsvWriter(OutputStream out) throws IOException {
        this.rows = new CsvRows(out, COLUMNS);
    }

    @Override
    public void item(Item item) throws IOException {
        Answer answer = item.answer();
        rows.row(
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
        rows.row(null, null, null, null, null, null, null, null, null, problem.getDetail());
        rows.flush();
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
