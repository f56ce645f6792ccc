package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.junit.jupiter.api.Test;

class TextEncodingTest {

    private static final List<String> SENTENCES = List.of(
            "Протокол испытаний станка фрезерного 6Р12",
            "Изготовитель: ОАО «Завод», г. Витебск",
            "СЕРТИФИКАТ СООТВЕТСТВИЯ",
            "ПРОТОКОЛ ИСПЫТАНИЙ № 12-34/2026",
            "Акт приёмки",
            "Насос центробежный К 80-50-200, 15 кВт",
            "Срок действия с 01.02.2024 по 31.01.2029",
            "Applicant: JSC Zavod (ОАО Завод), Minsk, Belarus, phone +375 17 123-45-67",
            "Съёмный узел",
            "Ещё один щит, объём 5 м");
    private static final List<String> BELARUSIAN = List.of(
            "Пратакол выпрабаванняў фрэзернага станка",
            "Сертыфікат адпаведнасці прадукцыі",
            "ВЫТВОРЦА: ААТ «ЗАВОД», Г. ВІЦЕБСК",
            "Заўвагі да пратакола",
            "Помпа цэнтрабежная, магутнасць 15 кВт");

    private final TextEncoding detector = new TextEncoding();

    @Test
    void tellsTheEncodingOfShortRussianTexts() throws IOException {
        for (String alphabet : List.of("windows-1251", "KOI8-R", "IBM866", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16")) {
            for (String sentence : SENTENCES) {
                Charset charset = Charset.forName(alphabet);
                // What has no place in an alphabet is written by its users in another way.
                String writable = charset.newEncoder().canEncode(sentence)
                        ? sentence
                        : sentence.replaceAll("[«»]", "\"").replace("№", "N");
                assertThatItReads(writable, charset);
            }
        }
    }

    @Test
    void tellsTheEncodingOfShortBelarusianTexts() throws IOException {
        for (Charset charset : List.of(Charset.forName("windows-1251"), UTF_8, UTF_16LE, UTF_16BE)) {
            for (String sentence : BELARUSIAN) {
                assertThatItReads(sentence, charset);
            }
        }
    }

    @Test
    void takesNoOtherAlphabetForCyrillic() throws IOException {
        assertThatItReads("Prüfbericht für Fräsmaschinen, gemäß der Norm über Geräte", ISO_8859_1);
        assertThatItReads("Rapport d'essai: qualité vérifiée à l'usine", ISO_8859_1);
        assertThatItReads("证书 符合性声明", UTF_8);
        assertThatItReads("plain words", UTF_8);
    }

    @Test
    void readsNamesOfFiles() {
        for (String alphabet : List.of("windows-1251", "KOI8-R", "IBM866", "UTF-8")) {
            for (String name : List.of("Протокол.pdf", "Паспорт изделия.docx", "сертификат_2024.jpg", "ЭЦП и печать")) {
                assertThat(TextEncoding.decode(name.getBytes(Charset.forName(alphabet))))
                        .as(alphabet)
                        .isEqualTo(name);
            }
        }
        assertThat(TextEncoding.decode("résumé.pdf".getBytes(Charset.forName("IBM437"))))
                .isEqualTo("résumé.pdf");
    }

    private void assertThatItReads(String text, Charset charset) throws IOException {
        byte[] bytes = text.getBytes(charset);
        Charset found = detector.detect(new ByteArrayInputStream(bytes), new Metadata());
        assertThat(new String(bytes, found).replace("\uFEFF", ""))
                .as("%s in %s read as %s", text, charset, found)
                .isEqualTo(text);
    }
}
