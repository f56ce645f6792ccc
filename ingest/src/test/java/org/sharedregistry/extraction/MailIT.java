package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.extraction.Extraction.Finished;

/** What is read of letters sent by mail. */
class MailIT {

    private static final Charset KOI8 = Charset.forName("KOI8-R");
    private static final Charset WINDOWS = Charset.forName("windows-1251");

    private static TextExtractor extractor;

    @TempDir
    private Path folder;

    private final List<String> pages = new ArrayList<>();
    private final List<String> members = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path parsers) {
        extractor = new TextExtractor(SomeSettings.in(parsers));
    }

    @AfterAll
    static void stop() {
        extractor.close();
    }

    @Test
    void readsHeadersAndTextAsOnePageAndAttachmentsAsMembers() {
        Finished end = extract("""
                From: =?koi8-r?B?%s?= <plant@example.by>
                To: body@example.ru
                Date: Mon, 23 Nov 2026 10:00:00 +0300
                Subject: =?utf-8?B?%s?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain; charset=koi8-r
                Content-Transfer-Encoding: base64

                %s
                --inner
                Content-Type: text/html; charset=koi8-r
                Content-Transfer-Encoding: base64

                %s
                --inner--
                --outer
                Content-Type: application/octet-stream
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename="=?windows-1251?B?%s?="

                %s
                --outer
                Content-Type: text/plain
                Content-Disposition: attachment; filename*=UTF-8''%%D0%%90%%D0%%BA%%D1%%82.txt

                plain attachment
                --outer
                Content-Type: message/rfc822

                From: another@example.by
                Subject: forwarded

                the forwarded text
                --outer--
                """.formatted(
                        base64("Завод", KOI8),
                        base64("Протокол № 5", UTF_8),
                        base64("просто", KOI8),
                        base64("<script>var a</script><p>Прилагаем <b>протокол</b>.</p>", KOI8),
                        base64("протокол.pdf", WINDOWS),
                        base64("attached", UTF_8)));

        assertThat(end.metadata()).containsEntry("title", "Протокол № 5");
        assertThat(pages).containsExactly("""
                        From: Завод <plant@example.by>
                        To: body@example.ru
                        Date: Mon, 23 Nov 2026 10:00:00 +0300
                        Subject: Протокол № 5

                        Прилагаем протокол.""");
        assertThat(members).hasSize(3);
        assertThat(members.get(0)).isEqualTo("протокол.pdf: attached");
        assertThat(members.get(1)).isEqualTo("Акт.txt: plain attachment");
        assertThat(members.get(2)).startsWith("letter.eml: ").endsWith("the forwarded text");
    }

    @Test
    void readsTextBesidePicturesInIt() {
        extract("""
                From: plant@example.by
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/related; boundary=inner

                --inner
                Content-Type: text/html

                <p>with a picture</p>
                --inner
                Content-Type: image/png; name="logo.png"
                Content-Disposition: inline

                png
                --inner--
                --outer--
                """);
        assertThat(pages).singleElement().asString().endsWith("with a picture");
        assertThat(members).containsExactly("logo.png: png");
    }

    @Test
    void readsLettersThatDeclareNothing() {
        String letter = "From: plant@example.by\nSubject: Протокол испытаний\n\nПрилагаем протокол испытаний станка.\n";
        for (Charset charset : List.of(KOI8, WINDOWS, UTF_8)) {
            pages.clear();
            extract(letter.getBytes(charset));
            assertThat(pages).as("%s", charset).containsExactly(letter.strip());
        }
    }

    @Test
    void readsABrokenLetterAsFarAsItGoes() {
        extract("""
                From: plant@example.by
                Date: Thirtieth of February
                Subject: =?no-such-charset?Q?broken?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: text/plain; charset=no-such-charset

                what it says
                --outer
                Content-Type: application/pdf; name="half.pdf"
                Content-Transfer-Encoding: base64

                aGFs""");
        assertThat(pages).singleElement().asString().contains("Thirtieth of February", "what it says");
        assertThat(members).containsExactly("half.pdf: hal");
    }

    private Finished extract(String letter) {
        return extract(letter.getBytes(UTF_8));
    }

    private Finished extract(byte... letter) {
        try {
            Path file = Files.write(folder.resolve("letter.eml"), letter);
            return assertThat(extractor.extract(file, "letter.eml", page -> pages.add(page.text()), this::take))
                    .asInstanceOf(type(Finished.class))
                    .actual();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Member member) {
        try {
            members.add(member.name() + ": " + Files.readString(member.file()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }
}
