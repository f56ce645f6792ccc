package org.sharedregistry.extraction;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/** Counts the pictures of a TIFF by the chain of its directories, which may be made to lead in a circle. */
final class TiffPictures {

    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int BIG_TIFF = 43;

    private TiffPictures() {}

    /**
     * @param most where counting ends
     * @throws IOException when the chain breaks off or leads back
     */
    static int count(ImageInputStream in, int most) throws IOException {
        in.seek(0);
        in.setByteOrder(in.readUnsignedShort() == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        boolean big = in.readUnsignedShort() == BIG_TIFF;
        if (big) {
            in.skipBytes(4);
        }
        Set<Long> seen = new HashSet<>();
        long directory = offset(in, big);
        while (directory != 0 && seen.size() < most) {
            if (!seen.add(directory)) {
                throw new IOException("The directories of the TIFF lead in a circle");
            }
            in.seek(directory);
            long entries = big ? in.readLong() : in.readUnsignedShort();
            in.seek(in.getStreamPosition() + entries * (big ? 20 : 12));
            directory = offset(in, big);
        }
        return seen.size();
    }

    private static long offset(ImageInputStream in, boolean big) throws IOException {
        return big ? in.readLong() : in.readUnsignedInt();
    }
}
