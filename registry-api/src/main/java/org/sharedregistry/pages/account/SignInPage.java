package org.sharedregistry.pages.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.KeptForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person signs in, and where what it had typed before is given back. */
@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String show(
            Model model,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "/") String next) {
        model.addAttribute("failed", failed);
        model.addAttribute("account", account);
        model.addAttribute("next", next);
        model.addAttribute("kept", KeptForm.of(request).isPresent());
        return "account/sign-in";
    }

    @GetMapping("/kept-form")
    String kept(Model model, HttpServletRequest request) {
        Optional<KeptForm> form = KeptForm.of(request);
        if (form.isEmpty()) {
            return "redirect:/";
        }
        model.addAttribute("form", form.get());
        return "account/kept-form";
    }
}
