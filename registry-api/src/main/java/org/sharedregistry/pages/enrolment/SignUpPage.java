package org.sharedregistry.pages.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sharedregistry.access.Attempts;
import org.sharedregistry.access.Role;
import org.sharedregistry.enrolment.Enrolments;
import org.sharedregistry.enrolment.Flaw;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where an organisation asks to be let in. */
@Controller
@RequestMapping("/sign-up")
class SignUpPage {

    /** An office behind one address may correct itself; a program that tries numbers gets nowhere. */
    private static final int MOST_FROM_ADDRESS = 60;

    private static final Duration COUNTED = Duration.ofHours(1);

    private final Enrolments enrolments;
    private final Attempts sent = new Attempts(COUNTED);

    SignUpPage(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @GetMapping
    String show(Model model) {
        return show(model, SignUpForm.empty(), new PersonForm(null, null, null), Set.of());
    }

    @PostMapping
    String send(
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            @ModelAttribute SignUpForm form,
            @ModelAttribute PersonForm person) {
        if (sent.of(request.getRemoteAddr()) >= MOST_FROM_ADDRESS) {
            throw RegistryProblem.comeBack("Too many were sent from here.", (int) COUNTED.toSeconds());
        }
        sent.add(request.getRemoteAddr());
        Set<Flaw> flaws = enrolments.request(form.request(person, locale));
        if (!flaws.isEmpty()) {
            response.setStatus(ProblemType.INVALID_FIELD.status().value());
            return show(model, form, person, flaws);
        }
        return "redirect:/sign-up/sent?state=" + form.state();
    }

    @GetMapping("/sent")
    String sent() {
        return "enrolment/sent";
    }

    private static String show(Model model, SignUpForm form, PersonForm person, Set<Flaw> flaws) {
        model.addAttribute("form", form);
        model.addAttribute("person", person);
        model.addAttribute("flaws", PersonForm.byField(flaws));
        model.addAttribute("states", List.of("RU", "BY"));
        model.addAttribute("roles", List.of(Role.MANUFACTURER, Role.BODY));
        return "enrolment/sign-up";
    }
}
