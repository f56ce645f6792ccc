package org.sharedregistry.extraction;

import java.util.List;

/**
 * One page of a file: a page of a PDF, an image of a TIFF, a sheet of a workbook, a slide, or a whole text.
 *
 * @param number from 1
 * @param text its words as read; empty when there are none, or none yet
 * @param source where the text comes from
 * @param words for text read from a picture, each word with its place; else empty
 * @param rereadings what further readings of some lines of a picture gave
 * @param codes the bar codes and QR codes in a picture
 */
public record ExtractedPage(
        int number, String text, Source source, List<Word> words, List<Rereading> rereadings, List<Code> codes) {

    public ExtractedPage {
        words = List.copyOf(words);
        rereadings = List.copyOf(rereadings);
        codes = List.copyOf(codes);
    }

    /** A page that was read once. */
    ExtractedPage(int number, String text, Source source, List<Word> words) {
        this(number, text, source, words, List.of(), List.of());
    }

    /** This page with the codes in its picture, words or not. */
    ExtractedPage with(List<Code> found) {
        return new ExtractedPage(number, text, source, words, rereadings, found);
    }

    /** This page with more text before its own. */
    ExtractedPage behind(String before) {
        if (text.isEmpty()) {
            return new ExtractedPage(number, before, Source.TEXT, List.of(), List.of(), codes);
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
        List<Rereading> rereadingsShifted = rereadings.stream()
                .map(each -> new Rereading(each.start + shift, each.end + shift, each.text, each.confidence))
                .toList();
        return new ExtractedPage(number, before + "\n\n" + text, source, shifted, rereadingsShifted, codes);
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

    /**
     * What another reading of a line gave, from a picture prepared otherwise. It is a witness to be heard beside the
     * text, and never part of it.
     *
     * @param start offset of the line's first character in the page's text
     * @param end offset behind its last character
     * @param confidence of the recognition, 0 to 100
     */
    public record Rereading(int start, int end, String text, int confidence) {}

    /**
     * A bar code or QR code in a picture.
     *
     * @param format as ZXing calls it, such as {@code QR_CODE}
     * @param text what it holds
     * @param left share of the page's width, 0 to 1, from the left edge; likewise the others from left and top
     */
    public record Code(String format, String text, float left, float top, float right, float bottom) {}
}
