package org.sharedregistry.examination;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sharedregistry.document.Document;
import org.sharedregistry.examination.Recorded.Value;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.paper.Designations;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.Particular;
import org.sharedregistry.pipeline.Pages;
import org.springframework.stereotype.Component;

/**
 * Looks for recorded models on the pages themselves. A paper lists models in tables and sentences of any form, so that one
 * is missing only when it stands nowhere.
 */
@Component
class ModelsOnPages {

    /** Annexes are long; a model that stands further behind is taken for missing. */
    private static final int MOST_PAGES = 100;

    private final Pages pages;

    ModelsOnPages(Pages pages) {
        this.pages = pages;
    }

    /** What is printed, with those of the subjects' models that were not among it and stand on a page. */
    Printed lookedFor(Document document, Printed printed, List<Recorded> subjects) {
        Set<String> read =
                printed.all(Field.MODEL).stream().map(Printed.Value::key).collect(Collectors.toSet());
        Set<String> wanted = subjects.stream()
                .flatMap(each -> each.all(Field.MODEL).stream())
                .map(Value::key)
                .filter(key -> !read.contains(key))
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return printed;
        }
        List<Particular> found = new ArrayList<>();
        for (ExtractedPage page : pages.first(document.original(), MOST_PAGES)) {
            found.addAll(Designations.on(page, wanted));
        }
        return printed.with(document.id(), found);
    }
}
