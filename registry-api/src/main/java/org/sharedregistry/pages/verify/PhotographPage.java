package org.sharedregistry.pages.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.paper.Particular;
import org.sharedregistry.pipeline.Snapshots;
import org.sharedregistry.pipeline.Snapshots.Busy;
import org.sharedregistry.pipeline.Snapshots.Read;
import org.sharedregistry.pipeline.Snapshots.Snapshot;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Reads the numbers on a photographed paper and shows them to be confirmed: what a machine has read is asked about only
 * when a person says so.
 */
@Controller
class PhotographPage {

    private static final int MOST_BYTES = 15_000_000;
    private static final Set<Field> NUMBERS = Set.of(
            Field.CERTIFICATE,
            Field.DECLARATION,
            Field.PRODUCTION_CONFIRMATION,
            Field.STATE_REGISTRATION,
            Field.CARD,
            Field.GTIN,
            Field.OTHER);

    private final Snapshots snapshots;

    PhotographPage(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @PostMapping("/photograph")
    ModelAndView read(Model model, @RequestParam MultipartFile file, @RequestParam @Nullable String destination)
            throws IOException {
        model.addAttribute("destination", destination);
        if (file.isEmpty() || file.getSize() > MOST_BYTES) {
            return refused(model, file.isEmpty() ? "photograph.none" : "photograph.large");
        }
        Snapshot snapshot;
        try (InputStream content = file.getInputStream()) {
            snapshot = snapshots.read(content, Objects.requireNonNullElse(file.getOriginalFilename(), "photograph"));
        }
        if (snapshot instanceof Read read) {
            model.addAttribute("found", numbers(read.paper()));
            return new ModelAndView("verify/photograph");
        }
        return refused(model, snapshot instanceof Busy ? "photograph.busy" : "photograph.unreadable");
    }

    private static ModelAndView refused(Model model, String message) {
        model.addAttribute("refusal", message);
        return new ModelAndView("verify/photograph", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The paper's own number first, then the others it names; each once. */
    private static List<Particular> numbers(Paper paper) {
        Map<String, Particular> found = new LinkedHashMap<>();
        Stream.concat(
                        paper.numbers().stream(),
                        paper.particulars().stream().filter(each -> NUMBERS.contains(each.field())))
                .forEach(each -> found.putIfAbsent(each.key(), each));
        return List.copyOf(found.values());
    }
}
