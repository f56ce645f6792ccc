package org.sharedregistry.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sharedregistry.catalogue.DocumentHit.Mark;
import org.sharedregistry.document.Document;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.language.Highlighter;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.language.Widening;
import org.sharedregistry.pipeline.Pages;
import org.sharedregistry.storage.ContentHash;
import org.springframework.stereotype.Service;

/** The pages of one document, and where words are on them. */
@Service
public class DocumentPages {

    private final Pages pages;
    private final Highlighter highlighter;

    DocumentPages(Pages pages, Highlighter highlighter) {
        this.pages = pages;
        this.highlighter = highlighter;
    }

    /**
     * One page, and where else in the document the words are. They are widened no further than until there is any of
     * them; no more than a few pages are in memory at a time.
     *
     * @param words none to look for when blank
     */
    public View view(Document document, int number, String words) {
        ExtractedPage page = pages.one(document.original(), number)
                .orElseGet(() -> new ExtractedPage(number, "", Source.NONE, List.of(), List.of(), List.of()));
        if (!words.isBlank()) {
            for (Widening widening : Widening.values()) {
                ParsedQuery query = ParsedQuery.of(words, widening);
                Map<Integer, Integer> hits = hits(document.original(), query);
                if (!hits.isEmpty()) {
                    return view(page, hits, query);
                }
            }
        }
        return new View(number, page.source(), List.of(new Piece(page.text(), false)), List.of(), Map.of());
    }

    private Map<Integer, Integer> hits(ContentHash original, ParsedQuery query) {
        Map<Integer, Integer> hits = new TreeMap<>();
        pages.each(original, page -> {
            int found = highlighter.spans(page.text(), query).size();
            if (found > 0) {
                hits.put(page.number(), found);
            }
        });
        return hits;
    }

    private View view(ExtractedPage page, Map<Integer, Integer> hits, ParsedQuery query) {
        List<Mark> marks = highlighter.spans(page.text(), query).stream()
                .map(span -> Mark.of(page, span))
                .toList();
        return new View(page.number(), page.source(), pieces(page.text(), marks), marks, hits);
    }

    private static List<Piece> pieces(String text, List<Mark> marks) {
        List<Piece> pieces = new ArrayList<>();
        int shown = 0;
        for (Mark mark : marks) {
            pieces.add(new Piece(text.substring(shown, mark.start()), false));
            pieces.add(new Piece(text.substring(mark.start(), mark.end()), true));
            shown = mark.end();
        }
        pieces.add(new Piece(text.substring(shown), false));
        return pieces;
    }

    /**
     * A page.
     *
     * @param pieces its text from beginning to end
     * @param marks where the words are on it
     * @param hits how many there are on each page of the document that has any, in order
     */
    public record View(int number, Source source, List<Piece> pieces, List<Mark> marks, Map<Integer, Integer> hits) {}

    /** A stretch of text, either looked for or not. */
    public record Piece(String text, boolean marked) {}
}
