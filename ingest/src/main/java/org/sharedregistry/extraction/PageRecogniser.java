package org.sharedregistry.extraction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sharedregistry.extraction.ExtractedPage.Rereading;
import org.sharedregistry.extraction.Frames.Limits;

/**
 * Recognises the words of a page, whichever way it lies. Tesseract itself reads lines that run downwards as well as level
 * ones, but neither upside down, which shows in its confidence, nor askew, which does not: it leaves lines out and is sure
 * of the rest. Hence skew is measured on every page, and a page is read once more only where that pays: see
 * docs/decisions/0011-upright.md.
 */
final class PageRecogniser {

    /** At one degree Tesseract misses nothing, at one and a half every eighth word. */
    private static final double LEAST_SKEW = 0.8;

    private static final double UPSIDE_DOWN = 180;

    private final Tesseract tesseract;
    private final NumberReader numbers;
    private final Path turned;

    /** @param folder for files that are nobody else's */
    PageRecogniser(Path folder, Limits limits) {
        this.tesseract = new Tesseract(folder, limits);
        this.numbers = new NumberReader(tesseract, folder, limits);
        this.turned = folder.resolve("turned.pgm");
    }

    Recognised read(BufferedImage page) throws IOException {
        double degrees = levelling(page);
        Recognised words = read(page, degrees);
        return words.isSure() ? words : words.orSurer(read(page, degrees + UPSIDE_DOWN));
    }

    Recognised read(ScannedPicture picture) throws IOException {
        if (!picture.isFitAsItIs()) {
            return read(picture.fitted());
        }
        Recognised words = tesseract.read(picture.file(), picture.number());
        if (levelling(tesseract.seen(picture.number())) != 0) {
            return read(picture.fitted());
        }
        return words.isSure()
                ? words.with(numbers.read(words, picture::inColour))
                : words.orSurer(read(picture.fitted(), UPSIDE_DOWN));
    }

    private static double levelling(BufferedImage page) {
        double skew = Skew.degrees(page);
        return Math.abs(skew) < LEAST_SKEW ? 0 : -skew;
    }

    private Recognised read(BufferedImage page, double degrees) throws IOException {
        TurnedPicture picture = TurnedPicture.of(page, degrees);
        picture.write(turned);
        Recognised words = tesseract.read(turned, 1);
        List<Rereading> rereadings = words.isSure() ? numbers.read(words, picture::picture) : List.of();
        return words.with(rereadings).shownOn(picture);
    }
}
