package org.sharedregistry.extraction;

import java.util.List;
import org.sharedregistry.extraction.ExtractedPage.Rereading;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.ExtractedPage.Word;

/**
 * The words that were recognised in one picture, in the order in which they are read.
 *
 * @param rereadings of lines that hold a number
 */
record Recognised(String text, List<Word> words, List<Rereading> rereadings) {

    static final Recognised NOTHING = new Recognised("", List.of());

    /** The mean confidence that pages upside down never reach: they stay below 36, upright ones above 80. */
    private static final double SURE = 60;

    /** Below it nine words in ten are wrong, as on pages of 70 dots an inch, or none is there, as on photographs. */
    private static final double RUBBISH = 55;

    Recognised {
        words = List.copyOf(words);
        rereadings = List.copyOf(rereadings);
    }

    /** What was read once. */
    Recognised(String text, List<Word> words) {
        this(text, words, List.of());
    }

    Recognised with(List<Rereading> further) {
        return new Recognised(text, words, further);
    }

    /** Whether these can be the words as they stand there, and not those of a page that lies upside down. */
    boolean isSure() {
        return words.isEmpty() || confidence() >= SURE;
    }

    Recognised orSurer(Recognised other) {
        return other.confidence() > confidence() ? other : this;
    }

    /** The page; it is empty when there are no words, or none that deserve to be found. */
    ExtractedPage page(int number) {
        return words.isEmpty() || confidence() < RUBBISH
                ? new ExtractedPage(number, "", Source.NONE, List.of())
                : new ExtractedPage(number, text, Source.OCR, words, rereadings, List.of());
    }

    /** As they lie on the page that is shown. */
    Recognised shownOn(TurnedPicture picture) {
        return new Recognised(text, words.stream().map(picture::shown).toList(), rereadings);
    }

    /** The mean over all letters, 0 to 100. */
    double confidence() {
        double letters = 0;
        double sum = 0;
        for (Word word : words) {
            int length = word.end() - word.start();
            letters += length;
            sum += (double) length * word.confidence();
        }
        return letters == 0 ? 0 : sum / letters;
    }
}
