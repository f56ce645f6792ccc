package org.sharedregistry.pages.enrolment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sharedregistry.enrolment.Flaw;
import org.sharedregistry.enrolment.Invitations;
import org.sharedregistry.enrolment.Invitations.Opened;
import org.sharedregistry.problem.ProblemType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where somebody who was invited makes an account. */
@Controller
@RequestMapping(Invitations.PATH + "{secret}")
class InvitedPage {

    private final Invitations invitations;

    InvitedPage(Invitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping
    String show(Model model, HttpServletResponse response, Locale locale, @PathVariable String secret) {
        String email = invitations
                .opened(secret, locale.getLanguage())
                .map(Opened::email)
                .orElse("");
        return show(model, response, locale, secret, new PersonForm(null, email, null), Set.of());
    }

    @PostMapping
    String accept(
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes redirect,
            @PathVariable String secret,
            @ModelAttribute PersonForm person) {
        if (invitations.opened(secret, locale.getLanguage()).isPresent()) {
            Set<Flaw> flaws = invitations.accept(secret, person.person(locale));
            if (flaws.isEmpty()) {
                redirect.addAttribute("account", person.account());
                return "redirect:/sign-in?joined";
            }
            response.setStatus(ProblemType.INVALID_FIELD.status().value());
            return show(model, response, locale, secret, person, flaws);
        }
        return show(model, response, locale, secret, person, Set.of());
    }

    private String show(
            Model model,
            HttpServletResponse response,
            Locale locale,
            String secret,
            PersonForm person,
            Set<Flaw> flaws) {
        Optional<Opened> opened = invitations.opened(secret, locale.getLanguage());
        if (opened.isEmpty()) {
            response.setStatus(ProblemType.NOT_FOUND.status().value());
            return "enrolment/invitation-gone";
        }
        model.addAttribute("secret", secret);
        model.addAttribute("organisation", opened.get().organisation());
        model.addAttribute("person", person);
        model.addAttribute("flaws", PersonForm.byField(flaws));
        return "enrolment/invited";
    }
}
