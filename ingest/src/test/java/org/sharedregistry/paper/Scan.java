package org.sharedregistry.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.ExtractedPage.Word;

/** Pages as recognition gives them. */
final class Scan {

    private static final Pattern WORD = Pattern.compile("\\S+");

    private Scan() {}

    /** A page on which each word has a box of its own, so that a box tells its word. */
    static ExtractedPage page(int number, String text, int confidence) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new Word(word.start(), word.end(), box(word.start()), 0.1f, box(word.end()), 0.2f, confidence));
        }
        return new ExtractedPage(number, text, Source.OCR, words, List.of(), List.of());
    }

    /** The side of a box that stands at an offset. */
    static float box(int offset) {
        return offset / 10_000f;
    }
}
