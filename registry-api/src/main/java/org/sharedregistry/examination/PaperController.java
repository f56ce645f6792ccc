package org.sharedregistry.examination;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.document.Document;
import org.sharedregistry.examination.DetachedSignatures.Detached;
import org.sharedregistry.extraction.Signature;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.paper.PaperKind;
import org.sharedregistry.paper.Particular;
import org.sharedregistry.pipeline.Original;
import org.sharedregistry.pipeline.Originals;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a document says, and what it may be about. */
@RestController
@RequestMapping("/api/v1/documents/{id}")
class PaperController {

    private final Examined examined;
    private final Candidates candidates;
    private final Drafts drafts;
    private final Chains chains;
    private final DetachedSignatures detached;
    private final Originals originals;

    PaperController(
            Examined examined,
            Candidates candidates,
            Drafts drafts,
            Chains chains,
            DetachedSignatures detached,
            Originals originals) {
        this.examined = examined;
        this.candidates = candidates;
        this.drafts = drafts;
        this.chains = chains;
        this.detached = detached;
        this.originals = originals;
    }

    /**
     * Which kind of paper it is, on what grounds, and every number, code, day and name on it with its place.
     *
     * @param field only what is about these
     */
    @GetMapping("/paper")
    PaperView paper(Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable Set<Field> field) {
        Paper paper = examined.paper(examined.document(caller, id));
        return new PaperView(
                id,
                paper.kind(),
                paper.grounds(),
                paper.particulars().stream()
                        .filter(each -> field == null || field.isEmpty() || field.contains(each.field()))
                        .toList(),
                paper.truncated());
    }

    /** The attestations and goods entries that it can be about, the best first, with the grounds for and against each. */
    @GetMapping("/candidates")
    Candidates.Proposed candidates(Caller caller, @PathVariable UUID id) {
        return candidates.of(caller, id);
    }

    /** What would be entered if a person agreed: an attestation and a goods entry, every field with its proof. */
    @GetMapping("/drafts")
    Drafts.View drafts(Caller caller, @PathVariable UUID id) {
        return drafts.of(caller, id);
    }

    /** The papers that it names, each filed, missing or saying something else. */
    @GetMapping("/chain")
    Chains.View chain(Caller caller, @PathVariable UUID id) {
        Document document = examined.document(caller, id);
        return chains.of(caller, document, examined.printed(document));
    }

    /**
     * The signatures in the document, and those that came beside it in files of their own. None is called valid: whether
     * a certificate is to be trusted is not judged here.
     */
    @GetMapping("/signatures")
    SignatureList signatures(Caller caller, @PathVariable UUID id) {
        Document document = examined.document(caller, id);
        List<Signature> within =
                originals.find(document.original()).map(Original::signatures).orElseGet(List::of);
        return new SignatureList(within, detached.of(document));
    }

    /** @param truncated whether it says more than is kept */
    record PaperView(
            UUID document,
            PaperKind kind,
            List<Paper.Ground> grounds,
            List<Particular> particulars,
            boolean truncated) {}

    record SignatureList(List<Signature> within, List<Detached> detached) {}
}
