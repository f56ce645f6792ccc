package org.sharedregistry.extraction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.sharedregistry.extraction.ExtractedPage.Rereading;
import org.sharedregistry.extraction.Frames.Limits;
import org.sharedregistry.extraction.Frames.MemberLimits;
import org.sharedregistry.identifier.Ballot;
import org.sharedregistry.identifier.Elected;
import org.sharedregistry.identifier.Folding;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Mention;
import org.sharedregistry.identifier.Reading;

/**
 * Prints what each preparation of number lines brings on real scans, and what it costs. The folder of the corpus is the
 * argument. What it printed stands in docs/decisions/0016-preparation.md.
 */
final class PreparationTable {

    private static final long MOST_PIXELS = 40_000_000;

    /** In the first column of TRUTH.csv, whose first three hold neither commas nor quotes. */
    private static final List<String> NOT_SCANS = List.of("test-report", "ПРОТОКОЛ", "Oratek");

    private final Path folder;

    private PreparationTable(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Path corpus = Path.of(arguments[0]);
        PreparationTable table = new PreparationTable(Files.createTempDirectory("preparation-"));
        List<String[]> rows = Files.readAllLines(corpus.resolve("TRUTH.csv")).stream()
                .skip(1)
                .map(row -> row.split(",", 4))
                .filter(row -> NOT_SCANS.stream().noneMatch(row[0]::contains))
                .toList();
        for (String[] row : rows) {
            table.print(corpus.resolve(row[0]), row[2]);
        }
    }

    private void print(Path file, String number) throws IOException {
        BufferedImage picture = picture(file);
        double before = childSeconds();
        Recognised plain = plain(file);
        double plainSeconds = childSeconds() - before;
        System.out.printf("%n%s%nplain: %s%n", file.getFileName(), plainly(plain, number));
        for (NumberLine line : NumberLine.of(plain)) {
            System.out.println("  read again: " + plain.text().substring(line.start(), line.end()));
        }
        for (List<Preparation> preparations : selections()) {
            before = childSeconds();
            List<Rereading> rereadings = new NumberReader(
                            new Tesseract(folder, limits(preparations)), folder, limits(preparations))
                    .read(plain, () -> picture);
            double share = (childSeconds() - before) / plainSeconds;
            System.out.printf("%s: %s, %+.0f %%%n", preparations, elected(plain, rereadings, number), 100 * share);
            if (preparations.size() == Preparation.values().length) {
                rereadings.forEach(each -> System.out.println("    " + each.text() + "  " + each.confidence()));
            }
        }
    }

    /** Each alone, all, and all but each. */
    private static List<List<Preparation>> selections() {
        List<Preparation> all = List.of(Preparation.values());
        List<List<Preparation>> selections = new ArrayList<>();
        all.forEach(each -> selections.add(List.of(each)));
        selections.add(all);
        all.forEach(
                left -> selections.add(all.stream().filter(each -> each != left).toList()));
        return selections;
    }

    /** The page as the product reads it, with what it gives by itself: a file as it is, a page of a PDF as it is drawn. */
    private Recognised plain(Path file) throws IOException {
        PageRecogniser recogniser = new PageRecogniser(folder, limits(List.of()));
        return file.toString().endsWith(".pdf")
                ? recogniser.read(picture(file))
                : recogniser.read(
                        new PictureFile(file, Files.probeContentType(file)).picture(1, folder, limits(List.of())));
    }

    private static BufferedImage picture(Path file) throws IOException {
        if (file.toString().endsWith(".pdf")) {
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                return new PdfPainter(document).page(1, MOST_PIXELS);
            }
        }
        return ImageIO.read(file.toFile());
    }

    private static String plainly(Recognised page, String number) {
        return verdict(
                Identifiers.find(page.text()).stream().map(Mention::reading).toList(), number, page.text());
    }

    private static String elected(Recognised page, List<Rereading> rereadings, String number) {
        List<Elected> elected = NumberLine.of(page).stream()
                .flatMap(line -> Ballot.numbers(
                        page.text().substring(line.start(), line.end()),
                        rereadings.stream()
                                .filter(each -> each.start() == line.start())
                                .map(Rereading::text)
                                .toList())
                        .stream())
                .toList();
        String verdict = verdict(elected.stream().map(Elected::reading).toList(), number, page.text());
        String others = Stream.concat(
                        elected.stream()
                                .filter(each -> each.reading().display().equals(number))
                                .limit(1)
                                .map(each -> each.isSure() ? "sure" : "not sure"),
                        elected.stream()
                                .filter(each -> each.isSure()
                                        && !each.reading().display().equals(number))
                                .map(each -> "also sure of " + each.reading().display()))
                .toList()
                .toString();
        return verdict + " " + others;
    }

    private static String verdict(List<Reading> readings, String number, String text) {
        List<String> displays = readings.stream().map(Reading::display).toList();
        String tail = number.substring(number.lastIndexOf('.'));
        if (displays.contains(number)) {
            return "exact";
        }
        if (displays.stream().anyMatch(each -> Folding.bare(each).equals(Folding.bare(number)))) {
            return "exact after folding";
        }
        if (displays.stream().anyMatch(each -> each.endsWith(tail))) {
            return "wrong but for the tail";
        }
        return text.contains(tail) ? "tail only" : "missing";
    }

    private static Limits limits(List<Preparation> preparations) {
        return new Limits(
                1,
                20_000_000,
                1_000_000,
                MOST_PIXELS,
                60,
                "rus+bel+eng",
                preparations,
                new MemberLimits(2_000, 100 << 20, 1 << 30, 100));
    }

    /** Processor time of the programs that were started and have ended, of both kinds, in hundredths in Linux. */
    private static double childSeconds() throws IOException {
        String[] fields = Files.readString(Path.of("/proc/self/stat"))
                .replaceFirst(".*\\) ", "")
                .split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }
}
