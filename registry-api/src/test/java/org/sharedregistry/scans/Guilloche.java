package org.sharedregistry.scans;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** The net of fine waves that forms of security printers have. */
final class Guilloche {

    private Guilloche() {}

    /** On a sheet of the size of a page. */
    static BufferedImage like(BufferedImage page, Chance chance) {
        BufferedImage sheet = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Wear.smooth(sheet);
        graphics.setColor(chance.one(new Color(246, 250, 244), new Color(250, 246, 238), new Color(243, 248, 252)));
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setStroke(new BasicStroke(1.2f));
        for (int net = 0; net < 2; net++) {
            graphics.setColor(chance.one(new Color(200, 225, 210), new Color(238, 208, 202), new Color(203, 218, 238)));
            double height = chance.between(14.0, 34.0);
            double length = chance.between(90.0, 260.0);
            double phase = chance.between(0.0, 0.6);
            for (int line = 0; line * 11 < sheet.getHeight() + 60; line++) {
                graphics.draw(wave(sheet.getWidth(), line * 11, height, length, phase * line));
            }
        }
        graphics.dispose();
        return sheet;
    }

    private static Path2D wave(int width, double middle, double height, double length, double phase) {
        Path2D wave = new Path2D.Double();
        wave.moveTo(0, middle + height * Math.sin(phase));
        for (int x = 6; x <= width; x += 6) {
            wave.lineTo(x, middle + height * Math.sin(2 * Math.PI * x / length + phase));
        }
        return wave;
    }
}
