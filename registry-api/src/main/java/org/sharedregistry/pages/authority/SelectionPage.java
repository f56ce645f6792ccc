package org.sharedregistry.pages.authority;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.decision.Deciding;
import org.sharedregistry.decision.NewProposal;
import org.sharedregistry.decision.ProposalView;
import org.sharedregistry.decision.Proposals;
import org.sharedregistry.decision.ProposedAction;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.pages.desk.Standing;
import org.sharedregistry.pages.desk.Standings;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.review.Entries;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One decision for several entries chosen from the queue: each is taken by itself, and told by itself. */
@Controller
@RequestMapping("/queue")
class SelectionPage {

    private static final int MOST_ENTRIES = 50;

    private final Entries entries;
    private final Proposals proposals;
    private final Deciding deciding;
    private final Standings standings;
    private final Idempotency idempotency;

    SelectionPage(
            Entries entries, Proposals proposals, Deciding deciding, Standings standings, Idempotency idempotency) {
        this.entries = entries;
        this.proposals = proposals;
        this.deciding = deciding;
        this.standings = standings;
        this.idempotency = idempotency;
    }

    @GetMapping("/selection")
    String show(
            Model model, Caller caller, Locale locale, @RequestParam(required = false) @Nullable List<String> goods) {
        return show(model, caller, locale, goods == null ? List.of() : goods, null, Set.of());
    }

    @PostMapping("/decisions")
    String propose(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            @RequestParam List<String> goods,
            @RequestParam List<String> etags,
            @ModelAttribute DecisionForm form) {
        Set<String> wrong = form.wrong();
        if (!wrong.isEmpty()) {
            response.setStatus(ProblemType.INVALID_FIELD.status().value());
            return show(model, caller, locale, goods, form, wrong);
        }
        NewProposal proposal = form.proposal();
        return each(
                model,
                caller,
                locale,
                goods,
                etags,
                String.valueOf(form.key()),
                form,
                (number, etag) -> deciding.propose(caller, number, etag, proposal));
    }

    /** The second person agrees with what was proposed on several entries. */
    @PostMapping("/confirmations")
    String confirm(
            Model model,
            Caller caller,
            Locale locale,
            @RequestParam List<UUID> proposals,
            @RequestParam List<String> goods,
            @RequestParam List<String> etags,
            @RequestParam String key) {
        return each(
                model,
                caller,
                locale,
                goods,
                etags,
                key,
                proposals,
                (number, etag) -> deciding.confirm(caller, proposals.get(goods.indexOf(number)), etag));
    }

    private String each(
            Model model,
            Caller caller,
            Locale locale,
            List<String> goods,
            List<String> etags,
            String key,
            Object request,
            BiFunction<String, String, ProposalView> step) {
        if (goods.size() != etags.size() || goods.size() > MOST_ENTRIES) {
            throw new RegistryProblem(ProblemType.MALFORMED_REQUEST, "Each entry comes with its ETag.");
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < goods.size(); i++) {
            String number = goods.get(i);
            String etag = etags.get(i);
            Dossier dossier = entries.visible(caller, number);
            ProblemType refused = null;
            try {
                idempotency.once(caller, key + " " + number, List.of(number, etag, request), () -> {
                    ProposalView view = step.apply(number, etag);
                    return ResponseEntity.created(URI.create("/api/v1/proposals/" + view.id()))
                            .build();
                });
            } catch (RegistryProblem problem) {
                refused = problem.type();
            }
            outcomes.add(new Outcome(number, dossier.description().name(locale.getLanguage()), refused));
        }
        model.addAttribute("outcomes", outcomes);
        model.addAttribute("taken", outcomes.stream().filter(Outcome::isTaken).count());
        return "authority/outcomes";
    }

    private String show(
            Model model,
            Caller caller,
            Locale locale,
            List<String> numbers,
            @Nullable DecisionForm form,
            Set<String> wrong) {
        List<Selected> selected = numbers.stream()
                .distinct()
                .limit(MOST_ENTRIES)
                .map(number -> selected(caller, entries.visible(caller, number), locale.getLanguage()))
                .toList();
        Map<ProposedAction, Integer> open = new TreeMap<>();
        selected.forEach(each -> each.open().forEach(action -> open.merge(action, 1, Integer::sum)));
        open.keySet().removeIf(action -> action.decision().orElseThrow().isOnAppeal());
        model.addAttribute("selected", selected);
        model.addAttribute(
                "decidable",
                selected.stream().filter(each -> each.proposal() == null).toList());
        model.addAttribute(
                "confirmable",
                selected.stream()
                        .filter(each -> each.proposal() != null
                                && !each.proposal().proposedBy().equals(caller.account()))
                        .toList());
        model.addAttribute("open", open);
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "form",
                form == null
                        ? DecisionForm.blank(
                                selected.stream()
                                        .map(Selected::today)
                                        .findFirst()
                                        .orElse(LocalDate.EPOCH),
                                null)
                        : form);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "authority/selection";
    }

    private Selected selected(Caller caller, Dossier dossier, String language) {
        GoodsEntry entry = dossier.entry();
        ProposalView waiting = proposals.onGoods(entry.id()).stream()
                .filter(each -> each.status() == ProposalView.Status.OPEN
                        && each.state().equals(caller.state()))
                .findFirst()
                .orElse(null);
        return new Selected(
                entry,
                dossier.description().name(language),
                dossier.manufacturer().name(language),
                standings.of(dossier, language).stream()
                        .filter(each -> each.state().equals(caller.state()))
                        .toList(),
                waiting == null ? deciding.open(caller, entry, dossier.decisions()) : List.of(),
                waiting,
                standings.today(dossier));
    }

    /** @param proposal that waits for a second person already; null when there is none */
    public record Selected(
            GoodsEntry entry,
            String name,
            String manufacturer,
            List<Standing> standings,
            List<ProposedAction> open,
            @Nullable ProposalView proposal,
            LocalDate today) {}

    /** @param refused why the step was not taken; null when it was */
    public record Outcome(
            String number, String name, @Nullable ProblemType refused) {

        public boolean isTaken() {
            return refused == null;
        }
    }
}
