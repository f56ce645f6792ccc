package org.sharedregistry.review;

import java.util.List;
import org.sharedregistry.access.Caller;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The evidence of an entry in one call, and its history. */
@RestController
@RequestMapping("/api/v1/goods/{number}")
class EvidenceController {

    private final Entries entries;
    private final EvidenceViews evidence;
    private final History history;

    EvidenceController(Entries entries, EvidenceViews evidence, History history) {
        this.entries = entries;
        this.evidence = evidence;
        this.history = history;
    }

    @GetMapping("/history")
    HistoryView history(Caller caller, @PathVariable String number, @RequestParam(defaultValue = "en") String lang) {
        if (!lang.matches("ru|be|en")) {
            throw RegistryProblem.parameter("lang", "Texts are there in ru, be and en.");
        }
        return new HistoryView(history.of(caller, entries.visible(caller, number), lang));
    }

    @GetMapping("/evidence")
    EvidenceView evidence(Caller caller, @PathVariable String number) {
        return evidence.of(caller, entries.visible(caller, number));
    }

    record HistoryView(List<History.Line> items) {}
}
