package org.sharedregistry.examination;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.examination.Arrangement.Pages;
import org.sharedregistry.examination.Candidates.Candidate;
import org.sharedregistry.examination.Sorting.Duplicate;
import org.sharedregistry.examination.Sorting.Ground;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.PaperKind;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forty files are often twelve papers: which pages of a batch belong together, as proposed and as a person put them. */
@RestController
@RequestMapping("/api/v1/documents/batches/{batch}/arrangement")
class ArrangementController {

    /** Every two pages are compared. */
    private static final int MOST_PAGES = 500;

    private final Documents documents;
    private final org.sharedregistry.pipeline.Pages pages;
    private final Arrangements arrangements;
    private final Candidates candidates;
    private final Idempotency idempotency;

    ArrangementController(
            Documents documents,
            org.sharedregistry.pipeline.Pages pages,
            Arrangements arrangements,
            Candidates candidates,
            Idempotency idempotency) {
        this.documents = documents;
        this.pages = pages;
        this.arrangements = arrangements;
        this.candidates = candidates;
        this.idempotency = idempotency;
    }

    @GetMapping
    View of(Caller caller, @PathVariable String batch) {
        caller.require(Role.MANUFACTURER, Role.BODY, Role.AUTHORITY);
        List<Document> sent = documents.inBatch(caller.owner(), batch);
        if (sent.isEmpty()) {
            throw RegistryProblem.notFound("batch");
        }
        List<Sheet> sheets = sheets(sent);
        Sorting sorting = Sorting.of(sheets.subList(0, Math.min(sheets.size(), MOST_PAGES)));
        return new View(
                batch,
                sorting.groups().stream().map(group -> proposal(caller, group)).toList(),
                sorting.duplicates(),
                sheets.size() > MOST_PAGES,
                arrangements.of(caller.owner(), batch).orElse(null));
    }

    /** Puts the pages together as said, in the place of what was said before, and files the documents accordingly. */
    @PutMapping
    ResponseEntity<?> arrange(
            Caller caller,
            @PathVariable String batch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Arrangement arrangement) {
        caller.require(Role.MANUFACTURER, Role.BODY, Role.AUTHORITY);
        return idempotency.once(caller, key, List.of(batch, arrangement), () -> {
            arrangements.arrange(caller, batch, arrangement);
            return ResponseEntity.ok(arrangement);
        });
    }

    /** The pages that have been read, up to one more than are looked at. */
    private List<Sheet> sheets(List<Document> sent) {
        List<Sheet> sheets = new ArrayList<>();
        for (Document document : sent) {
            if (sheets.size() > MOST_PAGES) {
                break;
            }
            List<ExtractedPage> read = pages.first(document.original(), MOST_PAGES + 1 - sheets.size());
            read.forEach(page -> sheets.add(Sheet.of(document.id(), document.fileName(), read.size(), page)));
        }
        return sheets;
    }

    private Proposal proposal(Caller caller, Sorting.Group group) {
        List<Pages> stretches = stretches(group.sheets());
        Printed printed = arrangements.printed(stretches);
        List<Candidate> attestations = candidates.attestations(caller, printed);
        return new Proposal(
                stretches,
                printed.kind(),
                printed.first(Field.NUMBER).map(Printed.Value::value).orElse(null),
                group.grounds(),
                attestations,
                candidates.goods(caller, printed, attestations));
    }

    /** Pages of one file that follow each other, as one stretch. */
    private static List<Pages> stretches(List<Sheet> sheets) {
        List<Pages> stretches = new ArrayList<>();
        for (Sheet sheet : sheets) {
            int last = stretches.size() - 1;
            if (last >= 0
                    && stretches.get(last).document().equals(sheet.document())
                    && stretches.get(last).last() + 1 == sheet.page()) {
                Pages before = stretches.remove(last);
                stretches.add(new Pages(before.document(), before.first(), sheet.page()));
            } else {
                stretches.add(new Pages(sheet.document(), sheet.page(), sheet.page()));
            }
        }
        return stretches;
    }

    /**
     * @param proposed the papers that the pages seem to make up, in the form in which an arrangement names them
     * @param duplicates pages that seem to show the same as another, and are left out of the papers
     * @param truncated whether the batch has more pages than were looked at
     * @param arranged what a person made of it; null until then
     */
    record View(
            String batch,
            List<Proposal> proposed,
            List<Duplicate> duplicates,
            boolean truncated,
            @Nullable Arrangement arranged) {}

    /** @param grounds why the pages are taken for one paper; none for a single page */
    record Proposal(
            List<Pages> pages,
            PaperKind kind,
            @Nullable String number,
            Set<Ground> grounds,
            List<Candidate> attestations,
            List<Candidate> goods) {}
}
