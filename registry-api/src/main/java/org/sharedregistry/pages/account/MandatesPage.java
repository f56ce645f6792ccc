package org.sharedregistry.pages.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Representation;
import org.sharedregistry.access.Role;
import org.sharedregistry.enrolment.Representatives;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who acts for a manufacturer, and for whom a person acts. */
@Controller
@RequestMapping("/account/mandates")
class MandatesPage {

    private final Representatives representatives;
    private final Representation representation;

    MandatesPage(Representatives representatives, Representation representation) {
        this.representatives = representatives;
        this.representation = representation;
    }

    @GetMapping
    String show(Model model, Caller caller, Locale locale) {
        return show(model, caller, locale, MandateForm.empty(), null);
    }

    @PostMapping
    String give(
            Model model, Caller caller, Locale locale, HttpServletResponse response, @ModelAttribute MandateForm form) {
        try {
            representatives.give(caller, form.mandate());
            return "redirect:/account/mandates?done=given";
        } catch (RegistryProblem problem) {
            if (problem.type() != ProblemType.INVALID_FIELD) {
                throw problem;
            }
            response.setStatus(problem.type().status().value());
            String wrong = String.valueOf(problem.member("pointer").orElse("")).substring(1);
            return show(model, caller, locale, form, wrong);
        }
    }

    @PostMapping("/{id}/revocation")
    String revoke(Caller caller, @PathVariable UUID id) {
        representatives.revoke(caller, id);
        return "redirect:/account/mandates?done=revoked";
    }

    @PostMapping("/{id}/choice")
    String choose(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        representation.choose(request, response, caller, id);
        return "redirect:/desk";
    }

    @PostMapping("/own")
    String actForOwn(HttpServletRequest request, HttpServletResponse response) {
        representation.end(request, response);
        return "redirect:/account/mandates";
    }

    private String show(Model model, Caller caller, Locale locale, MandateForm form, @Nullable String wrong) {
        caller.require(Role.MANUFACTURER);
        model.addAttribute("given", caller.isRepresentative() ? List.of() : representatives.given(caller));
        model.addAttribute("held", representatives.held(caller, locale.getLanguage()));
        model.addAttribute("form", form);
        model.addAttribute("wrong", wrong);
        return "account/mandates";
    }
}
