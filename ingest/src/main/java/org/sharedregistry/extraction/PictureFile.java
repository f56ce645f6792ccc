package org.sharedregistry.extraction;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import org.sharedregistry.extraction.Frames.Limits;

/** A file of pictures, each of which is a page. */
record PictureFile(Path file, String mediaType) {

    /**
     * How many pictures it holds, counted up to one more than are read.
     *
     * @throws IOException when not even the first one's header can be read
     * @throws Unreadable when it is too large, or nothing here knows its format
     */
    int count(Limits limits) throws IOException {
        if (HeifFile.holds(mediaType)) {
            return new HeifFile(file, mediaType).count(limits.maxPixels());
        }
        ScannedPicture.of(file, mediaType, 1, limits.maxPixels());
        if (!mediaType.equals("image/tiff")) {
            // Of an animation the first picture is read.
            return 1;
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            return TiffPictures.count(in, limits.maxPages() + 1);
        }
    }

    /**
     * @param number from 1
     * @param folder for what has to be converted
     */
    ScannedPicture picture(int number, Path folder, Limits limits) throws IOException {
        return HeifFile.holds(mediaType)
                ? ScannedPicture.of(
                        new HeifFile(file, mediaType).asPng(number, folder, limits), "image/png", 1, limits.maxPixels())
                : ScannedPicture.of(file, mediaType, number, limits.maxPixels());
    }
}
