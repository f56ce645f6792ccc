package org.sharedregistry.scans;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.DoubleUnaryOperator;

/** What happens to a page in colours. Every method gives a new picture. */
final class Wear {

    /** The brightness that a page's brightness, 0 to 255, turns into. */
    private interface Shade {
        double of(int x, int y, double brightness);
    }

    /** The colours of a picture's points. */
    private interface Colours {
        int at(int x, int y);
    }

    private final BufferedImage page;
    private final int[] points;
    private final Chance chance;
    private final int width;
    private final int height;

    Wear(BufferedImage page, Chance chance) {
        this.page = page;
        this.chance = chance;
        width = page.getWidth();
        height = page.getHeight();
        points = points(page);
    }

    /** @param specks share of points that are black or white */
    BufferedImage grainy(double deviation, double specks) {
        return painted((x, y) -> {
            if (chance.between(0.0, 1.0) < specks) {
                return chance.one(0x000000, 0xFFFFFF);
            }
            double grain = chance.gaussian(deviation);
            return each(point(x, y), value -> value + grain);
        });
    }

    BufferedImage skewed(double degrees) {
        return moved(
                AffineTransform.getRotateInstance(Math.toRadians(degrees), width / 2.0, height / 2.0), width, height);
    }

    BufferedImage turned(int quarters) {
        boolean onItsSide = quarters % 2 == 1;
        int turnedWidth = onItsSide ? height : width;
        int turnedHeight = onItsSide ? width : height;
        AffineTransform turn = AffineTransform.getTranslateInstance(turnedWidth / 2.0, turnedHeight / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-width / 2.0, -height / 2.0);
        return moved(turn, turnedWidth, turnedHeight);
    }

    /** With another layer of ink, which lets through what is under it. */
    BufferedImage under(BufferedImage layer) {
        int[] inks = points(layer);
        return painted((x, y) -> {
            int ink = inks[y * width + x];
            int colour = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                colour |= (part(point(x, y), shift) * part(ink, shift) / 255) << shift;
            }
            return colour;
        });
    }

    BufferedImage faded() {
        double contrast = chance.between(0.3, 0.55);
        Shade light = unevenLight(0.25);
        return new Wear(shaded((x, y, value) -> light.of(x, y, 235 - (255 - value) * contrast)), chance).grainy(3, 0);
    }

    BufferedImage photographed() {
        Shade light = unevenLight(0.35);
        BufferedImage picture = new Wear(tilted(), chance).shaded(light);
        return new Wear(picture, chance).grainy(chance.between(4.0, 9.0), 0);
    }

    BufferedImage punchedAndFolded(int dpi) {
        BufferedImage folded = chance.oneIn(2) ? folded(1 / 2.0) : new Wear(folded(1 / 3.0), chance).folded(2 / 3.0);
        Graphics2D graphics = smooth(folded);
        graphics.setColor(chance.one(new Color(40, 40, 40), new Color(150, 150, 150)));
        int radius = millimetres(3, dpi);
        for (int side : new int[] {-1, 1}) {
            int y = height / 2 + side * millimetres(40, dpi); // ISO 838
            graphics.fillOval(millimetres(12, dpi) - radius, y - radius, 2 * radius, 2 * radius);
        }
        graphics.dispose();
        return folded;
    }

    private BufferedImage folded(double share) {
        double fold = height * share + chance.between(-20, 20);
        double slope = chance.between(-0.006, 0.006);
        return shaded((x, y, value) -> {
            double distance = Math.abs(y - fold - slope * x);
            double broken = distance < 1.5 ? Math.max(value, 190) : value; // ink comes off where paper breaks
            return broken * (1 - 0.22 * Math.exp(-distance / 14));
        });
    }

    /** A projection: one side of the page is farther away than the other. */
    private BufferedImage tilted() {
        double acrossTilt = chance.between(-0.05, 0.05);
        double downTilt = chance.between(-0.07, 0.07);
        double turn = Math.toRadians(chance.between(-1.5, 1.5));
        return painted((x, y) -> {
            double across = 1.08 * (x - width / 2.0);
            double down = 1.08 * (y - height / 2.0);
            double nearness = 1 + acrossTilt * across / width + downTilt * down / height;
            double fromX = width / 2.0 + (across * Math.cos(turn) - down * Math.sin(turn)) / nearness;
            double fromY = height / 2.0 + (across * Math.sin(turn) + down * Math.cos(turn)) / nearness;
            return between(fromX, fromY);
        });
    }

    /** The colour between four points of the page, or of the table that it lies on. */
    private int between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
            return 0x6B5B4B;
        }
        double right = x - left;
        double bottom = y - top;
        int colour = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double above = part(point(left, top), shift) * (1 - right) + part(point(left + 1, top), shift) * right;
            double below =
                    part(point(left, top + 1), shift) * (1 - right) + part(point(left + 1, top + 1), shift) * right;
            colour |= whole(above * (1 - bottom) + below * bottom) << shift;
        }
        return colour;
    }

    /** Brightest at some point, and darker by a share at the farthest. */
    private Shade unevenLight(double loss) {
        double lampX = chance.between(0.0, 1.0) * width;
        double lampY = chance.between(0.0, 1.0) * height;
        double reach = Math.hypot(width, height);
        return (x, y, value) -> value * (1 - loss * Math.hypot(x - lampX, y - lampY) / reach);
    }

    private BufferedImage shaded(Shade shade) {
        return painted((x, y) -> each(point(x, y), value -> shade.of(x, y, value)));
    }

    /** A picture as large as the page. */
    private BufferedImage painted(Colours colours) {
        int[] painted = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                painted[y * width + x] = colours.at(x, y);
            }
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.getRaster().setDataElements(0, 0, width, height, painted);
        return picture;
    }

    /** All at once, row by row: one at a time each would be converted by itself. */
    private static int[] points(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private int point(int x, int y) {
        return points[y * width + x];
    }

    private BufferedImage moved(AffineTransform move, int movedWidth, int movedHeight) {
        BufferedImage moved = new BufferedImage(movedWidth, movedHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(moved);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, movedWidth, movedHeight);
        graphics.drawImage(page, move, null);
        graphics.dispose();
        return moved;
    }

    static Graphics2D smooth(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return graphics;
    }

    private static int millimetres(int length, int dpi) {
        return (int) Math.round(length * dpi / 25.4);
    }

    private static int each(int colour, DoubleUnaryOperator change) {
        int changed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            changed |= whole(change.applyAsDouble(part(colour, shift))) << shift;
        }
        return changed;
    }

    /** Blue, green or red of a colour, which stand 0, 8 and 16 bits up. */
    private static int part(int colour, int shift) {
        return (colour >> shift) & 255;
    }

    private static int whole(double part) {
        return (int) Math.max(0, Math.min(255, part));
    }
}
