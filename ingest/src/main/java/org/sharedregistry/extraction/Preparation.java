package org.sharedregistry.extraction;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * How the picture of a line is prepared to be read again, and by whom. A reader of one alphabet sees the signs of that
 * alphabet as they are, which one of several alphabets together does not: see docs/decisions/0016-preparation.md.
 */
enum Preparation {
    CYRILLIC("rus", 2, false),
    LATIN("eng", 2, false),
    /** Of the brightest of three colours, where a coloured stamp or guilloche is pale, and larger. */
    CYRILLIC_UNSTAMPED("rus", 3, true),
    LATIN_UNSTAMPED("eng", 3, true);

    /** In pixels; letters of large print gain nothing by being larger still. */
    private static final int TALLEST = 150;

    private final String language;
    private final int times;
    private final boolean brightest;

    Preparation(String language, int times, boolean brightest) {
        this.language = language;
        this.times = times;
        this.brightest = brightest;
    }

    String language() {
        return language;
    }

    BufferedImage of(BufferedImage line) {
        double scale = Math.max(1, Math.min(times, (double) TALLEST / line.getHeight()));
        BufferedImage prepared = new BufferedImage(
                (int) (line.getWidth() * scale), (int) (line.getHeight() * scale), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = prepared.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        paper.drawImage(brightest ? brightest(line) : line, 0, 0, prepared.getWidth(), prepared.getHeight(), null);
        paper.dispose();
        return prepared;
    }

    private static BufferedImage brightest(BufferedImage line) {
        BufferedImage bright = new BufferedImage(line.getWidth(), line.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < line.getHeight(); y++) {
            for (int x = 0; x < line.getWidth(); x++) {
                int colour = line.getRGB(x, y);
                int brightest = Math.max(colour & 0xFF, Math.max(colour >> 8 & 0xFF, colour >> 16 & 0xFF));
                bright.getRaster().setSample(x, y, 0, brightest);
            }
        }
        return bright;
    }
}
