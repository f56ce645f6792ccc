package org.sharedregistry.pages.authority;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.decision.Findings;
import org.sharedregistry.decision.Findings.NewFinding;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer tells the home authority of goods what was found on them. */
@Controller
@RequestMapping("/findings/new")
class FindingPage {

    private final Findings findings;
    private final Idempotency idempotency;

    FindingPage(Findings findings, Idempotency idempotency) {
        this.findings = findings;
        this.idempotency = idempotency;
    }

    @GetMapping
    String blank(Model model, Caller caller, @RequestParam(defaultValue = "") String goods) {
        FindingForm form =
                new FindingForm(goods, null, null, null, null, UUID.randomUUID().toString());
        return show(model, caller, form, Set.of());
    }

    @PostMapping
    String report(Model model, Caller caller, HttpServletResponse response, @ModelAttribute FindingForm form) {
        Set<String> wrong = form.wrong();
        if (wrong.isEmpty()) {
            try {
                NewFinding found = form.finding();
                idempotency.once(
                        caller,
                        form.key(),
                        form,
                        () -> ResponseEntity.created(URI.create("/api/v1/findings/"
                                        + findings.report(caller, found).id()))
                                .build());
                return "redirect:/findings/new?done=reported";
            } catch (RegistryProblem problem) {
                if (problem.type() != ProblemType.INVALID_FIELD) {
                    throw problem;
                }
                wrong = Set.of("goods");
            }
        }
        response.setStatus(ProblemType.INVALID_FIELD.status().value());
        return show(model, caller, form, wrong);
    }

    private String show(Model model, Caller caller, FindingForm form, Set<String> wrong) {
        caller.require(Role.OFFICER);
        model.addAttribute("form", form);
        model.addAttribute("wrong", wrong);
        model.addAttribute("outcomes", Findings.Outcome.values());
        model.addAttribute("reported", findings.visibleTo(caller.requiredState()));
        return "authority/finding";
    }
}
