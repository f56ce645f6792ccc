package org.sharedregistry.pages.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.OwnPassword;
import org.sharedregistry.access.OwnPassword.Outcome;
import org.sharedregistry.problem.ProblemType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person changes its password. */
@Controller
@RequestMapping("/account/password")
class PasswordPage {

    private final OwnPassword own;

    PasswordPage(OwnPassword own) {
        this.own = own;
    }

    @GetMapping
    String show() {
        return "account/password";
    }

    @PostMapping
    String change(
            Model model,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String oldPassword,
            @RequestParam(defaultValue = "") String password) {
        Outcome outcome = own.change(caller, request.getSession().getId(), oldPassword, password);
        if (outcome == Outcome.CHANGED) {
            return "redirect:/account?done=password";
        }
        response.setStatus(ProblemType.INVALID_FIELD.status().value());
        model.addAttribute("outcome", outcome.name());
        return "account/password";
    }
}
