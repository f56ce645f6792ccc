package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.lucene.util.IOUtils;

/** A file that names a generation. It is replaced in one step and survives a crash. */
final class Pointer {

    private final Path file;

    Pointer(Path file) {
        this.file = file;
    }

    /** Empty when there is none, or something else stands in its place. */
    Optional<String> read() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String name = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return Optional.of(name).filter(Pointer::isName);
    }

    void write(String generation) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, generation);
        IOUtils.fsync(written, false);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        IOUtils.fsync(file.getParent(), true);
    }

    /** Whether a generation can have this name, which becomes part of a folder's. */
    static boolean isName(String generation) {
        return generation.matches("[A-Za-z0-9_-]{1,100}");
    }
}
