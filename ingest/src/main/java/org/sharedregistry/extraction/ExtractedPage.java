package org.sharedregistry.extraction;

import java.util.List;

/**
 * One page of a file: a page of a PDF, an image of a TIFF, a sheet of a workbook, a slide, or a whole text.
 *
 * @param number from 1
 * @param text its words as read; empty when there are none, or none yet
 * @param source where the text comes from
 * @param words for text read from a picture, each word with its place; else empty
 */
public record ExtractedPage(int number, String text, Source source, List<Word> words) {

    public ExtractedPage {
        words = List.copyOf(words);
    }

    /** This page with more text before its own. */
    ExtractedPage behind(String before) {
        if (text.isEmpty()) {
            return new ExtractedPage(number, before, Source.TEXT, List.of());
        }
        int shift = before.length() + 2;
        List<Word> shifted = words.stream()
                .map(word -> new Word(
                        word.start + shift,
                        word.end + shift,
                        word.left,
                        word.top,
                        word.right,
                        word.bottom,
                        word.confidence))
                .toList();
        return new ExtractedPage(number, before + "\n\n" + text, source, shifted);
    }

    /** Where a page's text comes from. */
    public enum Source {
        /** The file holds it as text. */
        TEXT,
        /** It was recognised in a picture. */
        OCR,
        /** The page is a picture that nothing has read yet; it may have a little text besides. */
        PENDING,
        /** The page is empty. */
        NONE
    }

    /**
     * A word in a picture.
     *
     * @param start offset of its first character in the page's text
     * @param end offset behind its last character
     * @param left share of the page's width, 0 to 1, from the left edge; likewise the others from left and top
     * @param confidence of the recognition, 0 to 100
     */
    public record Word(int start, int end, float left, float top, float right, float bottom, int confidence) {}
}
