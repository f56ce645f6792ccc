package org.sharedregistry.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.identifier.Folding;

/** Looks for designations that are known, such as the models of an entry, on a page. */
public final class Designations {

    private final PageText text;
    private final StringBuilder bare = new StringBuilder();
    /** Where each letter or digit of the bare text stands in the page's. */
    private final List<Integer> places = new ArrayList<>();

    private Designations(ExtractedPage page) {
        this.text = new PageText(page);
        String folded = Folding.fold(page.text());
        IntStream.range(0, folded.length())
                .filter(place -> Character.isLetterOrDigit(folded.charAt(place)))
                .forEach(place -> {
                    bare.append(folded.charAt(place));
                    places.add(place);
                });
    }

    /**
     * Where each of some designations stands first on a page, as a model; those that stand nowhere are left out.
     *
     * @param wanted their letters and digits, folded, as {@link Folding#bare} gives them
     */
    public static List<Particular> on(ExtractedPage page, Set<String> wanted) {
        Designations designations = new Designations(page);
        return wanted.stream()
                .filter(each -> !each.isEmpty())
                .flatMap(each -> designations.first(each).stream())
                .toList();
    }

    private List<Particular> first(String designation) {
        int at = bare.indexOf(designation);
        while (at >= 0) {
            int start = places.get(at);
            int end = places.get(at + designation.length() - 1) + 1;
            if (isAlone(start, end)) {
                String raw = text.text().substring(start, end);
                return List.of(text.particular(Field.MODEL, raw, designation, text.legibility(start, end), start, end));
            }
            at = bare.indexOf(designation, at + 1);
        }
        return List.of();
    }

    /** No letter or digit stands against it, and within it no other word begins a line. */
    private boolean isAlone(int start, int end) {
        return !isWord(start - 1)
                && !isWord(end)
                && text.text().substring(start, end).indexOf('\n') < 0;
    }

    private boolean isWord(int place) {
        return place >= 0
                && place < text.text().length()
                && Character.isLetterOrDigit(text.text().charAt(place));
    }
}
