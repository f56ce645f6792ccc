package org.sharedregistry.pages.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.AttestationEntry;
import org.sharedregistry.attestation.AttestationRights;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.DocumentViews;
import org.sharedregistry.document.Documents;
import org.sharedregistry.document.FilingRights;
import org.sharedregistry.examination.Drafts;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be made of a document: filed for goods, as an attestation that is held, or entered as a new one. */
@Controller
@RequestMapping("/desk/drafts/{document}")
class DraftPage {

    private final Drafts drafts;
    private final Documents documents;
    private final DocumentViews views;
    private final FilingRights rights;
    private final AttestationEntry attestations;
    private final Goods goods;
    private final Idempotency idempotency;

    DraftPage(
            Drafts drafts,
            Documents documents,
            DocumentViews views,
            FilingRights rights,
            AttestationEntry attestations,
            Goods goods,
            Idempotency idempotency) {
        this.drafts = drafts;
        this.documents = documents;
        this.views = views;
        this.rights = rights;
        this.attestations = attestations;
        this.goods = goods;
        this.idempotency = idempotency;
    }

    @GetMapping
    String show(Model model, Caller caller, Locale locale, @PathVariable UUID document) {
        Drafts.View read = drafts.of(caller, document);
        return show(
                model,
                caller,
                locale,
                document,
                read,
                read.attestation() == null
                        ? null
                        : AttestationForm.of(read.attestation().request()),
                Set.of());
    }

    /** Files the document for goods, or as an attestation that is held. */
    @PostMapping("/link")
    String link(
            Caller caller,
            @PathVariable UUID document,
            @RequestParam(required = false) @Nullable String goods,
            @RequestParam(required = false) @Nullable UUID attestation,
            @RequestParam String key) {
        idempotency.once(caller, key, List.of(document, String.valueOf(goods), String.valueOf(attestation)), () -> {
            documents.link(
                    caller,
                    filed(caller, document),
                    goods == null || goods.isBlank() ? null : rights.goodsToFileFor(caller, goods),
                    attestation == null ? null : rights.attestationToFileAs(caller, attestation));
            return ResponseEntity.ok().build();
        });
        return "redirect:/desk/drafts/" + document + "?done=linked";
    }

    /** Enters an attestation from the document, and files the document as it. */
    @PostMapping("/attestation")
    String enter(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            @PathVariable UUID document,
            @ModelAttribute AttestationForm form) {
        try {
            AttestationEntry.Request request = form.request(caller.requiredOrganisation());
            idempotency.once(caller, form.key(), List.of(document, form), () -> {
                Attestation entered = attestations.enter(caller, request);
                documents.link(caller, filed(caller, document), null, entered.id());
                return ResponseEntity.created(URI.create("/desk/drafts/" + document))
                        .build();
            });
        } catch (RegistryProblem problem) {
            if (problem.type() != ProblemType.INVALID_FIELD && problem.type() != ProblemType.CONFLICT) {
                throw problem;
            }
            response.setStatus(problem.type().status().value());
            String pointer = String.valueOf(problem.member("pointer").orElse("/number"));
            Set<String> wrong = Set.of(pointer.substring(pointer.lastIndexOf('/') + 1));
            return show(model, caller, locale, document, drafts.of(caller, document), form, wrong);
        }
        return "redirect:/desk/drafts/" + document + "?done=attested";
    }

    private String show(
            Model model,
            Caller caller,
            Locale locale,
            UUID document,
            Drafts.View read,
            @Nullable AttestationForm form,
            Set<String> wrong) {
        Document filed = filed(caller, document);
        Set<UUID> filedFor = documents.goodsOf(List.of(document)).getOrDefault(document, Set.of());
        List<UUID> own = goods.madeBy(caller.requiredOrganisation());
        List<Choice> choices = goods.recorded(own, Long.MAX_VALUE).stream()
                .map(each -> new Choice(
                        each.entry(),
                        each.descriptions().newest().name(locale.getLanguage()),
                        filedFor.contains(each.entry().id())))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
        model.addAttribute("document", views.one(filed));
        model.addAttribute("read", read);
        model.addAttribute(
                "filedAs", documents.attestationsOf(List.of(document)).getOrDefault(document, Set.of()));
        model.addAttribute("own", choices);
        model.addAttribute("form", form);
        model.addAttribute("mayEnter", form != null && AttestationRights.isRegisteredByApplicant(form.kind()));
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "proofs",
                read.attestation() == null ? Map.of() : read.attestation().proofs());
        model.addAttribute("key", GoodsForm.newKey());
        return "desk/draft";
    }

    private Document filed(Caller caller, UUID id) {
        return documents
                .readable(caller, id)
                .filter(document -> document.owner().equals(caller.owner()))
                .orElseThrow(() -> RegistryProblem.notFound("document"));
    }

    /** Own goods, and whether the document was filed for them. */
    public record Choice(GoodsEntry entry, String name, boolean filed) {}
}
