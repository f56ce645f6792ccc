package org.sharedregistry.extraction;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.sharedregistry.extraction.ExtractedPage.Word;
import org.sharedregistry.extraction.Frames.Limits;

/** The recognition program Tesseract, where it is installed. */
final class Tesseract {

    /** What pictures say of themselves is often wrong or missing. Told this, 7 of 7 real scans gave number tail and codes, not 5. */
    private static final int DOTS_PER_INCH = 300;

    private static final String SINGLE_LINE = "7";

    private static final int COLUMNS = 12;

    private final Path folder;
    private final Limits limits;

    /** @param folder where it leaves the pictures as it saw them */
    Tesseract(Path folder, Limits limits) {
        this.folder = folder;
        this.limits = limits;
    }

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
     * The words of one picture in a file.
     *
     * @param picture which one, from 1; only a TIFF holds several
     */
    Recognised read(Path file, int picture) throws IOException {
        Page page = new Page();
        table(file, limits.languages(), "-c", "tessedit_page_number=" + (picture - 1), "-c", "tessedit_write_images=1")
                .forEach(page::add);
        return page.read();
    }

    /**
     * The words of pictures of one line each, in the order of the pictures.
     *
     * @param language one of those that are installed
     */
    List<Recognised> readLines(List<Path> lines, String language) throws IOException {
        Path list = Files.write(
                folder.resolve("lines.txt"), lines.stream().map(Path::toString).toList());
        List<Page> pages = Stream.generate(Page::new).limit(lines.size()).toList();
        table(list, language, "--psm", SINGLE_LINE)
                .forEach(row -> pages.get(Integer.parseInt(row[1]) - 1).add(row));
        return pages.stream().map(Page::read).toList();
    }

    private Stream<String[]> table(Path file, String languages, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "tesseract", file.toString(), "stdout", "--dpi", String.valueOf(DOTS_PER_INCH), "-l", languages));
        command.addAll(List.of(more));
        command.add("tsv");
        return BoundedProgram.run(folder, limits.pageSeconds(), command).stream()
                .skip(1)
                .map(row -> row.split("\t", -1))
                .filter(row -> row.length >= COLUMNS);
    }

    /** The picture that was read last as Tesseract saw it, in black and white; it knows formats that Java does not. */
    BufferedImage seen(int picture) throws IOException {
        String index = picture == 1 ? "" : String.valueOf(picture - 1);
        return ImageIO.read(folder.resolve("stdout.processed" + index + ".tif").toFile());
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

        Recognised read() {
            return new Recognised(text.toString(), words);
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
