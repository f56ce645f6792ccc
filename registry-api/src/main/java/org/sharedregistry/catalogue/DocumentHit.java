package org.sharedregistry.catalogue;

import java.util.List;
import java.util.UUID;
import org.sharedregistry.document.DocumentKind;

/**
 * A document that was found, with its best pages.
 *
 * @param pagesFound how many of its pages are in this part of the list
 */
public record DocumentHit(
        UUID document,
        String fileName,
        DocumentKind kind,
        DocumentKind.Visibility visibility,
        int pagesFound,
        List<PageHit> pages) {

    /**
     * A page that was found.
     *
     * @param snippet HTML: the text around the words, escaped, the words in {@code <mark>}
     */
    public record PageHit(int page, String snippet) {}
}
