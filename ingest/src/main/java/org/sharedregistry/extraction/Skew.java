package org.sharedregistry.extraction;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * How far the lines of a page are from level, or from upright where the page lies on its side. The edges of letters are
 * projected along every angle; along that of the lines they fall into the fewest and highest heaps.
 */
final class Skew {

    /** A page laid on the glass or photographed by hand is seldom further off. */
    private static final double MOST_DEGREES = 15;

    private static final double COARSE_STEP = 0.5;
    private static final double FINE_STEP = 0.1;

    /** In pixels; enough to tell a tenth of a degree, and done in 0.1 s. */
    private static final int LONGEST_SIDE = 1000;

    /** Between neighbours, of 255. The shading of paper stays below, the faintest print above. */
    private static final int EDGE = 48;

    /** How much higher than on average the heaps along the lines are. Real pages reach 1.47 to 3, very grainy ones 1.2. */
    private static final double CLEAR = 1.15;

    private Skew() {}

    /** Clockwise, -15 to 15; 0 where no lines can be told. */
    static double degrees(BufferedImage page) {
        BufferedImage small = reduced(page);
        Found level = new Edges(small, false).find();
        Found onItsSide = new Edges(small, true).find();
        Found clearer = level.clarity >= onItsSide.clarity ? level : onItsSide;
        return clearer.clarity >= CLEAR ? clearer.degrees : 0;
    }

    private static BufferedImage reduced(BufferedImage page) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(page.getWidth(), page.getHeight()));
        int width = (int) Math.max(1, page.getWidth() * scale);
        int height = (int) Math.max(1, page.getHeight() * scale);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = small.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.drawImage(page, 0, 0, width, height, null);
        paper.dispose();
        return small;
    }

    private record Found(double degrees, double clarity) {}

    /** Points where print begins or ends, by their places along the lines and across them. */
    private static final class Edges {

        private final int[] along;
        private final int[] across;
        private final int length;
        private final int breadth;
        private final int sign;
        private int count;

        Edges(BufferedImage page, boolean onItsSide) {
            byte[] grey = ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
            int width = page.getWidth();
            int height = page.getHeight();
            int neighbour = onItsSide ? 1 : width;
            along = new int[grey.length];
            across = new int[grey.length];
            length = onItsSide ? height : width;
            breadth = onItsSide ? width : height;
            sign = onItsSide ? -1 : 1;
            for (int y = 0; y < height - 1; y++) {
                for (int x = 0; x < width - 1; x++) {
                    int at = y * width + x;
                    if (Math.abs((grey[at] & 0xFF) - (grey[at + neighbour] & 0xFF)) > EDGE) {
                        along[count] = onItsSide ? y : x;
                        across[count] = onItsSide ? x : y;
                        count++;
                    }
                }
            }
        }

        Found find() {
            double best = 0;
            double highest = heaps(0);
            double sum = 0;
            int angles = 0;
            for (double angle = -MOST_DEGREES; angle <= MOST_DEGREES; angle += COARSE_STEP) {
                double heaps = heaps(angle);
                sum += heaps;
                angles++;
                if (heaps > highest) {
                    highest = heaps;
                    best = angle;
                }
            }
            double from = best - COARSE_STEP;
            for (double angle = from; angle < from + 2 * COARSE_STEP; angle += FINE_STEP) {
                double heaps = heaps(angle);
                if (heaps > highest) {
                    highest = heaps;
                    best = angle;
                }
            }
            return new Found(sign * best, sum == 0 ? 0 : highest * angles / sum);
        }

        /** The sum of squares of how many points fall on each line at that angle. */
        private double heaps(double degrees) {
            double slope = Math.tan(Math.toRadians(degrees));
            int margin = (int) (Math.abs(slope) * length) + 1;
            int[] heaps = new int[breadth + 2 * margin];
            for (int i = 0; i < count; i++) {
                heaps[(int) (across[i] - along[i] * slope + margin)]++;
            }
            double sum = 0;
            for (int heap : heaps) {
                sum += (double) heap * heap;
            }
            return sum;
        }
    }
}
