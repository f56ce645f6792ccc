package org.sharedregistry.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedregistry.extraction.Extraction.Reason;
import org.sharedregistry.extraction.Frames.Limits;

/**
 * A file of HEIC, HEIF or AVIF pictures, as telephones write them. Java does not know them; libheif's programs do, where
 * they are installed.
 */
record HeifFile(Path file, String mediaType) {

    private static final Set<String> TYPES =
            Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence", "image/avif");
    private static final String INFO = "heif-info";
    private static final String CONVERT = "heif-convert";
    /** What heif-info says of each picture, as in {@code image: 4032x3024 (id=49), primary}. */
    private static final Pattern PICTURE = Pattern.compile("image: (\\d{1,9})x(\\d{1,9})");

    private static final long INFO_SECONDS = 10;

    static boolean holds(String mediaType) {
        return TYPES.contains(mediaType);
    }

    /** @throws Unreadable when libheif is not installed, or a picture is far larger than it may be */
    int count(long maxPixels) throws IOException {
        requireLibheif();
        int count = 0;
        for (String line : BoundedProgram.run(folder(), INFO_SECONDS, List.of(INFO, file.toString()))) {
            Matcher picture = PICTURE.matcher(line);
            if (picture.lookingAt()) {
                count++;
                ScannedPicture.refuseIfTooLarge(
                        Long.parseLong(picture.group(1)), Long.parseLong(picture.group(2)), maxPixels);
            }
        }
        if (count == 0) {
            throw new IOException("The file holds no picture");
        }
        return count;
    }

    /**
     * The picture as PNG, upright as a viewer shows it.
     *
     * @param number from 1
     * @param folder to put it in
     */
    Path asPng(int number, Path folder, Limits limits) throws IOException {
        int count = count(limits.maxPixels());
        BoundedProgram.run(folder, limits.pageSeconds(), List.of(CONVERT, "--quiet", file.toString(), "heif.png"));
        return folder.resolve(count == 1 ? "heif.png" : "heif-" + number + ".png");
    }

    private void requireLibheif() throws Unreadable {
        if (!BoundedProgram.isInstalled(CONVERT)) {
            throw new Unreadable(
                    Reason.UNSUPPORTED,
                    "Pictures of the type " + mediaType + " are not read here. Upload it as JPEG; who runs the registry"
                            + " can install libheif's programs (Debian: libheif-examples).");
        }
    }

    private Path folder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
