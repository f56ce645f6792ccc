package org.sharedregistry.pages.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.AttestationView;
import org.sharedregistry.decision.Inquiries;
import org.sharedregistry.decision.RecognizedGoods;
import org.sharedregistry.decision.Replies;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.DocumentView;
import org.sharedregistry.document.DocumentViews;
import org.sharedregistry.document.Documents;
import org.sharedregistry.examination.Drafts;
import org.sharedregistry.examination.Proof;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.goods.OwnGoods;
import org.sharedregistry.goods.Sites;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.regime.Regimes;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.review.Entries;
import org.sharedregistry.review.FiledPapers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One entry of a manufacturer: entering, changing and submitting it, what it lacks, and what is asked about it. */
@Controller
@RequestMapping("/desk")
class GoodsPage {

    private static final String NEW = "desk/new-goods";
    private static final String ENTRY = "desk/goods";

    private final OwnGoods own;
    private final Entries entries;
    private final Sites sites;
    private final Regimes regimes;
    private final Standings standings;
    private final RecognizedGoods recognized;
    private final Inquiries inquiries;
    private final Replies replies;
    private final Documents documents;
    private final DocumentViews views;
    private final FiledPapers papers;
    private final Drafts drafts;
    private final Idempotency idempotency;

    GoodsPage(
            OwnGoods own,
            Entries entries,
            Sites sites,
            Regimes regimes,
            Standings standings,
            RecognizedGoods recognized,
            Inquiries inquiries,
            Replies replies,
            Documents documents,
            DocumentViews views,
            FiledPapers papers,
            Drafts drafts,
            Idempotency idempotency) {
        this.own = own;
        this.entries = entries;
        this.sites = sites;
        this.regimes = regimes;
        this.standings = standings;
        this.recognized = recognized;
        this.inquiries = inquiries;
        this.replies = replies;
        this.documents = documents;
        this.views = views;
        this.papers = papers;
        this.drafts = drafts;
        this.idempotency = idempotency;
    }

    @GetMapping("/goods/new")
    String blank(Model model, Caller caller, @RequestParam(required = false) @Nullable UUID document) {
        String regime = regimes(caller).stream().findFirst().orElse("");
        return document == null
                ? form(model, caller, GoodsForm.blank(regime), Set.of())
                : form(model, caller, read(caller, regime, document), Set.of());
    }

    @PostMapping("/goods/new")
    String enter(Model model, Caller caller, HttpServletResponse response, @ModelAttribute GoodsForm form) {
        Set<String> wrong = form.wrong();
        if (!wrong.isEmpty()) {
            response.setStatus(ProblemType.INVALID_FIELD.status().value());
            return form(model, caller, form, wrong);
        }
        ResponseEntity<?> entered = idempotency.once(caller, form.key(), form, () -> {
            GoodsEntry entry = own.enter(caller, String.valueOf(form.regime()), form.description(Set.of()));
            if (form.document() != null) {
                documents.link(caller, filed(caller, form.document()), entry.id(), null);
            }
            return ResponseEntity.created(URI.create("/desk/goods/" + entry.address()))
                    .build();
        });
        return "redirect:" + Objects.requireNonNull(entered.getHeaders().getLocation()) + "?done=entered";
    }

    @GetMapping("/goods/{address}")
    String show(Model model, Caller caller, Locale locale, @PathVariable String address) {
        Dossier dossier = dossier(caller, address);
        GoodsEntry entry = dossier.entry();
        GoodsForm form = GoodsForm.of(entry.regime(), dossier.description(), entry.etag());
        return entry(model, caller, locale, dossier, form, Set.of());
    }

    @PostMapping("/goods/{address}")
    String change(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            @PathVariable String address,
            @ModelAttribute GoodsForm form) {
        Set<String> wrong = form.wrong();
        if (!wrong.isEmpty()) {
            response.setStatus(ProblemType.INVALID_FIELD.status().value());
            return entry(model, caller, locale, dossier(caller, address), form, wrong);
        }
        try {
            idempotency.once(caller, form.key(), List.of(address, form), () -> {
                own.describe(caller, address, String.valueOf(form.etag()), form.description(Set.of()));
                return ResponseEntity.ok().build();
            });
        } catch (RegistryProblem problem) {
            if (problem.type() != ProblemType.PRECONDITION_FAILED) {
                throw problem;
            }
            Dossier newest = dossier(caller, address);
            response.setStatus(problem.type().status().value());
            model.addAttribute("changed", newest.description());
            return entry(model, caller, locale, newest, form.seen(newest.entry().etag()), Set.of());
        }
        return "redirect:/desk/goods/" + address + "?done=changed";
    }

    @PostMapping("/goods/{address}/submission")
    String submit(Caller caller, @PathVariable String address, @RequestParam String key) {
        ResponseEntity<?> submitted = idempotency.once(
                caller,
                key,
                "submission of " + address,
                () -> ResponseEntity.created(URI.create(
                                "/desk/goods/" + own.submit(caller, address).address()))
                        .build());
        return "redirect:" + Objects.requireNonNull(submitted.getHeaders().getLocation()) + "?done=submitted";
    }

    @PostMapping("/questions/{id}")
    String reply(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam String goods,
            @RequestParam String text,
            @RequestParam String key) {
        try {
            idempotency.once(caller, key, List.of(id, text), () -> {
                replies.reply(caller, id, text);
                return ResponseEntity.ok().build();
            });
        } catch (RegistryProblem problem) {
            if (problem.type() != ProblemType.INVALID_FIELD) {
                throw problem;
            }
            response.setStatus(problem.type().status().value());
            model.addAttribute("unanswered", id);
            model.addAttribute("reply", text);
            return show(model, caller, locale, goods);
        }
        return "redirect:/desk/goods/" + dossier(caller, goods).entry().address() + "?done=replied";
    }

    private GoodsForm read(Caller caller, String regime, UUID document) {
        Map<String, Object> request = drafts.of(caller, document).goods().request();
        Map<String, Object> description = new HashMap<>();
        if (request.get("description") instanceof Map<?, ?> found) {
            found.forEach((name, value) -> description.put(String.valueOf(name), value));
        }
        return GoodsForm.of(regime, description, document);
    }

    private String form(Model model, Caller caller, GoodsForm form, Set<String> wrong) {
        Map<String, List<Proof>> proofs = Map.of();
        UUID id = form.document();
        if (id != null) {
            proofs = drafts.of(caller, id).goods().proofs();
            model.addAttribute("source", views.one(filed(caller, id)));
        }
        fields(model, caller, form, wrong, proofs);
        model.addAttribute("regimes", regimes(caller));
        return NEW;
    }

    /** Those that the manufacturer's state is party to. */
    private List<String> regimes(Caller caller) {
        return regimes.known().values().stream()
                .map(Versions::newest)
                .filter(regime -> regime.party(caller.requiredState()).isPresent())
                .map(RegimeFact::regime)
                .toList();
    }

    private void fields(
            Model model, Caller caller, GoodsForm form, Set<String> wrong, Map<String, List<Proof>> proofs) {
        model.addAttribute("form", form);
        model.addAttribute("wrong", wrong);
        model.addAttribute("proofs", proofs);
        model.addAttribute("sites", sites.of(caller.requiredOrganisation()));
    }

    private String entry(
            Model model, Caller caller, Locale locale, Dossier dossier, GoodsForm form, Set<String> wrong) {
        GoodsEntry entry = dossier.entry();
        fields(model, caller, form, wrong, Map.of());
        model.addAttribute("entry", entry);
        model.addAttribute("name", dossier.description().name(locale.getLanguage()));
        model.addAttribute("described", dossier.description());
        model.addAttribute("mayChange", recognized.mayBeDescribed(entry));
        model.addAttribute("standings", standings.of(dossier, locale.getLanguage()));
        model.addAttribute("missingReports", Standings.missingReports(dossier));
        model.addAttribute("questions", inquiries.onGoods(entry.id()));
        model.addAttribute("decisions", dossier.decisions());
        model.addAttribute(
                "attestations",
                dossier.attestations().stream()
                        .sorted(Comparator.comparing(Attestation::number))
                        .map(each -> AttestationView.of(each, standings.today(dossier)))
                        .toList());
        model.addAttribute(
                "documents",
                views.all(papers.of(caller, dossier).stream().map(Document::id).toList()).stream()
                        .sorted(Comparator.comparing(DocumentView::fileName))
                        .toList());
        model.addAttribute("submissionKey", GoodsForm.newKey());
        model.addAttribute("replyKey", GoodsForm.newKey());
        return ENTRY;
    }

    private Dossier dossier(Caller caller, String address) {
        Dossier dossier = entries.visible(caller, address);
        if (!caller.actsFor(dossier.entry().manufacturer())) {
            throw RegistryProblem.notFound("entry");
        }
        return dossier;
    }

    private Document filed(Caller caller, UUID id) {
        return documents
                .readable(caller, id)
                .filter(document -> document.owner().equals(caller.owner()))
                .orElseThrow(() -> RegistryProblem.notFound("document"));
    }
}
