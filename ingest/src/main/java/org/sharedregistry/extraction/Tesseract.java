package org.sharedregistry.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.ExtractedPage.Word;
import org.sharedregistry.extraction.Frames.Limits;

/** The recognition program Tesseract, where it is installed. */
final class Tesseract {

    /** Of address space; a page of 40 million pixels takes a third of it. */
    private static final int MAX_KILOBYTES = 3_000_000;

    /** What pictures say of themselves is often wrong or missing. Told this, 7 of 7 real scans gave number tail and codes, not 5. */
    private static final int DOTS_PER_INCH = 300;

    private Tesseract() {}

    /** The languages that are installed; none when the program is not. */
    static Set<String> languages() {
        try {
            Process process = new ProcessBuilder("tesseract", "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                return lines.lines()
                        .map(String::strip)
                        .filter(line -> line.matches("[a-z]{3}(_[A-Za-z]+)?"))
                        .collect(Collectors.toSet());
            }
        } catch (IOException e) {
            // Not installed: that is an answer.
            return Set.of();
        }
    }

    /**
     * The words of one picture in a file; the page is empty when it shows none.
     *
     * @param picture which one, from 1; only a TIFF holds several
     * @param number of the page that it is
     */
    static ExtractedPage read(Path file, int picture, int number, Limits limits) throws IOException {
        // The shell sets the bounds and then becomes the program, so there is one process to be killed; and should
        // nobody be left to kill it, it ends by itself.
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -v " + MAX_KILOBYTES + " -t " + limits.pageSeconds()
                                + "; exec tesseract \"$0\" stdout --dpi $3 -l \"$1\" -c \"tessedit_page_number=$2\" tsv",
                        file.toString(),
                        limits.languages(),
                        String.valueOf(picture - 1),
                        String.valueOf(DOTS_PER_INCH))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Page page = new Page();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split("\t", -1)).forEach(page::add);
        }
        int exit = waitFor(process);
        if (exit != 0) {
            throw new IOException("Tesseract ended with " + exit);
        }
        return page.words.isEmpty()
                ? new ExtractedPage(number, "", Source.NONE, List.of())
                : new ExtractedPage(number, page.text.toString(), Source.OCR, page.words);
    }

    private static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while recognising", e);
        }
    }

    /** A page being put together from the rows of Tesseract's table: level 1 is the page, level 5 a word. */
    private static final class Page {

        private final StringBuilder text = new StringBuilder();
        private final List<Word> words = new ArrayList<>();
        private float width = 1;
        private float height = 1;
        private String line = "";
        private String block = "";

        void add(String[] row) {
            if (row.length < 12) {
                return;
            }
            float left = Float.parseFloat(row[6]);
            float top = Float.parseFloat(row[7]);
            float right = left + Float.parseFloat(row[8]);
            float bottom = top + Float.parseFloat(row[9]);
            if (row[0].equals("1")) {
                width = right;
                height = bottom;
                return;
            }
            String word = ReadableText.of(row[11]);
            if (row[0].equals("5") && !word.isEmpty()) {
                separate(row[2], row[2] + "/" + row[3] + "/" + row[4]);
                int start = text.length();
                text.append(word);
                words.add(new Word(
                        start,
                        text.length(),
                        left / width,
                        top / height,
                        right / width,
                        bottom / height,
                        Math.round(Float.parseFloat(row[10]))));
            }
        }

        private void separate(String itsBlock, String itsLine) {
            if (text.length() > 0) {
                text.append(!itsBlock.equals(block) ? "\n\n" : !itsLine.equals(line) ? "\n" : " ");
            }
            block = itsBlock;
            line = itsLine;
        }
    }
}
