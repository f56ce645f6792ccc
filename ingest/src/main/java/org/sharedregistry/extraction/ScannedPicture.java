package org.sharedregistry.extraction;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.sharedregistry.extraction.Extraction.Reason;

/**
 * One picture of an image file. Tesseract reads most of them from the file itself; a photograph that lies on its side,
 * or has more pixels than it may, is made fit first.
 *
 * @param number of the picture in the file, from 1; only a TIFF holds several
 * @param width in pixels, and {@code height}, as stored
 * @param step every how many pixels one is taken, in both directions
 * @param quarterTurns clockwise, to be as a viewer shows it
 */
record ScannedPicture(Path file, int number, int width, int height, int step, int quarterTurns) {

    /** EXIF's values of orientation; the mirrored ones no camera writes. */
    private static final Map<Integer, Integer> QUARTER_TURNS = Map.of(3, 2, 6, 1, 8, 3);

    /** Those of types whose viewers heed EXIF. */
    private static final Set<String> TURNED_BY_EXIF = Set.of("image/jpeg", "image/webp");

    /** How many times larger than it may be a picture is still made smaller: with 40 million, an A0 sheet at 300 dpi. */
    private static final int MOST_TIMES_LARGER = 4;

    /** In pixels; nothing smaller is a word. */
    private static final int SMALLEST_SIDE = 8;

    private static final byte MARK = (byte) 0xFF;
    private static final byte START_OF_SCAN = (byte) 0xDA;
    private static final byte END_OF_PICTURE = (byte) 0xD9;

    /** @throws Unreadable when it is far larger than it may be */
    static ScannedPicture of(Path file, String mediaType, int number, long maxPixels) throws IOException {
        if (mediaType.equals("image/jpeg") && breaksOff(file)) {
            throw new Unreadable(Reason.DAMAGED, "The picture breaks off.");
        }
        int turns = TURNED_BY_EXIF.contains(mediaType) ? quarterTurns(file) : 0;
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(in);
            try {
                int width = reader.getWidth(number - 1);
                int height = reader.getHeight(number - 1);
                refuseIfTooLarge(width, height, maxPixels);
                int step = (int) Math.ceil(Math.sqrt((double) width * height / maxPixels));
                return new ScannedPicture(file, number, width, height, step, turns);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Before anything is unpacked: the largest pictures are a few bytes that repeat. */
    static void refuseIfTooLarge(long width, long height, long maxPixels) throws Unreadable {
        if ((double) width * height > (double) MOST_TIMES_LARGER * maxPixels) {
            throw new Unreadable(
                    Reason.TOO_LARGE,
                    "The picture has %d × %d pixels; at most %d million are read."
                            .formatted(width, height, MOST_TIMES_LARGER * maxPixels / 1_000_000));
        }
    }

    /** The same with about so many pixels at most. */
    ScannedPicture within(long pixels) {
        int coarser = (int) Math.round(Math.sqrt((double) width * height / pixels));
        return new ScannedPicture(file, number, width, height, Math.max(step, coarser), quarterTurns);
    }

    boolean holdsWords() {
        return Math.min(width, height) >= SMALLEST_SIDE;
    }

    boolean isFitAsItIs() {
        return step == 1 && quarterTurns == 0;
    }

    /** Upright, grey and small enough. */
    BufferedImage fitted() throws IOException {
        BufferedImage image = inColour();
        boolean onItsSide = quarterTurns % 2 == 1;
        int shownWidth = onItsSide ? image.getHeight() : image.getWidth();
        int shownHeight = onItsSide ? image.getWidth() : image.getHeight();
        BufferedImage fitted = new BufferedImage(shownWidth, shownHeight, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = fitted.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, shownWidth, shownHeight);
        paper.translate(shownWidth / 2.0, shownHeight / 2.0);
        paper.rotate(quarterTurns * Math.PI / 2);
        paper.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        paper.drawImage(image, 0, 0, null);
        paper.dispose();
        return fitted;
    }

    /** As it is stored. */
    BufferedImage inColour() throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(in);
            try {
                ImageReadParam parameters = reader.getDefaultReadParam();
                parameters.setSourceSubsampling(step, step, 0, 0);
                return reader.read(number - 1, parameters);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new IOException("Nothing reads the picture");
        }
        ImageReader reader = readers.next();
        reader.setInput(in);
        return reader;
    }

    /** A JPEG ends with a mark of its own; viewers show what is there without it, and nobody sees that text is missing. */
    private static boolean breaksOff(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length - 2; i >= 0; i--) {
            if (bytes[i] == MARK && (bytes[i + 1] == END_OF_PICTURE || bytes[i + 1] == START_OF_SCAN)) {
                return bytes[i + 1] == START_OF_SCAN;
            }
        }
        return true;
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
