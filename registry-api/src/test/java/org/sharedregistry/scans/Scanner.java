package org.sharedregistry.scans;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.sharedregistry.demo.Copier;

/** Makes the picture of a printed paper. */
record Scanner(Noise noise, Chance chance) {

    private static final int DPI = 200;

    /** @param number on the paper, where a stamp goes */
    byte[] scan(byte[] pdf, String number) throws IOException {
        BufferedImage page = Copier.picture(pdf, noise == Noise.LOW_RESOLUTION ? chance.between(120, 150) : DPI);
        BufferedImage worn = worn(page, pdf, number);
        return switch (noise) {
            case JPEG -> Copier.jpeg(worn, chance.between(0.2, 0.4));
            case PHOTO -> Copier.jpeg(worn, 0.75);
            default -> Copier.png(noise.isColoured() ? worn : grey(worn));
        };
    }

    private BufferedImage worn(BufferedImage page, byte[] pdf, String number) throws IOException {
        Wear wear = new Wear(page, chance);
        return switch (noise) {
            case CLEAN, JPEG, LOW_RESOLUTION -> page;
            case GRAIN -> wear.grainy(chance.between(12.0, 26.0), chance.between(0.001, 0.006));
            case SKEW -> wear.skewed(chance.one(-1, 1) * chance.between(0.5, 6));
            case QUARTER_TURN_OR_UPSIDE_DOWN -> wear.turned(chance.between(1, 3));
            case STAMP -> wear.under(new Stamp(chance).over(page, Spot.of(number, pdf)));
            case GUILLOCHE -> wear.under(Guilloche.like(page, chance));
            case FADED -> wear.faded();
            case PHOTO -> wear.photographed();
            case PUNCHED_AND_FOLDED -> wear.punchedAndFolded(DPI);
        };
    }

    private static BufferedImage grey(BufferedImage page) {
        BufferedImage grey = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.drawImage(page, 0, 0, null);
        graphics.dispose();
        return grey;
    }
}
