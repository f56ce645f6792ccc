package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;

/** Files that are too large, too deep, broken or not what they say: each ends in a clear state. */
class HostileContentIT {

    private static TextExtractor extractor;

    @TempDir
    private Path folder;

    private SampleFiles files;
    private SampleHostile hostile;
    private final List<ExtractedPage> pages = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path parsers) {
        extractor = new TextExtractor(SomeSettings.in(parsers));
    }

    @AfterAll
    static void stop() {
        extractor.close();
    }

    @BeforeEach
    void makeFiles() {
        files = new SampleFiles(folder);
        hostile = new SampleHostile(folder);
    }

    @Test
    void readsTenThousandPages() {
        assertThat(finished(hostile.manyPages(10_001)).metadata()).containsKey("truncated");
        assertThat(pages).hasSize(10_000);
        assertThat(pages.get(9_999).text()).isEqualTo("page 10000");
    }

    @Test
    void readsAsMuchOfAHundredMegabytesOnOnePageAsItMay() {
        Path file = hostile.repeated("long.txt", "", "слово ", 10_000_000, "");
        assertThat(finished(file).metadata()).containsKey("truncated");
        assertThat(pages.stream().mapToLong(page -> page.text().length()).sum()).isBetween(19_000_000L, 20_000_000L);
        assertThat(pages).allMatch(page -> page.text().length() <= 1_000_000);
    }

    @Test
    void readsAsMuchOfAGiantSheetAsItMay() {
        Path file = hostile.giantSheet(files.workbook("Станки", "Фрезерный"), 1_000_000);
        assertThat(finished(file).metadata()).containsKey("truncated");
        assertThat(pages).hasSize(1);
    }

    @Test
    void unfoldsNoEntities() {
        SampleOffice office = new SampleOffice(folder);
        assertThat(List.of(
                        hostile.laughingXml(),
                        hostile.laughing(files.letter("text"), "word/document.xml"),
                        hostile.laughing(files.workbook("sheet", "cell"), "xl/worksheets/sheet1.xml"),
                        hostile.laughing(office.openDocument("odt", "text", ""), "content.xml"),
                        hostile.laughing(office.openSheets("sheet", "cell"), "content.xml")))
                .allSatisfy(file -> {
                    pages.clear();
                    assertThatItEnds(file, file.getFileName().toString());
                    assertThat(pages).allMatch(page -> page.text().length() < 1_000);
                });
    }

    @Test
    void goesIntoNoDepth() {
        assertThat(List.of(
                        hostile.repeated("deep.html", "<html><body>", "<div>", 200_000, "text"),
                        hostile.repeated("deep.xml", "<?xml version='1.0'?>", "<a>", 500_000, "text"),
                        hostile.repeated("deep.rtf", "{\\rtf1 ", "{", 500_000, "text"),
                        hostile.repeated("deep.pdf", "%PDF-1.4\n1 0 obj ", "[", 500_000, "")))
                .allSatisfy(file -> assertThatItEnds(file, file.getFileName().toString()));
    }

    @Test
    void saysOfEveryHalfFileWhatIsWrong() throws IOException {
        SampleArchives archives = new SampleArchives(folder);
        SampleOffice office = new SampleOffice(folder);
        String text = "Декларация о соответствии ".repeat(200);
        Map<String, byte[]> entries = Map.of("1.txt", text.getBytes(UTF_8));
        assertThat(List.of(
                        files.pdf("Первая", "Вторая"),
                        files.letter(text),
                        files.workbook("Станки", text),
                        office.oldSlides("Доля"),
                        office.openSheets("Станки", text),
                        office.workbookWithHiddenSheets("xls"),
                        office.richText(text),
                        archives.zip(entries),
                        archives.sevenZ("", entries),
                        archives.single("gz", text.getBytes(UTF_8)),
                        archives.single("xz", text.getBytes(UTF_8)),
                        archives.tar(UTF_8, entries)))
                .allSatisfy(file -> {
                    Extraction end = assertThatItEnds(
                            files.half(file), file.getFileName().toString());
                    if (end instanceof Finished finished && !file.toString().endsWith(".rtf")) {
                        assertThat(finished.metadata()).as("%s", file).containsKey("damaged");
                    }
                });
    }

    @Test
    void judgesByBytesWhateverTheNameSays() throws IOException {
        Path archive = new SampleArchives(folder).zip(Map.of("1.txt", "one".getBytes(UTF_8)));
        assertThat(((Finished) assertThatItEnds(archive, "picture.jpg")).mediaType())
                .isEqualTo("application/zip");
        assertThat(((Finished) assertThatItEnds(files.pdf("text"), "letter.docx")).mediaType())
                .isEqualTo("application/pdf");
        assertThat(((Failed) assertThatItEnds(archive, "declaration.pdf")).reason())
                .isEqualTo(Reason.DAMAGED);
        assertThat(((Failed) assertThatItEnds(archive, "letter.docx")).reason()).isEqualTo(Reason.DAMAGED);
        assertThat(((Finished) assertThatItEnds(files.bytes("x", "only text".getBytes(UTF_8)), "archive.zip"))
                        .mediaType())
                .isEqualTo("text/plain");
    }

    @Test
    void readsAFileUnderAnyName() {
        Path file = files.pdf("text");
        for (String name : List.of(
                "",
                ".",
                "..",
                "/etc/passwd",
                "a\0b.pdf",
                "证书.pdf",
                "תעודה.pdf",
                "شهادة.pdf",
                "half \uD800 letter.pdf",
                "\uD83D\uDCDC.pdf",
                "новая\nстрока.pdf",
                "x".repeat(10_000) + ".pdf",
                "no ending",
                "CON",
                "-rf *")) {
            pages.clear();
            assertThat(assertThatItEnds(file, name)).as(name).isInstanceOf(Finished.class);
        }
    }

    @Test
    void saysThatAFileIsEmptyWhateverItsName() {
        Path empty = files.bytes("empty");
        for (String name : List.of("a.pdf", "a.docx", "a.zip", "a.eml", "a.txt", "a.jpg", "")) {
            assertThat(((Failed) assertThatItEnds(empty, name)).reason()).isEqualTo(Reason.EMPTY);
        }
    }

    @Test
    void takesNoHarmFromBrokenMetadata() {
        assertThat(finished(hostile.pdfWithBrokenMetadata()).metadata().get("title"))
                .startsWith("title")
                .hasSizeLessThanOrEqualTo(500);
    }

    private Finished finished(Path file) {
        return assertThat(assertThatItEnds(file, file.getFileName().toString()))
                .asInstanceOf(type(Finished.class))
                .actual();
    }

    /** In a state that another attempt would not change, with a reason that a person understands. */
    private Extraction assertThatItEnds(Path file, String name) {
        Extraction end = extractor.extract(file, name, pages::add, member -> {});
        if (end instanceof Failed failed) {
            assertThat(failed.reason().mayPass()).as("%s: %s", file, end).isFalse();
            assertThat(failed.detail()).hasLineCount(1).doesNotContain("Exception", "org.", folder.toString());
        }
        assertThat(Files.exists(file)).isTrue();
        return end;
    }
}
