package org.sharedregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A JVM of its own that reads the text of all files in a folder whenever it is told one. */
final class ReadingSide implements Side {

    private final JavaProcess java;
    private final BufferedReader answers;
    private final PrintStream folders;

    /** @param main a class that calls {@link #serve} */
    ReadingSide(Path log, Class<?> main, String... arguments) throws IOException {
        java = JavaProcess.talking(log, Stream.concat(JavaProcess.main(main), Stream.of(arguments)));
        answers = java.process().inputReader(UTF_8);
        folders = new PrintStream(java.process().getOutputStream(), true, UTF_8);
    }

    @Override
    public Run run(Corpus corpus, int copy) throws IOException {
        ProcessorSeconds start = ProcessorSeconds.of(java.process());
        long began = System.nanoTime();
        folders.println(corpus.folder());
        long characters = Long.parseLong(answers.readLine());
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Run(
                corpus.files().size(),
                seconds,
                characters,
                ProcessorSeconds.of(java.process()).since(start));
    }

    @Override
    public void close() {
        java.close();
    }

    /** The other end: reads folders, named line by line, until there are no more, and answers with their characters. */
    static void serve(int threads, InParallel.Work reader) throws Exception {
        BufferedReader folders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String folder = folders.readLine(); folder != null; folder = folders.readLine()) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                List<Path> sorted = files.sorted().toList();
                System.out.println(InParallel.sum(threads, sorted, reader));
            }
        }
    }
}
