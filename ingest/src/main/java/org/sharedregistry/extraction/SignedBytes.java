package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.cms.CMSProcessable;

/**
 * The bytes of a file that a signature is over: those up to its end, without a gap where the signature itself stands. They
 * are never in memory together.
 */
record SignedBytes(Path file, long gapFrom, long gapTo, long end) implements CMSProcessable {

    static SignedBytes all(Path file) throws IOException {
        long size = Files.size(file);
        return new SignedBytes(file, size, size, size);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            copy(in, out, gapFrom);
            in.skipNBytes(gapTo - gapFrom);
            copy(in, out, end - gapTo);
        }
    }

    @Override
    public Object getContent() {
        return file;
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = length; left > 0; ) {
            int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            if (read == 0) {
                throw new IOException("The file ends before what is signed");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
