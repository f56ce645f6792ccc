package org.sharedregistry.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.extraction.ExtractedPage.Source;

/** Pages on their way to the database, gathered so that a short document goes in one statement and a long one in many. */
final class PageBatch {

    private static final int MOST_PAGES = 200;
    private static final int MOST_CHARACTERS = 250_000;

    private final Consumer<List<ExtractedPage>> database;
    private final List<ExtractedPage> pages = new ArrayList<>();
    private int characters;
    private boolean pictures;

    PageBatch(Consumer<List<ExtractedPage>> database) {
        this.database = database;
    }

    void add(ExtractedPage page) {
        pages.add(page);
        characters += page.text().length();
        pictures |= page.source() == Source.PENDING;
        if (pages.size() >= MOST_PAGES || characters >= MOST_CHARACTERS) {
            flush();
        }
    }

    void flush() {
        if (!pages.isEmpty()) {
            database.accept(List.copyOf(pages));
            pages.clear();
            characters = 0;
        }
    }

    /** Whether a page among all that were added is a picture to be recognised. */
    boolean hadPictures() {
        return pictures;
    }
}
