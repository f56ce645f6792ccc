package org.sharedregistry.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Generated files in a folder of their own. */
record Corpus(Path folder, List<Path> files) {

    /** @param first the number of the first file */
    static Corpus ofFiles(Path folder, int first, int count) throws IOException {
        return generate(folder, first, count, file -> Files.write(folder.resolve(file.name()), file.bytes()));
    }

    /** @param first the number of the first file whose first sheet is turned into a picture */
    static Corpus ofPictures(Path folder, int first, int count) throws IOException {
        return generate(
                folder, first, count, file -> Files.write(folder.resolve(file.number() + ".png"), file.picture()));
    }

    /**
     * A file as bytes that have not been sent before, though nothing more can be read in them: blank lines follow.
     *
     * @param copy how many
     */
    static byte[] copy(Path file, int copy) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + copy);
        Arrays.fill(longer, bytes.length, longer.length, (byte) '\n');
        return longer;
    }

    long megabytes() throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes >> 20;
    }

    private static Corpus generate(Path folder, int first, int count, Writing writing) throws IOException {
        Files.createDirectories(folder);
        return new Corpus(
                folder,
                IntStream.range(first, first + count)
                        .parallel()
                        .mapToObj(number -> writing.writeUnchecked(new GeneratedFile(number)))
                        .toList());
    }

    private interface Writing {

        Path write(GeneratedFile file) throws IOException;

        default Path writeUnchecked(GeneratedFile file) {
            try {
                return write(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
