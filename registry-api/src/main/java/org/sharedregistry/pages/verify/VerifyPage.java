package org.sharedregistry.pages.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.regime.Regimes;
import org.sharedregistry.verification.Answer;
import org.sharedregistry.verification.Verification;
import org.sharedregistry.verification.VerificationQuery;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where a person verifies a number. It works without scripts. */
@Controller
class VerifyPage {

    private final Verification verification;
    private final Regimes regimes;

    VerifyPage(Verification verification, Regimes regimes) {
        this.verification = verification;
        this.regimes = regimes;
    }

    @GetMapping("/")
    String show(
            Model model,
            Caller caller,
            Locale locale,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(defaultValue = "RU") String destination,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        model.addAttribute("destinations", destinations());
        model.addAttribute("destination", destination);
        model.addAttribute("number", number);
        model.addAttribute("on", on);
        try {
            if (number != null && !number.isBlank()) {
                Answer answer = verification.answer(
                        caller, VerificationQuery.atTheBorder(number, destination, on, locale.getLanguage()));
                model.addAttribute("answer", answer);
            }
        } catch (RegistryProblem problem) {
            model.addAttribute("problem", problem.getMessage());
        }
        return "verify/verify";
    }

    private List<String> destinations() {
        return List.copyOf(regimes.known().values().stream()
                .flatMap(versions -> versions.recorded().get(0).fact().parties().stream())
                .map(party -> party.state())
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
