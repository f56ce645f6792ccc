package org.sharedregistry.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;

class DocumentIT extends RegistryHttpTest {

    private static final Path DOCUMENTS = Path.of("src/main/resources/demo/documents");

    @Test
    void givesTheOriginalBackWholeAndInParts() throws IOException {
        byte[] original = Files.readAllBytes(DOCUMENTS.resolve("entry-lathe-os250.pdf"));
        Client maker = as("neman-mikro");
        String id = maker.upload("подтверждение.pdf", original, "kind", "PRODUCTION_CONFIRMATION")
                .at("/id");
        String content = "/api/v1/documents/" + id + "/content";

        Client.Answer whole = anyone().get(content);
        assertThat(whole.bytes()).isEqualTo(original);
        assertThat(whole.header("Content-Disposition")).startsWith("attachment");
        Client.Answer part = anyone().get(content, Map.of("Range", "bytes=100-199"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(original, 100, 200));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + original.length);
        assertThat(anyone().get(content, Map.of("Range", "bytes=99999999-")).problem())
                .isEqualTo("range-not-satisfiable");
    }

    @Test
    void hidesARestrictedDocumentFromEverybodyElse() {
        Client maker = as("prikamskiy-avtobus");
        byte[] secret = "Секретный показатель квазиупругость 7731".getBytes(UTF_8);
        String id = maker.upload("секрет.txt", secret, "kind", "TEST_REPORT").at("/id");
        awaitFinal(maker, id);

        for (Client stranger :
                new Client[] {anyone(), as("verkhnevolzhskiy-nasos"), as("by-cert-minsk"), as("operator")}) {
            assertThat(stranger.get("/api/v1/documents/" + id).problem()).isEqualTo("not-found");
            assertThat(stranger.get("/api/v1/documents/" + id + "/content").problem())
                    .isEqualTo("not-found");
            assertThat(stranger.get("/api/v1/documents/" + id + "/pages/1").problem())
                    .isEqualTo("not-found");
            assertThat(stranger.get("/api/v1/documents", "q", "квазиупругость")
                            .json()
                            .at("/total/value")
                            .asInt())
                    .isZero();
        }
        for (Client reader : new Client[] {maker, as("officer-RU"), as("authority-BY-1")}) {
            assertThat(reader.get("/api/v1/documents", "q", "квазиупругости").at("/items/0/document"))
                    .isEqualTo(id);
        }
    }

    @Test
    void makesOneDocumentOfTheSameBytesForOneOwnerAndTwoForTwo() {
        byte[] bytes = "Одинаковое содержание".getBytes(UTF_8);
        String first = as("okskiy-stanok").upload("a.txt", bytes).at("/id");
        assertThat(as("okskiy-stanok").upload("b.txt", bytes).at("/id")).isEqualTo(first);
        assertThat(as("neman-mikro").upload("c.txt", bytes).at("/id")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "отчёт.pdf, это не PDF, DAMAGED",
        "архив.bin, PK\u0003\u0004 not really, DAMAGED",
    })
    void saysWhyADocumentCouldNotBeRead(String name, String content, String reason) {
        Client maker = as("neman-mikro");
        Client.Answer filed = maker.upload(name, content.getBytes(UTF_8));
        assertThat(filed.status()).isEqualTo(202);
        Client.Answer read = awaitFinal(maker, filed.at("/id"));
        assertThat(read.at("/status")).isEqualTo("FAILED");
        assertThat(read.at("/failure/reason")).isEqualTo(reason);
        assertThat(read.at("/failure/detail")).isNotBlank().doesNotContain("Exception", "/tmp");
    }

    @Test
    void survivesAZipBombInAnOfficeDocument() throws IOException {
        Client maker = as("neman-mikro");
        Client.Answer read =
                awaitFinal(maker, maker.upload("bomb.docx", zipBomb()).at("/id"));
        assertThat(read.at("/status")).isEqualTo("FAILED");
        assertThat(awaitFinal(
                                maker,
                                maker.upload("after.txt", "После бомбы".getBytes(UTF_8))
                                        .at("/id"))
                        .at("/status"))
                .isEqualTo("INDEXED");
    }

    @Test
    void refusesAnEmptyFileAndOneThatIsTooLarge() {
        Client maker = as("neman-mikro");
        assertThat(maker.upload("empty.pdf", new byte[0]).problem()).isEqualTo("empty-file");
        Client.Answer large = maker.upload("large.pdf", new byte[120 * 1024 * 1024]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.problem()).isEqualTo("file-too-large");
    }

    @Test
    void refusesABodyThatBreaksOffOrLacksTheFile() {
        Client maker = as("neman-mikro");
        assertThat(maker.multipart(
                                "------registry-test\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc"
                                        .getBytes(UTF_8))
                        .problem())
                .isEqualTo("malformed-body");
        assertThat(maker.multipart(
                                "------registry-test\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nOTHER\r\n------registry-test--\r\n"
                                        .getBytes(UTF_8))
                        .at("/parameter"))
                .isEqualTo("file");
    }

    @Test
    void keepsOnlyTheLastPartOfANameAndNoMoreThanFits() {
        Client maker = as("neman-mikro");
        assertThat(maker.upload("../../etc/passwd", "первый".getBytes(UTF_8)).at("/fileName"))
                .isEqualTo("passwd");
        String name =
                maker.upload("n".repeat(300) + ".txt", "второй".getBytes(UTF_8)).at("/fileName");
        assertThat(name).hasSize(200).endsWith(".txt");
    }

    @Test
    void filesOnlyForWhatIsOnesOwn() {
        Client.Answer answer = as("neman-mikro")
                .upload(
                        "x.txt",
                        "чужое".getBytes(UTF_8),
                        "goods",
                        anyone().get("/api/v1/goods", "q", "холодильник").at("/items/0/registryNumber"));
        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(anyone().upload("x.txt", "ничьё".getBytes(UTF_8)).problem()).isEqualTo("authentication-required");
        assertThat(as("officer-BY").upload("x.txt", "офицер".getBytes(UTF_8)).problem())
                .isEqualTo("forbidden");
    }

    private static byte[] zipBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
                            .getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
                            .getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] block = new byte[1024 * 1024];
            Arrays.fill(block, (byte) ' ');
            zip.write(
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
                            .getBytes(UTF_8));
            for (int i = 0; i < 300; i++) {
                zip.write(block);
            }
            zip.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
