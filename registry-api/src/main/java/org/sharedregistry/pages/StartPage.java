package org.sharedregistry.pages;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.catalogue.DocumentQuery;
import org.sharedregistry.catalogue.DocumentSearch;
import org.sharedregistry.catalogue.GoodsQuery;
import org.sharedregistry.catalogue.GoodsSearch;
import org.sharedregistry.language.QueryTooLong;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.regime.Regimes;
import org.sharedregistry.search.SearchUnavailable;
import org.sharedregistry.verification.Answer;
import org.sharedregistry.verification.Verification;
import org.sharedregistry.verification.VerificationQuery;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where a person verifies a number, or searches. It works without scripts. */
@Controller
class StartPage {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Verification verification;
    private final GoodsSearch goods;
    private final DocumentSearch documents;
    private final Regimes regimes;

    StartPage(Verification verification, GoodsSearch goods, DocumentSearch documents, Regimes regimes) {
        this.verification = verification;
        this.goods = goods;
        this.documents = documents;
        this.regimes = regimes;
    }

    @GetMapping("/")
    String show(
            Model model,
            Locale locale,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(defaultValue = "RU") String destination,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String q) {
        String language = locale.getLanguage();
        model.addAttribute("lang", language);
        model.addAttribute("languages", PageLanguage.NAMES);
        model.addAttribute("destinations", destinations());
        model.addAttribute("destination", destination);
        model.addAttribute("number", number);
        model.addAttribute("on", on);
        model.addAttribute("q", q);
        try {
            if (number != null && !number.isBlank()) {
                Answer answer = verification.answer(
                        Caller.PUBLIC, VerificationQuery.atTheBorder(number, destination, on, language));
                model.addAttribute("answer", answer);
                model.addAttribute("asOf", MOMENT.format(answer.dataAsOf()));
            }
            if (q != null && !q.isBlank()) {
                model.addAttribute("goods", goods.find(GoodsQuery.words(q)));
                model.addAttribute("pages", documents.find(Caller.PUBLIC, DocumentQuery.words(q)));
            }
        } catch (RegistryProblem | QueryTooLong | SearchUnavailable problem) {
            model.addAttribute("problem", problem.getMessage());
        }
        return "start";
    }

    private List<String> destinations() {
        return List.copyOf(regimes.known().values().stream()
                .flatMap(versions -> versions.recorded().get(0).fact().parties().stream())
                .map(party -> party.state())
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
