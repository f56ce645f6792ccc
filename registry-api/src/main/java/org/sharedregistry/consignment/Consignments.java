package org.sharedregistry.consignment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.pipeline.Incoming;
import org.sharedregistry.problem.ProblemDocument;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.verification.Answer;
import org.sharedregistry.verification.Verification;
import org.sharedregistry.verification.VerificationQuery;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;

/** Reads batches whole before the first line is answered, and then answers some lines at a time. */
@Service
final class Consignments {

    static final int LINES_AT_ONCE = 500;

    private final List<BatchReader> readers;
    private final ConsignmentSettings settings;
    private final Incoming incoming;
    private final Questions questions;
    private final Verification verification;
    private final LineFindings findings;
    private final RecordLog log;
    private final Clock clock;

    Consignments(
            List<BatchReader> readers,
            ConsignmentSettings settings,
            Incoming incoming,
            Questions questions,
            Verification verification,
            LineFindings findings,
            RecordLog log,
            Clock clock) {
        this.readers = readers;
        this.settings = settings;
        this.incoming = incoming;
        this.questions = questions;
        this.verification = verification;
        this.findings = findings;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Reads a batch. It is never held in memory whole, only what its lines say.
     *
     * @throws RegistryProblem when it cannot be read, or is more than the caller may send
     */
    List<Line> read(Caller caller, MediaType form, InputStream content) throws IOException {
        Batch batch = new Batch(Allowance.of(caller, settings));
        try (InputStream bounded = batch.allowance().bounded(content);
                Incoming.Received received = incoming.receive(bounded)) {
            readerOf(form).read(received.file(), form, batch);
        }
        return lines(batch);
    }

    /**
     * Takes in lines that were read elsewhere.
     *
     * @throws RegistryProblem when there are none, or more than the caller may send
     */
    List<Line> lines(Caller caller, Stream<Map<String, String>> values) {
        Batch batch = new Batch(Allowance.of(caller, settings));
        values.forEach(batch::add);
        return lines(batch);
    }

    /** Answers all lines as known at one moment, in their order. */
    Summary answer(Caller caller, List<Line> lines, BatchDefaults defaults, AnswerWriter out) throws IOException {
        Instant moment = moment();
        Consumer<VerificationQuery> check = verification.check();
        Summary.Count count = new Summary.Count();
        for (int from = 0; from < lines.size(); from += LINES_AT_ONCE) {
            List<Line> some = lines.subList(from, Math.min(from + LINES_AT_ONCE, lines.size()));
            for (Item item : items(caller, some, defaults, moment, check)) {
                out.item(item);
                count.add(item);
            }
            out.flush();
        }
        return count.summary();
    }

    private static List<Line> lines(Batch batch) {
        if (batch.lines().isEmpty()) {
            throw new RegistryProblem(ProblemType.MALFORMED_BODY, "The batch has no line.");
        }
        return batch.lines();
    }

    private BatchReader readerOf(MediaType form) {
        return readers.stream()
                .filter(reader -> reader.form().equalsTypeAndSubtype(form))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No reader of " + form));
    }

    /** Never in the future, should the database's clock be ahead. */
    private Instant moment() {
        Instant newest = log.newest().at();
        Instant now = clock.instant();
        return newest.isAfter(now) ? now : newest;
    }

    private List<Item> items(
            Caller caller,
            List<Line> lines,
            BatchDefaults defaults,
            Instant moment,
            Consumer<VerificationQuery> check) {
        List<Asked> asked = lines.stream()
                .map(line -> questions.ask(line, defaults, moment, check))
                .toList();
        Iterator<Answer> answers = verification
                .answers(
                        caller,
                        asked.stream()
                                .map(Asked::question)
                                .flatMap(Stream::ofNullable)
                                .toList())
                .iterator();
        return asked.stream()
                .map(each -> item(each, each.question() == null ? null : answers.next()))
                .toList();
    }

    private Item item(Asked asked, @Nullable Answer answer) {
        Line line = asked.line();
        return new Item(
                line.number(),
                line.value(LineFields.LINE_ID),
                line.value("number"),
                answer,
                asked.problem() == null ? null : ProblemDocument.detail(asked.problem()),
                findings.of(line, answer, asked.language()),
                line.repeats(),
                Item.Transport.of(line));
    }
}
