package org.sharedregistry.pages.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Purpose;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Verdict;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.review.Entries;
import org.sharedregistry.review.EntryView;
import org.sharedregistry.review.EntryViews;
import org.sharedregistry.review.EvidenceView;
import org.sharedregistry.review.EvidenceViews;
import org.sharedregistry.review.History;
import org.sharedregistry.verification.Answer;
import org.sharedregistry.verification.Verification;
import org.sharedregistry.verification.VerificationQueries;
import org.sharedregistry.verification.VerificationQuery;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** An entry with all that stands behind it, and an extract of it for a buyer's file. */
@Controller
@RequestMapping("/goods/{number}")
class EntryPage {

    private final Entries entries;
    private final EntryViews views;
    private final EvidenceViews evidence;
    private final History history;
    private final Verification verification;
    private final VerificationQueries queries;

    EntryPage(
            Entries entries,
            EntryViews views,
            EvidenceViews evidence,
            History history,
            Verification verification,
            VerificationQueries queries) {
        this.entries = entries;
        this.views = views;
        this.evidence = evidence;
        this.history = history;
        this.verification = verification;
        this.queries = queries;
    }

    /** @param on the day whose verdicts are shown; today when left out */
    @GetMapping
    String show(
            Model model,
            Caller caller,
            Locale locale,
            @PathVariable String number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        Dossier dossier = entries.visible(caller, number);
        if (dossier.entry().isDraft()) {
            return "redirect:/desk/goods/" + dossier.entry().address();
        }
        String language = locale.getLanguage();
        EntryView entry = views.of(caller, dossier);
        EvidenceView rests = evidence.of(caller, dossier);
        fill(model, dossier, entry, language);
        model.addAttribute("on", on);
        model.addAttribute("answers", answers(caller, dossier, on, language));
        model.addAttribute("evidence", rests);
        model.addAttribute(
                "timelines",
                entry.recognitions().stream()
                        .map(each -> new Timeline(each.destination(), spans(each.timeline())))
                        .toList());
        model.addAttribute("history", history.of(caller, dossier, language));
        return "search/entry";
    }

    /**
     * An extract that says whether the goods count as domestic, why, and where that can be looked up again.
     *
     * @param destination the state of the buyer
     * @param on the day that counts, such as a tender's deadline; today when left out
     */
    @GetMapping("/extract")
    String extract(
            Model model,
            Caller caller,
            Locale locale,
            @PathVariable String number,
            @RequestParam(defaultValue = "RU") String destination,
            @RequestParam(defaultValue = "PROCUREMENT") Purpose purpose,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        Dossier dossier = entries.visible(caller, number);
        if (dossier.entry().isDraft()) {
            throw RegistryProblem.notFound("entry");
        }
        fill(model, dossier, views.of(caller, dossier), locale.getLanguage());
        Answer answer = verification.answer(caller, query(dossier, destination, purpose, on, locale.getLanguage()));
        Answer.Match match = answer.matches().stream()
                .filter(each ->
                        each.goods().registryNumber().equals(dossier.entry().number()))
                .findFirst()
                .orElseThrow(() -> RegistryProblem.notFound("entry"));
        model.addAttribute("answer", answer);
        model.addAttribute("match", match);
        model.addAttribute("again", again(answer));
        model.addAttribute("purposes", Purpose.values());
        return "search/extract";
    }

    private static void fill(Model model, Dossier dossier, EntryView entry, String language) {
        model.addAttribute("entry", entry);
        model.addAttribute("name", dossier.description().name(language));
        model.addAttribute("maker", dossier.manufacturer().name(language));
        model.addAttribute(
                "destinations",
                dossier.newestRegime().parties().stream()
                        .map(RegimeFact.Party::state)
                        .sorted()
                        .toList());
    }

    private List<Answer> answers(Caller caller, Dossier dossier, @Nullable LocalDate on, String language) {
        return verification.answers(
                caller,
                dossier.newestRegime().parties().stream()
                        .map(party -> query(dossier, party.state(), Purpose.CUSTOMS, on, language))
                        .toList());
    }

    private VerificationQuery query(
            Dossier dossier, String destination, Purpose purpose, @Nullable LocalDate on, String language) {
        Map<String, String> values = new HashMap<>(Map.of(
                "number",
                dossier.entry().address(),
                "destination",
                destination,
                "purpose",
                purpose.name(),
                "lang",
                language));
        if (on != null) {
            values.put("on", on.toString());
        }
        return queries.read(values::get);
    }

    /** Where the same question gets the same answer again: it names the day and the moment. */
    private static String again(Answer answer) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/")
                .queryParam("number", "{number}")
                .queryParam("destination", "{destination}")
                .queryParam("purpose", "{purpose}")
                .queryParam("on", "{on}")
                .queryParam("knownAt", "{knownAt}")
                .encode()
                .buildAndExpand(
                        answer.query().number(),
                        answer.query().destination(),
                        answer.query().purpose(),
                        answer.query().on(),
                        answer.query().knownAt())
                .toUriString();
    }

    /** Stretches that only their reasons tell apart, as one. */
    private static List<Span> spans(List<EntryView.Stretch> stretches) {
        List<Span> spans = new ArrayList<>();
        for (EntryView.Stretch stretch : stretches) {
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && last.verdict == stretch.verdict()) {
                spans.set(spans.size() - 1, new Span(last.from, stretch.to(), last.verdict));
            } else {
                spans.add(new Span(stretch.from(), stretch.to(), stretch.verdict()));
            }
        }
        return spans;
    }

    /** The verdicts for one destination, the oldest first. */
    public record Timeline(String destination, List<Span> spans) {}

    /**
     * The days on which one verdict holds.
     *
     * @param from null from the beginning of time
     * @param to the last day; null without end
     */
    public record Span(@Nullable LocalDate from, @Nullable LocalDate to, Verdict verdict) {}
}
