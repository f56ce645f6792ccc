package org.sharedregistry.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sharedregistry.examination.Sorting.Ground;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.extraction.ExtractedPage.Source;

class SortingTest {

    private static final String CERTIFICATE = "СЕРТИФИКАТ СООТВЕТСТВИЯ\nЕАЭС RU С-BY.НА81.В.00123/24\n";
    private static final String DECLARATION = "ДЕКЛАРАЦИЯ О СООТВЕТСТВИИ\nЕАЭС N RU Д-BY.РА01.В.12345/24\n";
    private static final String REPORT = "ПРОТОКОЛ ИСПЫТАНИЙ\n№ 12-А/25 от 01.02.2025\n";

    private final List<Sheet> sheets = new ArrayList<>();

    @Test
    void joinsPicturesOfOneReportInTheOrderOfTheirPages() {
        file("скан (2).jpg", "Протокол испытаний № 12-А/25\n" + prose("напор подача насос") + "\nлист 2 из 3");
        file("скан (3).jpg", prose("заключение образец соответствует") + "\nлист 3 из 3");
        file("скан (1).jpg", REPORT + prose("условия температура влажность") + "\nлист 1 из 3");

        assertThat(names()).containsExactly(List.of("скан (1).jpg", "скан (2).jpg", "скан (3).jpg"));
        assertThat(Sorting.of(sheets).groups().get(0).grounds())
                .contains(Ground.SAME_NUMBER, Ground.FILE_NAMES, Ground.PAGE_MARKS);
    }

    @Test
    void splitsAFileThatHoldsSeveralPapers() {
        file(
                "всё.pdf",
                CERTIFICATE + prose("станок"),
                "Приложение\n" + prose("модели перечень"),
                DECLARATION + prose("стиральная"));

        assertThat(Sorting.of(sheets).groups())
                .extracting(group -> group.sheets().stream().map(Sheet::page).toList())
                .containsExactly(List.of(1, 2), List.of(3));
    }

    @Test
    void keepsPapersApartThatNothingJoins() {
        file("a.jpg", CERTIFICATE + prose("станок токарный"));
        file("b.jpg", DECLARATION + prose("машина стиральная"));
        file("c.jpg", prose("совсем другое письмо"));

        assertThat(names()).containsExactly(List.of("a.jpg"), List.of("b.jpg"), List.of("c.jpg"));
    }

    @Test
    void takesTwoPicturesOfOnePageForDuplicatesAndTwoFormsForTwoPapers() {
        file("снимок.jpg", CERTIFICATE + prose("станок токарный с числовым управлением"));
        file("скан.png", CERTIFICATE + prose("станок токарный с числовым управлениен"));
        file("другой.png", CERTIFICATE.replace("00123", "00124") + prose("станок токарный с числовым управлением"));

        assertThat(names()).containsExactly(List.of("снимок.jpg"), List.of("другой.png"));
        assertThat(Sorting.of(sheets).duplicates()).singleElement().satisfies(same -> {
            assertThat(same.document()).isEqualTo(sheets.get(1).document());
            assertThat(same.sameDocument()).isEqualTo(sheets.get(0).document());
        });
    }

    @Test
    void leavesPagesWithoutWordsWhereTheyAre() {
        file("пусто.pdf", CERTIFICATE, "", "");
        file("пусто.jpg", "");

        assertThat(names()).containsExactly(List.of("пусто.pdf", "пусто.pdf", "пусто.pdf"), List.of("пусто.jpg"));
        assertThat(Sorting.of(sheets).duplicates()).isEmpty();
    }

    @Test
    void hasNothingToSayOfNothing() {
        assertThat(Sorting.of(List.of()).groups()).isEmpty();
    }

    private void file(String name, String... texts) {
        UUID document = UUID.randomUUID();
        for (int i = 0; i < texts.length; i++) {
            ExtractedPage page = new ExtractedPage(i + 1, texts[i], Source.TEXT, List.of(), List.of(), List.of());
            sheets.add(Sheet.of(document, name, texts.length, page));
        }
    }

    private List<List<String>> names() {
        return Sorting.of(sheets).groups().stream()
                .map(group -> group.sheets().stream().map(Sheet::fileName).toList())
                .toList();
    }

    private static String prose(String words) {
        return "Комиссия в составе представителей завода и лаборатории установила при осмотре: " + words
                + "; замечаний не имеется, подписи сторон, печати приложены";
    }
}
