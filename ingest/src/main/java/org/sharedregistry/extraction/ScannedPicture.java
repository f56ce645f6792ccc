package org.sharedregistry.extraction;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * One picture of an image file. Tesseract reads most of them from the file itself; a photograph that lies on its side,
 * or has more pixels than it may, is made fit first.
 *
 * @param number of the picture in the file, from 1; only a TIFF holds several
 * @param step every how many pixels one is taken, in both directions
 * @param quarterTurns clockwise, to stand upright
 */
record ScannedPicture(Path file, int number, int step, int quarterTurns) {

    /** EXIF's values of orientation; the mirrored ones no camera writes. */
    private static final Map<Integer, Integer> QUARTER_TURNS = Map.of(3, 2, 6, 1, 8, 3);

    static ScannedPicture of(Path file, String mediaType, int number, long maxPixels) throws IOException {
        int turns = mediaType.equals("image/jpeg") ? quarterTurns(file) : 0;
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                // WebP: Tesseract knows it, and its sides have no more than 16,383 pixels.
                return new ScannedPicture(file, number, 1, 0);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                double pixels = (double) reader.getWidth(number - 1) * reader.getHeight(number - 1);
                int step = (int) Math.ceil(Math.sqrt(pixels / maxPixels));
                return new ScannedPicture(file, number, Math.max(1, step), turns);
            } finally {
                reader.dispose();
            }
        }
    }

    /** How many pictures a file holds; fails when not even their first one's header can be read. */
    static int count(Path file, String mediaType) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 1;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                reader.getWidth(0);
                return mediaType.equals("image/tiff") ? reader.getNumImages(true) : 1;
            } finally {
                reader.dispose();
            }
        }
    }

    boolean isFitAsItIs() {
        return step == 1 && quarterTurns == 0;
    }

    /** Upright, grey and small enough. */
    BufferedImage fitted() throws IOException {
        BufferedImage image = read();
        boolean onItsSide = quarterTurns % 2 == 1;
        int width = onItsSide ? image.getHeight() : image.getWidth();
        int height = onItsSide ? image.getWidth() : image.getHeight();
        BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = fitted.createGraphics();
        paper.translate(width / 2.0, height / 2.0);
        paper.rotate(quarterTurns * Math.PI / 2);
        paper.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        paper.drawImage(image, 0, 0, null);
        paper.dispose();
        return fitted;
    }

    private BufferedImage read() throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            try {
                reader.setInput(in);
                ImageReadParam parameters = reader.getDefaultReadParam();
                parameters.setSourceSubsampling(step, step, 0, 0);
                return reader.read(number - 1, parameters);
            } finally {
                reader.dispose();
            }
        }
    }

    private static int quarterTurns(Path file) throws IOException {
        try {
            ExifIFD0Directory directory =
                    ImageMetadataReader.readMetadata(file.toFile()).getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer orientation = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return orientation == null ? 0 : QUARTER_TURNS.getOrDefault(orientation, 0);
        } catch (ImageProcessingException e) {
            throw new IOException("The picture's metadata cannot be read", e);
        }
    }
}
