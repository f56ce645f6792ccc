package org.sharedregistry.pages.consignment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.consignment.Box44;
import org.sharedregistry.consignment.Check;
import org.sharedregistry.consignment.Checks;
import org.sharedregistry.consignment.Row;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Purpose;
import org.sharedregistry.regime.Regimes;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Checking a consignment: box 44 or a file of lines goes in, a table of verdicts comes out. */
@Controller
@RequestMapping("/consignment")
class ConsignmentPage {

    private static final String USUAL_DESTINATION = "RU";

    /** A summary is one sheet; the rest is in the table. */
    private static final int MOST_IN_SUMMARY = 25;

    private final Checks checks;
    private final Regimes regimes;

    ConsignmentPage(Checks checks, Regimes regimes) {
        this.checks = checks;
        this.regimes = regimes;
    }

    @GetMapping
    String ask(Model model, Caller caller, TypedConsignment typed) {
        boolean ofParty = caller.isOfficial() && regimes.parties().contains(caller.requiredState());
        fill(
                model,
                typed.destination() == null ? typed.to(ofParty ? caller.requiredState() : USUAL_DESTINATION) : typed);
        return "consignment/ask";
    }

    @PostMapping
    ModelAndView begin(
            Model model,
            Caller caller,
            Locale locale,
            TypedConsignment typed,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        MultipartFile lines = file == null || file.isEmpty() ? null : file;
        Map<String, String> mistakes = typed.mistakes(lines != null);
        if (mistakes.isEmpty()) {
            try {
                return new ModelAndView("redirect:/consignment/" + begin(caller, locale.getLanguage(), typed, lines));
            } catch (RegistryProblem refused) {
                model.addAttribute("refused", refused);
                return again(model, typed, refused.type().status());
            }
        }
        model.addAttribute("mistakes", mistakes);
        return again(model, typed, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}")
    String show(
            Model model,
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "1") int page) {
        Check check = checks.find(caller, id);
        boolean onlyThoseToLookAt = show.equals("look");
        int rows = onlyThoseToLookAt ? check.needALook() : check.answered();
        int pages = Math.max(1, (rows + Checks.ROWS_ON_A_PAGE - 1) / Checks.ROWS_ON_A_PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        model.addAttribute("check", check);
        model.addAttribute("rows", checks.rows(check, onlyThoseToLookAt, shown));
        model.addAttribute("show", onlyThoseToLookAt ? "look" : "all");
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        return "consignment/check";
    }

    @GetMapping("/{id}/summary")
    String summary(Model model, Caller caller, @PathVariable String id) {
        Check check = checks.find(caller, id);
        List<Row> rows = checks.rows(check, true, 1);
        model.addAttribute("check", check);
        model.addAttribute("rows", rows.subList(0, Math.min(rows.size(), MOST_IN_SUMMARY)));
        return "consignment/summary";
    }

    @GetMapping("/{id}/lines.csv")
    void export(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "all") String show,
            HttpServletResponse response)
            throws IOException {
        Check check = checks.find(caller, id);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("consignment-" + check.id().substring(0, 8) + ".csv")
                        .build()
                        .toString());
        checks.export(check, show.equals("look"), response.getOutputStream());
    }

    private String begin(Caller caller, String language, TypedConsignment typed, @Nullable MultipartFile file)
            throws IOException {
        if (file == null) {
            Box44 box = typed.documents();
            return checks.begin(caller, box, typed.terms(language, null, box.others()));
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (InputStream content = file.getInputStream()) {
            return checks.begin(caller, name, content, typed.terms(language, name, List.of()));
        }
    }

    private ModelAndView again(Model model, TypedConsignment typed, HttpStatus status) {
        fill(model, typed);
        return new ModelAndView("consignment/ask", status);
    }

    private void fill(Model model, TypedConsignment typed) {
        model.addAttribute("typed", typed);
        model.addAttribute("destinations", new TreeSet<>(regimes.parties()));
        model.addAttribute("purposes", Purpose.values());
        if (!model.containsAttribute("mistakes")) {
            model.addAttribute("mistakes", Map.of());
        }
    }
}
