package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.lucene.util.IOUtils;

/** The file that names the active generation. It is replaced in one step and survives a crash. */
final class ActivePointer {

    private final Path folder;

    ActivePointer(Path folder) {
        this.folder = folder;
    }

    /** Empty when there is none, or something else stands in its place. */
    Optional<String> read() throws IOException {
        Path pointer = folder.resolve("active");
        if (!Files.isRegularFile(pointer)) {
            return Optional.empty();
        }
        String name = new String(Files.readAllBytes(pointer), StandardCharsets.UTF_8);
        return Optional.of(name).filter(ActivePointer::isName);
    }

    void write(String generation) throws IOException {
        Path written = folder.resolve("active.new");
        Files.writeString(written, generation);
        IOUtils.fsync(written, false);
        Files.move(written, folder.resolve("active"), StandardCopyOption.ATOMIC_MOVE);
        IOUtils.fsync(folder, true);
    }

    /** Whether a generation can have this name, which becomes part of a folder's. */
    static boolean isName(String generation) {
        return generation.matches("[A-Za-z0-9_-]{1,100}");
    }
}
