package org.sharedregistry.scans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.sharedregistry.paper.PaperReader;

/**
 * Prints how well papers are read. The arguments are a folder that keeps recognised pages, a file for the figures as
 * CSV, and then {@code --scans <first> <behind>} for generated scans or {@code --corpus <folder>} for the documents of a
 * TRUTH.csv. So the figures beside the tests were made:
 *
 * <pre>
 *     java -cp … org.sharedregistry.scans.ReadingFigures target/pages …/scans/scans.csv --scans 0 66
 *     java -cp … org.sharedregistry.scans.ReadingFigures target/pages …/scans/corpus.csv --corpus …/corpus
 * </pre>
 */
final class ReadingFigures {

    private ReadingFigures() {}

    public static void main(String[] arguments) throws IOException {
        Path kept = Files.createDirectories(Path.of(arguments[0]));
        List<JudgedDocument> documents = arguments[2].equals("--corpus")
                ? CorpusTruth.documents(Path.of(arguments[3]))
                : IntStream.range(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]))
                        .mapToObj(seed -> JudgedDocument.of(GeneratedScan.of(seed)))
                        .toList();
        FigureTables tables = new FigureTables(figures(documents, kept));
        Files.write(Path.of(arguments[1]), tables.csv());
        print(tables.byField());
        print(tables.byGroup());
        print(tables.surelyWrong());
    }

    /** Many at a time: what finds no parser process free waits for one. */
    static Figures figures(List<JudgedDocument> documents, Path kept) throws IOException {
        try (ReadPages pages = ReadPages.keptIn(kept)) {
            return new Figures(documents.parallelStream()
                    .map(document -> judgement(document, pages))
                    .toList());
        }
    }

    private static Judgement judgement(JudgedDocument document, ReadPages pages) {
        PaperReader reader = new PaperReader();
        try {
            pages.of(document).forEach(reader::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Judgement.of(document.name(), document.group(), document.expected(), reader.paper());
    }

    private static void print(List<String> lines) {
        System.out.println();
        lines.forEach(System.out::println);
    }
}
