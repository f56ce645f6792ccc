package org.sharedregistry.pages.enrolment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.enrolment.Enrolment;
import org.sharedregistry.enrolment.Enrolments;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where authorities decide who is let in. */
@Controller
@RequestMapping("/enrolments")
class EnrolmentsPage {

    private final Enrolments enrolments;
    private final Clock clock;

    EnrolmentsPage(Enrolments enrolments, Clock clock) {
        this.enrolments = enrolments;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model, Caller caller) {
        return show(model, caller, null);
    }

    @PostMapping("/{id}/confirmation")
    String confirm(Model model, Caller caller, HttpServletResponse response, @PathVariable UUID id) {
        try {
            enrolments.confirm(caller, id);
            return "redirect:/enrolments?done=confirmed";
        } catch (RegistryProblem problem) {
            return again(model, caller, response, id, problem);
        }
    }

    @PostMapping("/{id}/refusal")
    String refuse(
            Model model,
            Caller caller,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason) {
        try {
            enrolments.refuse(caller, id, reason);
            return "redirect:/enrolments?done=refused";
        } catch (RegistryProblem problem) {
            return again(model, caller, response, id, problem);
        }
    }

    /** What the person has done wrong is said beside the enrolment; that somebody was faster is a page of its own. */
    private String again(Model model, Caller caller, HttpServletResponse response, UUID id, RegistryProblem problem) {
        if (problem.type() != ProblemType.INVALID_FIELD && problem.type() != ProblemType.CONFLICT) {
            throw problem;
        }
        response.setStatus(problem.type().status().value());
        model.addAttribute("wrong", problem.type().slug());
        return show(model, caller, id);
    }

    private String show(Model model, Caller caller, @Nullable UUID refused) {
        Instant now = clock.instant();
        List<Waiting> waiting = enrolments.waiting(caller).stream()
                .map(each -> new Waiting(
                        each, Duration.between(each.requestedAt(), now).toDays()))
                .toList();
        model.addAttribute("waiting", waiting);
        model.addAttribute("refused", refused);
        return "enrolment/enrolments";
    }

    /** @param days how long it has waited */
    public record Waiting(Enrolment enrolment, long days) {}
}
