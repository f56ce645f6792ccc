package org.sharedregistry.pages.account;

import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A person's own account. */
@Controller
@RequestMapping("/account")
class AccountPage {

    private final Sessions sessions;

    AccountPage(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    String show(Model model, Caller caller) {
        model.addAttribute("sessions", sessions.count(caller.account()));
        return "account/account";
    }

    @PostMapping("/sessions/end")
    String endAll(Caller caller) {
        sessions.endAll(caller.account());
        return "redirect:/sign-in";
    }
}
