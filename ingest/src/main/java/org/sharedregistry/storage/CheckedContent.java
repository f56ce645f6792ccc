package org.sharedregistry.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * Bytes being read, whose end is not reported before their hash has been found right: every read that comes to it throws
 * {@link ContentMismatch} when it is not.
 */
public final class CheckedContent extends FilterInputStream {

    private final ContentHash expected;
    private final MessageDigest digest;
    private boolean checked;

    public CheckedContent(InputStream in, ContentHash expected) {
        this(in, expected, ContentHash.newDigest());
    }

    private CheckedContent(InputStream in, ContentHash expected, MessageDigest digest) {
        super(new DigestInputStream(in, digest));
        this.expected = expected;
        this.digest = digest;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        checkAtEnd(value);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        checkAtEnd(count);
        return count;
    }

    /** Bytes that are skipped must be read all the same. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void checkAtEnd(int result) {
        if (result < 0 && !checked) {
            ContentHash actual = ContentHash.of(digest);
            if (!actual.equals(expected)) {
                throw new ContentMismatch(expected, actual);
            }
            checked = true;
        }
    }
}
