package org.sharedregistry.pages.account;

import org.sharedregistry.access.Accounts;
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
    private final Accounts accounts;

    AccountPage(Sessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @GetMapping
    String show(Model model, Caller caller) {
        model.addAttribute("sessions", sessions.count(caller.account()));
        return "account/account";
    }

    /** The key is shown in the answer itself, and nowhere else. */
    @PostMapping("/key")
    String newKey(Model model, Caller caller) {
        model.addAttribute("key", accounts.newKey(caller));
        return show(model, caller);
    }

    @PostMapping("/sessions/end")
    String endAll(Caller caller) {
        sessions.endAll(caller.account());
        return "redirect:/sign-in";
    }
}
