package org.sharedregistry.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page that each problem's {@code type} leads to, from the Markdown in {@code docs/problems}. */
@Controller
class ProblemPages {

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().build();

    @GetMapping("/problems/{slug:[a-z-]+}")
    String show(Model model, @PathVariable String slug) throws IOException {
        ClassPathResource page = new ClassPathResource("problems/" + slug + ".md");
        if (!page.exists()) {
            throw RegistryProblem.notFound("problem");
        }
        model.addAttribute("slug", slug);
        model.addAttribute("html", renderer.render(parser.parse(page.getContentAsString(StandardCharsets.UTF_8))));
        return "problem";
    }
}
