package org.sharedregistry.scans;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A round stamp, pressed on by hand. */
record Stamp(Chance chance) {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** 38 mm across, on a page 210 mm wide. */
    private static final double RADIUS = 19 / 210.0;

    /** A layer of its ink alone, about a spot of a page. */
    BufferedImage over(BufferedImage page, Spot spot) throws IOException {
        BufferedImage layer = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Wear.smooth(layer);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, layer.getWidth(), layer.getHeight());
        double radius = RADIUS * page.getWidth();
        graphics.translate(
                spot.across() * page.getWidth() + chance.between(-0.3, 0.3) * radius,
                spot.down() * page.getHeight() + chance.between(-0.5, 0.5) * radius);
        graphics.rotate(Math.toRadians(chance.between(-25, 25)));
        graphics.setColor(new Color(45, 65, 170, chance.between(110, 190)));
        press(graphics, radius);
        graphics.dispose();
        return layer;
    }

    private void press(Graphics2D graphics, double radius) throws IOException {
        graphics.setStroke(new BasicStroke((float) radius / 30));
        for (double share : new double[] {1, 0.94, 0.66}) {
            graphics.draw(
                    new Ellipse2D.Double(-share * radius, -share * radius, 2 * share * radius, 2 * share * radius));
        }
        Font font = font().deriveFont((float) radius / 6);
        around("ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ * ", font, graphics, 0.74 * radius);
        String[] middle = {"ДЛЯ", "ДОКУМЕНТОВ"};
        for (int i = 0; i < middle.length; i++) {
            graphics.setFont(font);
            double half = font.getStringBounds(middle[i], graphics.getFontRenderContext())
                            .getWidth()
                    / 2;
            graphics.drawString(middle[i], (float) -half, (float) (radius * (i * 0.25 - 0.05)));
        }
    }

    private static void around(String text, Font font, Graphics2D graphics, double radius) {
        for (int i = 0; i < text.length(); i++) {
            AffineTransform place = AffineTransform.getRotateInstance(2 * Math.PI * i / text.length());
            place.translate(0, -radius);
            graphics.setFont(font.deriveFont(place));
            graphics.drawString(text.substring(i, i + 1), 0, 0);
        }
    }

    private static Font font() throws IOException {
        try (InputStream stream = PDDocument.class.getResourceAsStream(FONT)) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (FontFormatException e) {
            throw new IOException(FONT, e);
        }
    }
}
