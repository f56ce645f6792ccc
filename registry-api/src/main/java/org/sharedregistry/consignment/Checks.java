package org.sharedregistry.consignment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.listing.CsvRows;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Checks of consignments for people: begun once, worked on in the background, looked at page by page, and forgotten after
 * a while.
 */
@Service
public class Checks implements DisposableBean {

    public static final int ROWS_ON_A_PAGE = 50;

    private static final Logger log = LoggerFactory.getLogger(Checks.class);

    private static final Map<String, MediaType> FORMS =
            Map.of("csv", MediaType.valueOf(BatchReader.CSV), "xlsx", MediaType.valueOf(BatchReader.WORKBOOK));

    private static final int ID_BYTES = 16;
    private static final int WORKERS = 2;
    /** Each waits with its lines in memory. */
    private static final int MOST_WAITING = 4;

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KEPT_OF_NOBODY = Duration.ofHours(1);

    private final Consignments consignments;
    private final Questions questions;
    private final KeptChecks kept;
    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(WORKERS, WORKERS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING));

    Checks(Consignments consignments, Questions questions, KeptChecks kept) {
        this.consignments = consignments;
        this.questions = questions;
        this.kept = kept;
    }

    /**
     * Begins to check the documents of box 44.
     *
     * @return its id
     * @throws RegistryProblem when there are none, or more than the caller may send
     */
    public String begin(Caller caller, Box44 box, Check.Terms terms) throws IOException {
        return begin(caller, consignments.lines(caller, box.documents().stream().map(Checks::values)), terms);
    }

    /**
     * Begins to check a table of lines.
     *
     * @param name of the file; its ending says what it is: {@code csv} or {@code xlsx}
     * @return the id of the check
     * @throws RegistryProblem when the file cannot be read, or is more than the caller may send
     */
    public String begin(Caller caller, String name, InputStream content, Check.Terms terms) throws IOException {
        MediaType form = FORMS.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (form == null) {
            throw new RegistryProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "A file of lines ends in .csv or .xlsx.");
        }
        return begin(caller, consignments.read(caller, form, content), terms);
    }

    /** @throws RegistryProblem when there is none, it is forgotten, or another account began it */
    public Check find(Caller caller, String id) {
        return kept.find(id)
                .filter(check -> check.account().equals(Caller.PUBLIC.account())
                        || check.account().equals(caller.account()))
                .orElseThrow(() -> new RegistryProblem(
                        ProblemType.NOT_FOUND, "There is no such check, or it is kept no longer. Begin it anew."));
    }

    /**
     * Some of the lines that are answered.
     *
     * @param page from 1, of {@link #ROWS_ON_A_PAGE} each
     */
    public List<Row> rows(Check check, boolean onlyThoseToLookAt, int page) {
        return kept.rows(check.id(), onlyThoseToLookAt, ROWS_ON_A_PAGE, (long) (page - 1) * ROWS_ON_A_PAGE);
    }

    /** Writes all lines as a table for programs that open CSV. */
    public void export(Check check, boolean onlyThoseToLookAt, OutputStream out) throws IOException {
        CsvRows rows = new CsvRows(
                out,
                List.of(
                        "line",
                        "lineId",
                        "number",
                        "documentStatus",
                        "verdict",
                        "registryNumbers",
                        "reasons",
                        "findings",
                        "repeats",
                        "error"));
        try (Stream<Row> all = kept.all(check.id(), onlyThoseToLookAt)) {
            for (Row row : (Iterable<Row>) all::iterator) {
                rows.row(
                        row.line(),
                        row.lineId(),
                        row.number(),
                        row.document(),
                        row.verdict(),
                        row.goods().stream().map(Row.Goods::number).collect(Collectors.joining(" ")),
                        row.reasons().stream().map(Row.Said::text).collect(Collectors.joining(" | ")),
                        String.join(" | ", row.findings()),
                        row.repeats(),
                        row.detail());
            }
        }
        rows.flush();
    }

    @Scheduled(fixedDelayString = "PT10M")
    void forgetOld() {
        kept.forgetOld();
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }

    private String begin(Caller caller, List<Line> lines, Check.Terms terms) throws IOException {
        questions.check(terms.defaults());
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        kept.begin(id, caller, caller.role() == Role.PUBLIC ? KEPT_OF_NOBODY : KEPT, terms, lines.size());
        if (lines.size() <= Consignments.LINES_AT_ONCE) {
            work(id, caller, lines, terms);
        } else {
            inBackground(id, caller, lines, terms);
        }
        return id;
    }

    private void inBackground(String id, Caller caller, List<Line> lines, Check.Terms terms) {
        try {
            workers.execute(() -> {
                try {
                    work(id, caller, lines, terms);
                } catch (IOException | RuntimeException failure) {
                    log.error("The check of a consignment broke off", failure);
                    kept.end(id, null);
                }
            });
        } catch (RejectedExecutionException full) {
            kept.end(id, null);
            throw new RegistryProblem(
                    ProblemType.TOO_MANY_REQUESTS, "Other consignments are being checked. Try again in a minute.");
        }
    }

    private void work(String id, Caller caller, List<Line> lines, Check.Terms terms) throws IOException {
        kept.end(id, consignments.answer(caller, lines, terms.defaults(), kept.writer(id)));
    }

    private static Map<String, String> values(Box44.Document document) {
        Map<String, String> values = new HashMap<>();
        values.put("number", document.number());
        if (document.code() != null) {
            values.put(LineFields.DOCUMENT_CODE, document.code());
        }
        return values;
    }
}
