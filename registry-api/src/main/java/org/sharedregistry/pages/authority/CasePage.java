package org.sharedregistry.pages.authority;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.AttestationView;
import org.sharedregistry.decision.Appeals.Appeal;
import org.sharedregistry.decision.Deciding;
import org.sharedregistry.decision.Findings;
import org.sharedregistry.decision.NewProposal;
import org.sharedregistry.decision.ProposalView;
import org.sharedregistry.decision.ProposedAction;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.DocumentView;
import org.sharedregistry.document.DocumentViews;
import org.sharedregistry.examination.Mismatches;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.pages.desk.Standings;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.review.Entries;
import org.sharedregistry.review.FiledPapers;
import org.sharedregistry.review.History;
import org.sharedregistry.review.Looks;
import org.sharedregistry.review.Proceedings;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** An entry before an authority: what it says, what speaks for and against it, and the steps that can be taken. */
@Controller
@RequestMapping("/queue/goods/{number}")
class CasePage {

    private static final Set<ProblemType> TOLD_ON_THE_PAGE = Set.of(
            ProblemType.INVALID_FIELD,
            ProblemType.PRECONDITION_FAILED,
            ProblemType.ILLEGAL_STEP,
            ProblemType.FORBIDDEN);

    private final Entries entries;
    private final Standings standings;
    private final FiledPapers papers;
    private final DocumentViews views;
    private final Mismatches mismatches;
    private final Findings findings;
    private final Proceedings proceedings;
    private final History history;
    private final Looks looks;
    private final Deciding deciding;
    private final Idempotency idempotency;

    CasePage(
            Entries entries,
            Standings standings,
            FiledPapers papers,
            DocumentViews views,
            Mismatches mismatches,
            Findings findings,
            Proceedings proceedings,
            History history,
            Looks looks,
            Deciding deciding,
            Idempotency idempotency) {
        this.entries = entries;
        this.standings = standings;
        this.papers = papers;
        this.views = views;
        this.mismatches = mismatches;
        this.findings = findings;
        this.proceedings = proceedings;
        this.history = history;
        this.looks = looks;
        this.deciding = deciding;
        this.idempotency = idempotency;
    }

    @GetMapping
    String show(Model model, Caller caller, Locale locale, @PathVariable String number) {
        Dossier dossier = entries.visible(caller, number);
        DecisionForm form =
                DecisionForm.blank(standings.today(dossier), dossier.entry().etag());
        return show(model, caller, locale, dossier, form, Typed.NOTHING, Set.of());
    }

    @PostMapping("/proposals")
    String propose(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            @PathVariable String number,
            @ModelAttribute DecisionForm form) {
        Set<String> wrong = form.wrong();
        if (!wrong.isEmpty()) {
            response.setStatus(ProblemType.INVALID_FIELD.status().value());
            return show(model, caller, locale, entries.visible(caller, number), form, Typed.NOTHING, wrong);
        }
        try {
            NewProposal proposal = form.proposal();
            idempotency.once(caller, form.key(), List.of(number, form), () -> {
                deciding.propose(caller, number, String.valueOf(form.etag()), proposal);
                return ResponseEntity.ok().build();
            });
        } catch (RegistryProblem problem) {
            tell(model, response, problem);
            Dossier newest = entries.visible(caller, number);
            DecisionForm again = form.seen(newest.entry().etag());
            return show(model, caller, locale, newest, again, Typed.NOTHING, Set.of());
        }
        return done(number, "proposed");
    }

    @PostMapping("/questions")
    String ask(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            @PathVariable String number,
            @ModelAttribute Typed typed) {
        return typed(
                model,
                caller,
                locale,
                response,
                number,
                typed,
                "asked",
                text -> deciding.ask(caller, number, typed.seen(), null, text));
    }

    @PostMapping("/confirmations")
    String confirm(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            @PathVariable String number,
            @ModelAttribute Typed typed) {
        return step(
                model,
                caller,
                locale,
                response,
                number,
                typed,
                "confirmed",
                () -> deciding.confirm(caller, typed.subject(), typed.seen()));
    }

    @PostMapping("/rejections")
    String reject(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            @PathVariable String number,
            @ModelAttribute Typed typed) {
        return typed(
                model,
                caller,
                locale,
                response,
                number,
                typed,
                "rejected",
                text -> deciding.reject(caller, typed.subject(), typed.seen(), text));
    }

    @PostMapping("/settlements")
    String settle(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            @PathVariable String number,
            @ModelAttribute Typed typed) {
        return typed(
                model,
                caller,
                locale,
                response,
                number,
                typed,
                "settled",
                text -> findings.settle(caller, typed.subject(), text));
    }

    /** A step that takes words. */
    private String typed(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            String number,
            Typed typed,
            String done,
            Consumer<String> step) {
        String text = typed.text();
        if (text == null || text.isBlank() || text.length() > Typed.LONGEST) {
            response.setStatus(ProblemType.INVALID_FIELD.status().value());
            Dossier dossier = entries.visible(caller, number);
            return show(model, caller, locale, dossier, blank(dossier), typed, Set.of("text"));
        }
        return step(model, caller, locale, response, number, typed, done, () -> step.accept(text.strip()));
    }

    private String step(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            String number,
            Typed typed,
            String done,
            Runnable step) {
        try {
            idempotency.once(caller, typed.key(), List.of(number, done, typed), () -> {
                step.run();
                return ResponseEntity.ok().build();
            });
        } catch (RegistryProblem problem) {
            tell(model, response, problem);
            Dossier newest = entries.visible(caller, number);
            return show(model, caller, locale, newest, blank(newest), typed, Set.of());
        }
        return done(number, done);
    }

    private static String done(String number, String done) {
        return "redirect:/queue/goods/" + number + "?done=" + done;
    }

    private DecisionForm blank(Dossier dossier) {
        return DecisionForm.blank(standings.today(dossier), dossier.entry().etag());
    }

    private static void tell(Model model, HttpServletResponse response, RegistryProblem problem) {
        if (!TOLD_ON_THE_PAGE.contains(problem.type())) {
            throw problem;
        }
        response.setStatus(problem.type().status().value());
        model.addAttribute("refused", problem.type());
    }

    /** All that was recorded, and apart what the caller has not seen yet. */
    private void history(Model model, Caller caller, Dossier dossier, String language) {
        UUID id = dossier.entry().id();
        List<History.Line> records = history.of(caller, dossier, language);
        long seen = looks.last(caller, id);
        model.addAttribute("history", records);
        model.addAttribute(
                "fresh", records.stream().filter(line -> line.sequence() > seen).toList());
        records.stream().mapToLong(History.Line::sequence).max().ifPresent(newest -> looks.keep(caller, id, newest));
    }

    private String show(
            Model model,
            Caller caller,
            Locale locale,
            Dossier dossier,
            DecisionForm form,
            Typed typed,
            Set<String> wrong) {
        String language = locale.getLanguage();
        GoodsEntry entry = dossier.entry();
        LocalDate today = standings.today(dossier);
        model.addAttribute("entry", entry);
        model.addAttribute("name", dossier.description().name(language));
        model.addAttribute("described", dossier.description());
        model.addAttribute("manufacturer", dossier.manufacturer());
        model.addAttribute("manufacturerName", dossier.manufacturer().name(language));
        model.addAttribute(
                "sites",
                dossier.goods().sites().stream()
                        .filter(site -> dossier.description().sites().contains(site.id()))
                        .toList());
        model.addAttribute("standings", standings.of(dossier, language));
        model.addAttribute("missingReports", Standings.missingReports(dossier));
        model.addAttribute(
                "attestations",
                dossier.attestations().stream()
                        .sorted(Comparator.comparing(Attestation::number))
                        .map(each -> AttestationView.of(each, today))
                        .toList());
        model.addAttribute("documents", documents(caller, dossier));
        evidence(model, caller, dossier);
        model.addAttribute(
                "atHome",
                dossier.decisions().stream()
                        .filter(each -> each.state().equals(entry.state()))
                        .toList());
        model.addAttribute(
                "elsewhere",
                dossier.decisions().stream()
                        .filter(each -> !each.state().equals(entry.state()))
                        .toList());
        history(model, caller, dossier, language);
        steps(model, caller, dossier);
        model.addAttribute("form", form);
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "authority/case";
    }

    private List<DocumentView> documents(Caller caller, Dossier dossier) {
        return views.all(papers.of(caller, dossier).stream().map(Document::id).toList()).stream()
                .sorted(Comparator.comparing(DocumentView::fileName))
                .toList();
    }

    /** Where papers say something else, and what officers found on goods of the same manufacturer. */
    private void evidence(Model model, Caller caller, Dossier dossier) {
        GoodsEntry entry = dossier.entry();
        Map<UUID, String> subjects = new HashMap<>();
        subjects.put(entry.id(), entry.address());
        dossier.attestations().forEach(each -> subjects.put(each.id(), each.number()));
        model.addAttribute("subjects", subjects);
        model.addAttribute("mismatches", mismatches.about(caller, subjects.keySet()));
        model.addAttribute(
                "findings",
                isParty(caller, dossier) ? findings.onGoodsOf(entry.manufacturer(), entry.regime()) : List.of());
    }

    private void steps(Model model, Caller caller, Dossier dossier) {
        Proceedings.View underWay = proceedings.of(caller, dossier);
        List<ProposalView> proposals = underWay == null ? List.of() : underWay.proposals();
        List<ProposedAction> open = deciding.open(caller, dossier.entry(), dossier.decisions());
        model.addAttribute("party", isParty(caller, dossier));
        model.addAttribute("open", open);
        model.addAttribute(
                "proposals",
                proposals.stream()
                        .filter(each -> each.status() == ProposalView.Status.OPEN)
                        .toList());
        model.addAttribute("questions", underWay == null ? List.of() : underWay.inquiries());
        model.addAttribute(
                "appeals",
                underWay == null
                        ? List.of()
                        : underWay.appeals().stream().filter(Appeal::isOpen).toList());
        RegimeFact regime = dossier.newestRegime();
        model.addAttribute("provisionalDays", regime.provisionalDays());
        model.addAttribute(
                "replyDays",
                regime.party(String.valueOf(caller.state()))
                        .map(party -> party.decision().replyDays())
                        .orElse(0));
    }

    private static boolean isParty(Caller caller, Dossier dossier) {
        return dossier.newestRegime().party(caller.requiredState()).isPresent();
    }

    /**
     * What was typed into one of the smaller forms.
     *
     * @param about the proposal or finding; null for a question
     */
    public record Typed(
            @Nullable UUID about,
            @Nullable String text,
            @Nullable String etag,
            @Nullable String key) {

        static final int LONGEST = 5_000;
        static final Typed NOTHING = new Typed(null, null, null, null);

        /** What was typed about a proposal or finding. */
        public String into(UUID subject) {
            return subject.equals(about) && text != null ? text : "";
        }

        /** What was typed as a question. */
        public String question() {
            return about == null && text != null ? text : "";
        }

        UUID subject() {
            if (about == null) {
                throw new RegistryProblem(ProblemType.MALFORMED_REQUEST, "Say what it is about.");
            }
            return about;
        }

        String seen() {
            return String.valueOf(etag);
        }
    }
}
