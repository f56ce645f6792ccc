package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.Frames.MemberLimits;

/** Takes the files out of one that holds others, up to limits. Runs in a parser process. */
final class Members {

    private static final int LONGEST_NAME = 1_000;

    private final Path folder;
    private final long packed;
    private final MemberLimits limits;
    private final Consumer<Member> consumer;
    private int taken;
    private int damaged;
    private long unpacked;
    private boolean full;
    private boolean bomb;
    private @Nullable String leftOut;

    /**
     * @param folder of the parser process
     * @param packed size of the file that holds the others, in bytes
     */
    Members(Path folder, long packed, MemberLimits limits, Consumer<Member> consumer) {
        this.folder = folder;
        this.packed = packed;
        this.limits = limits;
        this.consumer = consumer;
    }

    int taken() {
        return taken;
    }

    /** How many could not be unpacked. */
    int damaged() {
        return damaged;
    }

    /** Whether no more are taken. */
    boolean full() {
        return full;
    }

    /** Whether the file unpacks to so much more than its size that nobody can have meant it. */
    boolean bomb() {
        return bomb;
    }

    /** Which were left out and why; null when none was. */
    @Nullable
    String leftOut() {
        return leftOut;
    }

    void countDamaged() {
        damaged++;
    }

    /**
     * Takes one more, or leaves it out when a limit is reached.
     *
     * @throws IOException when it cannot be unpacked
     */
    void take(String name, InputStream content) throws IOException {
        if (taken == limits.members()) {
            stop("It holds more files than the " + limits.members() + " that were taken out of it.");
        }
        if (full) {
            return;
        }
        Member member = Member.in(folder, taken + 1, named(name));
        boolean whole = false;
        try {
            whole = unpack(content, member.file());
        } finally {
            if (!whole) {
                Files.deleteIfExists(member.file());
            }
        }
        if (whole) {
            taken++;
            consumer.accept(member);
        }
    }

    /** @return whether the whole of it is within the limits */
    private boolean unpack(InputStream content, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                size += length;
                unpacked += length;
                if (unpacked > limits.bytes() && unpacked / limits.unpacking() > packed) {
                    bomb = true;
                    stop("It unpacks to far more than it should.");
                } else if (unpacked > limits.allBytes()) {
                    stop("It holds more than the " + megabytes(limits.allBytes()) + " that were taken out of it.");
                } else if (size > limits.bytes()) {
                    leftOut = "Of the files in it those larger than " + megabytes(limits.bytes()) + " were left out.";
                    return false;
                }
                if (full) {
                    return false;
                }
                out.write(buffer, 0, length);
            }
        }
        return true;
    }

    private void stop(String reason) {
        full = true;
        leftOut = reason;
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    /** Nothing of it is a path here, so nothing but what cannot be kept is taken away. */
    private static String named(String name) {
        String readable = ReadableText.line(name);
        return readable.substring(
                0,
                readable.offsetByCodePoints(0, Math.min(LONGEST_NAME, readable.codePointCount(0, readable.length()))));
    }
}
