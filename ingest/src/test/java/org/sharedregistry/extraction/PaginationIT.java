package org.sharedregistry.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** How letters of word processors get their pages. Needs LibreOffice; -Dskip.office=true leaves it out. */
class PaginationIT {

    private static TextExtractor extractor;

    @TempDir
    private Path folder;

    private SampleFiles files;
    private SampleOffice office;
    private final List<ExtractedPage> pages = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path parsers) {
        assumeFalse(Boolean.getBoolean("skip.office"), "Left out by -Dskip.office=true");
        assertThat(LibreOffice.isInstalled())
                .as("Install LibreOffice Writer, or leave these tests out with -Dskip.office=true")
                .isTrue();
        extractor = new TextExtractor(SomeSettings.in(parsers));
    }

    @AfterAll
    static void stop() {
        if (extractor != null) {
            extractor.close();
        }
    }

    @BeforeEach
    void makeFiles() {
        files = new SampleFiles(folder);
        office = new SampleOffice(folder);
    }

    @Test
    void laysOutWhatEveryWordProcessorWrites() throws Exception {
        Path letter = office.richText("Первая страница", "Вторая страница", "Третья страница");
        for (Path file : List.of(letter, saved(letter, "doc"), saved(letter, "docx"), saved(letter, "odt"))) {
            pages.clear();
            Finished end = assertThat(paginate(file))
                    .as("%s", file)
                    .asInstanceOf(type(Finished.class))
                    .actual();
            assertThat(end.pages()).isEqualTo(3);
            assertThat(end.paged()).isTrue();
            assertThat(pages)
                    .extracting(ExtractedPage::text)
                    .containsExactly("Первая страница", "Вторая страница", "Третья страница");
        }
    }

    @Test
    void showsNothingOfThisMachineThatALetterAsksFor() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret of the server");
        String link = """
                <text:section text:name="s"><text:section-source xlink:type="simple" xlink:show="embed" xlink:href="%s"/>\
                <text:p>as saved</text:p></text:section>""".formatted(secret.toUri());
        paginate(office.openDocument("odt", "text", link));

        assertThat(pages).extracting(ExtractedPage::text).containsExactly("as saved");
    }

    @Test
    void saysWhenAFileCannotBeLaidOut() {
        assertThat(paginate(files.half(files.letter("text".repeat(1000)))))
                .asInstanceOf(type(Failed.class))
                .extracting(Failed::reason)
                .isEqualTo(Reason.DAMAGED);
        assertThat(paginate(files.pdf("has pages")))
                .asInstanceOf(type(Failed.class))
                .extracting(Failed::reason)
                .isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void endsWithItsDeadlineAndLeavesNothingBehind(@TempDir Path parsers) {
        try (TextExtractor hurried =
                new TextExtractor(SomeSettings.with(parsers, Map.of("office-deadline", Duration.ofMillis(300))))) {
            assertThat(hurried.paginate(office.richText("text"), "letter.rtf", pages::add))
                    .asInstanceOf(type(Failed.class))
                    .extracting(Failed::reason)
                    .isEqualTo(Reason.TIMED_OUT);
            assertThat(ProcessHandle.current().descendants())
                    .noneMatch(process -> process.info().command().orElse("").contains("soffice"));
        }
        assertThat(parsers).isEmptyDirectory();
    }

    private Extraction paginate(Path file) {
        return extractor.paginate(file, file.getFileName().toString(), pages::add);
    }

    private Path saved(Path letter, String ending) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        ending,
                        "--outdir",
                        folder.toString(),
                        letter.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        return folder.resolve("letter." + ending);
    }
}
