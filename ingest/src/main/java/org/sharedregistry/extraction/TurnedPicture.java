package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sharedregistry.extraction.ExtractedPage.Word;

/**
 * A page as it is recognised, grey and turned so that its lines lie level, and the way back to the page as it is shown.
 *
 * @param back from its pixels to those of the page that is shown
 */
record TurnedPicture(BufferedImage picture, AffineTransform back, int shownWidth, int shownHeight) {

    /** Every how many pixels one is looked at, in both directions. */
    private static final int SAMPLE = 8;

    /** @param degrees clockwise; what comes into view at the corners looks like its paper */
    static TurnedPicture of(BufferedImage shown, double degrees) {
        double radians = Math.toRadians(degrees);
        double sine = Math.abs(Math.sin(radians));
        double cosine = Math.abs(Math.cos(radians));
        int width = (int) Math.round(shown.getWidth() * cosine + shown.getHeight() * sine);
        int height = (int) Math.round(shown.getWidth() * sine + shown.getHeight() * cosine);
        AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.rotate(radians);
        turn.translate(-shown.getWidth() / 2.0, -shown.getHeight() / 2.0);
        return new TurnedPicture(drawn(shown, turn, width, height), inverse(turn), shown.getWidth(), shown.getHeight());
    }

    /** The smallest box on the shown page that holds the word; its sides are shares of that page. */
    Word shown(Word word) {
        Shape onPaper = new Rectangle2D.Double(
                word.left() * picture.getWidth(),
                word.top() * picture.getHeight(),
                (word.right() - word.left()) * picture.getWidth(),
                (word.bottom() - word.top()) * picture.getHeight());
        Rectangle2D box = back.createTransformedShape(onPaper).getBounds2D();
        return new Word(
                word.start(),
                word.end(),
                share(box.getMinX() / shownWidth),
                share(box.getMinY() / shownHeight),
                share(box.getMaxX() / shownWidth),
                share(box.getMaxY() / shownHeight),
                word.confidence());
    }

    /** As PGM, which is written in 10 ms. */
    void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(("P5\n" + picture.getWidth() + " " + picture.getHeight() + "\n255\n").getBytes(US_ASCII));
            out.write(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        }
    }

    private static BufferedImage drawn(BufferedImage shown, AffineTransform turn, int width, int height) {
        if (turn.isIdentity() && shown.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return shown;
        }
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = turned.createGraphics();
        paper.setColor(paperOf(shown));
        paper.fillRect(0, 0, width, height);
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.drawImage(shown, turn, null);
        paper.dispose();
        return turned;
    }

    /** The most frequent grey; beside corners of pure white, grey paper would be taken for ink. */
    private static Color paperOf(BufferedImage shown) {
        int[] frequencies = new int[256];
        for (int y = 0; y < shown.getHeight(); y += SAMPLE) {
            for (int x = 0; x < shown.getWidth(); x += SAMPLE) {
                frequencies[shown.getRGB(x, y) & 0xFF]++;
            }
        }
        int paper = 0;
        for (int grey = 0; grey < frequencies.length; grey++) {
            paper = frequencies[grey] > frequencies[paper] ? grey : paper;
        }
        return new Color(paper, paper, paper);
    }

    private static AffineTransform inverse(AffineTransform turn) {
        try {
            return turn.createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("A turn can always be turned back", e);
        }
    }

    private static float share(double value) {
        return (float) Math.min(Math.max(value, 0), 1);
    }
}
