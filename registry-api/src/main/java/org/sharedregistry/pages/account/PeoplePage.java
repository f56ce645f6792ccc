package org.sharedregistry.pages.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.sharedregistry.enrolment.Invitations;
import org.sharedregistry.enrolment.People;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The people of an organisation: who there is, inviting others, and closing accounts. */
@Controller
@RequestMapping("/account/people")
class PeoplePage {

    private final People people;
    private final Invitations invitations;

    PeoplePage(People people, Invitations invitations) {
        this.people = people;
        this.invitations = invitations;
    }

    @GetMapping
    String show(Model model, Caller caller) {
        model.addAttribute("people", people.of(caller));
        model.addAttribute("invitations", invitations.open(caller));
        model.addAttribute("key", UUID.randomUUID());
        return "account/people";
    }

    /** The link is shown in the answer itself: kept for a page after it, the secret would lie in the database. */
    @PostMapping("/invitations")
    String invite(
            Model model,
            Caller caller,
            Locale locale,
            HttpServletResponse response,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String email) {
        try {
            Optional<String> secret = invitations.invite(caller, key, email, locale.getLanguage());
            if (secret.isEmpty()) {
                return "redirect:/account/people?done=invited";
            }
            model.addAttribute(
                    "link",
                    ServletUriComponentsBuilder.fromCurrentContextPath()
                            .path(Invitations.PATH + secret.get())
                            .toUriString());
        } catch (RegistryProblem problem) {
            if (problem.type() != ProblemType.INVALID_FIELD) {
                throw problem;
            }
            response.setStatus(problem.type().status().value());
            model.addAttribute("wrong", true);
            model.addAttribute("email", email);
        }
        return show(model, caller);
    }

    @PostMapping("/invitations/{id}/withdrawal")
    String withdraw(Caller caller, @PathVariable UUID id) {
        invitations.withdraw(caller, id);
        return "redirect:/account/people?done=withdrawn";
    }

    @PostMapping("/closing")
    String close(Caller caller, @RequestParam String account) {
        people.close(caller, account);
        return "redirect:/account/people?done=closed";
    }
}
