package org.sharedregistry.catalogue;

import java.util.List;
import java.util.UUID;
import org.sharedregistry.document.DocumentKind;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.language.Span;

/**
 * A document that was found, with its best pages.
 *
 * @param pagesFound how many of its pages fit
 * @param pages the best three of them
 */
public record DocumentHit(
        UUID document,
        String fileName,
        DocumentKind kind,
        DocumentKind.Visibility visibility,
        long pagesFound,
        List<PageHit> pages) {

    /**
     * A page that was found.
     *
     * @param snippet HTML: the text around the words, escaped, the words in {@code <mark>}
     * @param marks where the words are, in order, the first 100 of them
     */
    public record PageHit(int page, String snippet, List<Mark> marks) {}

    /**
     * A place in the text of a page.
     *
     * @param start offset of its first character, in UTF-16 units
     * @param end offset behind its last character
     * @param boxes where it is on a page that is a picture, a box a word; none where the page has its text in itself
     */
    public record Mark(int start, int end, List<Box> boxes) {

        static Mark of(ExtractedPage page, Span span) {
            return new Mark(
                    span.start(),
                    span.end(),
                    page.words().stream()
                            .filter(word -> word.start() < span.end() && word.end() > span.start())
                            .map(word -> new Box(word.left(), word.top(), word.right(), word.bottom()))
                            .toList());
        }
    }

    /** A rectangle on a page, in shares of the page's width and height, 0 to 1, from the left and upper edge. */
    public record Box(float left, float top, float right, float bottom) {}
}
