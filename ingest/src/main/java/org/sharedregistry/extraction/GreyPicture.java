package org.sharedregistry.extraction;

import com.google.zxing.LuminanceSource;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A picture, or a part of one, as ZXing looks at it: one byte of grey a pixel. */
final class GreyPicture extends LuminanceSource {

    private final byte[] grey;
    private final int stride;
    private final int left;
    private final int top;

    private GreyPicture(byte[] grey, int stride, int left, int top, int width, int height) {
        super(width, height);
        this.grey = grey;
        this.stride = stride;
        this.left = left;
        this.top = top;
    }

    /** The same, made smaller where it has more pixels. */
    static GreyPicture of(BufferedImage picture, int mostPixels) {
        double pixels = (double) picture.getWidth() * picture.getHeight();
        return drawn(picture, Math.min(1, Math.sqrt(mostPixels / pixels)), 0);
    }

    /** The same so many times as large, with an edge of white paper around it. */
    static GreyPicture framed(BufferedImage picture, double scale, int edge) {
        return drawn(picture, scale, edge);
    }

    private static GreyPicture drawn(BufferedImage picture, double scale, int edge) {
        int width = (int) Math.max(1, picture.getWidth() * scale);
        int height = (int) Math.max(1, picture.getHeight() * scale);
        BufferedImage drawn = new BufferedImage(width + 2 * edge, height + 2 * edge, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = drawn.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        if (scale < 1) {
            paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        paper.drawImage(picture, edge, edge, width, height, null);
        paper.dispose();
        byte[] grey = ((DataBufferByte) drawn.getRaster().getDataBuffer()).getData();
        return new GreyPicture(grey, drawn.getWidth(), 0, 0, drawn.getWidth(), drawn.getHeight());
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        byte[] filled = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        System.arraycopy(grey, (top + y) * stride + left, filled, 0, getWidth());
        return filled;
    }

    @Override
    public byte[] getMatrix() {
        byte[] matrix = new byte[getWidth() * getHeight()];
        for (int y = 0; y < getHeight(); y++) {
            System.arraycopy(grey, (top + y) * stride + left, matrix, y * getWidth(), getWidth());
        }
        return matrix;
    }

    @Override
    public boolean isCropSupported() {
        return true;
    }

    @Override
    public GreyPicture crop(int x, int y, int width, int height) {
        return new GreyPicture(grey, stride, left + x, top + y, width, height);
    }

    @Override
    public boolean isRotateSupported() {
        return true;
    }

    @Override
    public GreyPicture rotateCounterClockwise() {
        int width = getWidth();
        int height = getHeight();
        byte[] turned = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[(width - 1 - x) * height + y] = grey[(top + y) * stride + left + x];
            }
        }
        return new GreyPicture(turned, height, 0, 0, height, width);
    }

    /** Half as wide and high, four pixels made one: grain goes, and so does the time it takes. */
    GreyPicture halved() {
        int width = getWidth() / 2;
        int height = getHeight() / 2;
        byte[] half = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int at = (top + 2 * y) * stride + left;
            for (int x = 0; x < width; x++, at += 2) {
                int sum = (grey[at] & 0xFF)
                        + (grey[at + 1] & 0xFF)
                        + (grey[at + stride] & 0xFF)
                        + (grey[at + stride + 1] & 0xFF);
                half[y * width + x] = (byte) (sum / 4);
            }
        }
        return new GreyPicture(half, width, 0, 0, width, height);
    }
}
