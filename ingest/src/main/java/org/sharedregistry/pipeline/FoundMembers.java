package org.sharedregistry.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.sharedregistry.extraction.Member;

/** The files found in a container while it is read, kept until the end decides what becomes of them. */
final class FoundMembers implements AutoCloseable {

    private final Incoming incoming;
    private final List<Members.Found> files = new ArrayList<>();

    FoundMembers(Incoming incoming) {
        this.incoming = incoming;
    }

    /** Takes a file over; an empty one is no document. */
    void add(Member member) {
        try {
            if (Files.size(member.file()) > 0) {
                files.add(new Members.Found(member.number(), member.name(), incoming.take(member.file())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take over a file from a container", e);
        }
    }

    List<Members.Found> files() {
        return List.copyOf(files);
    }

    @Override
    public void close() {
        files.forEach(each -> each.file().close());
    }
}
