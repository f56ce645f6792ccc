package org.sharedregistry.pages.verify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.sharedregistry.access.Caller;
import org.sharedregistry.recognition.Purpose;
import org.sharedregistry.regime.Regimes;
import org.sharedregistry.verification.Answer;
import org.sharedregistry.verification.Verification;
import org.sharedregistry.verification.VerificationQuery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page where a person verifies a number, or some. It works without scripts; they add the camera. */
@Controller
class VerifyPage {

    private static final String USUAL_DESTINATION = "RU";

    private final Verification verification;
    private final Regimes regimes;

    VerifyPage(Verification verification, Regimes regimes) {
        this.verification = verification;
        this.regimes = regimes;
    }

    @GetMapping("/")
    String show(Model model, Caller caller, Locale locale, TypedQuestion typed) {
        List<String> destinations = destinations();
        TypedQuestion question = destinations.contains(String.valueOf(typed.destination()))
                ? typed
                : typed.to(destinationOf(caller, destinations));
        Map<String, String> mistakes = question.mistakes();
        model.addAttribute("question", question);
        model.addAttribute("destinations", destinations);
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("mistakes", mistakes);
        if (question.isAsked() && mistakes.isEmpty()) {
            answer(model, caller, question, locale.getLanguage());
        }
        return "verify/verify";
    }

    private void answer(Model model, Caller caller, TypedQuestion question, String language) {
        List<String> numbers = question.numbers();
        List<VerificationQuery> queries =
                numbers.stream().map(number -> question.about(number, language)).toList();
        List<Answer> answers = verification.answers(caller, queries);
        if (answers.size() == 1) {
            model.addAttribute("answer", answers.get(0));
        } else {
            model.addAttribute(
                    "lines",
                    IntStream.range(0, answers.size())
                            .mapToObj(line -> new Line(numbers.get(line), answers.get(line)))
                            .toList());
        }
    }

    /** Officials mostly ask for their own state. */
    private static String destinationOf(Caller caller, List<String> destinations) {
        return caller.state() != null && caller.isOfficial() && destinations.contains(caller.state())
                ? caller.state()
                : USUAL_DESTINATION;
    }

    private List<String> destinations() {
        return List.copyOf(new TreeSet<>(regimes.parties()));
    }

    /** One of several numbers, and its answer. */
    public record Line(String typed, Answer answer) {}
}
