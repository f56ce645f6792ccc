package org.sharedregistry.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import tools.jackson.databind.JsonNode;

class SearchIT extends RegistryHttpTest {

    private static final String GOODS = "/api/v1/goods";
    private static final String DOCUMENTS = "/api/v1/documents";
    private static final String EXPORTS = "/api/v1/exports";
    private static final String SUGGESTIONS = "/api/v1/suggestions";

    @Test
    void countsForEachFacetWhatItsFilterFinds() {
        String all = "state,status,recognizedIn,sector,hs,regulation,manufacturer,validOn";

        JsonNode facets = anyone().get(GOODS, "facets", all).json().at("/facets");

        assertThat(facets.propertyNames()).containsExactlyInAnyOrder(all.split(",", -1));
        assertEachValueFinds(anyone(), GOODS, facets);
        JsonNode ofDay = anyone().get(GOODS, "facets", "status", "destination", "RU", "on", "2026-10-11")
                .json()
                .at("/facets/status");
        assertThat(ofDay).isNotEmpty();
        ofDay.forEach(value -> assertThat(total(
                        anyone(),
                        GOODS,
                        "status",
                        value.at("/value").asString(),
                        "destination",
                        "RU",
                        "on",
                        "2026-10-11"))
                .isEqualTo(value.at("/count").asInt()));
    }

    @Test
    void countsPagesForEachFacet() {
        Client officer = as("officer-RU");

        // Documents may still be arriving in the index.
        await().untilAsserted(() -> {
            JsonNode facets = officer.get(DOCUMENTS, "facets", "kind,language,manufacturer,year,visibility,validOn")
                    .json()
                    .at("/facets");

            facets.forEach(values -> assertThat(values).isNotEmpty());
            assertEachValueFinds(officer, DOCUMENTS, facets);
        });
    }

    @Test
    void leavesTheOtherValuesOfAChosenFacetToChoose() {
        JsonNode unchosen = anyone().get(GOODS, "facets", "state,hs").json().at("/facets");

        JsonNode chosen =
                anyone().get(GOODS, "facets", "state,hs", "state", "RU").json();

        assertThat(chosen.at("/facets/state")).isEqualTo(unchosen.at("/state"));
        assertThat(chosen.at("/facets/hs")).isNotEqualTo(unchosen.at("/hs"));
        assertThat(total(anyone(), GOODS, "state", "RU,BY"))
                .isEqualTo(total(anyone(), GOODS, "state", "RU") + total(anyone(), GOODS, "state", "BY"));
    }

    @Test
    void namesTheManufacturersItCounts() {
        JsonNode maker = anyone().get(GOODS, "facets", "manufacturer", "q", "трактор колёсный")
                .json()
                .at("/facets/manufacturer/0");

        assertThat(maker.at("/name").asString()).isEqualTo("ОАО «Березина-Трактор Демо»");
        assertThat(total(anyone(), GOODS, "manufacturer", "299999025"))
                .isEqualTo(total(
                        anyone(), GOODS, "manufacturer", maker.at("/value").asString()));
    }

    @ParameterizedTest
    @CsvSource({
        "холадильник, SIMILAR, Холодильник-морозильник двухкамерный РК-300",
        "[jkjlbkmybr, SIMILAR, Холодильник-морозильник двухкамерный РК-300",
        "holodilnik, SIMILAR, Холодильник-морозильник двухкамерный РК-300",
        "two-compartment refridgerator, SIMILAR, Холодильник-морозильник двухкамерный РК-300",
        "холодильник двухкамерный оранжевый, PARTIAL, Холодильник-морозильник двухкамерный РК-300",
        "где дешевле взять холодильник, ANY, Холодильник-морозильник двухкамерный РК-300"
    })
    void saysHowFarItHadToGuess(String typed, String widening, String found) {
        Client.Answer answer = anyone().get(GOODS, "q", typed);

        assertThat(answer.at("/items/0/names/ru")).isEqualTo(found);
        assertThat(answer.at("/widening")).isEqualTo(widening);
    }

    @Test
    void showsTheBestPagesOfADocumentAndHowManyThereAre() throws IOException {
        Client maker = as("neman-mikro");
        String id =
                maker.upload("long.pdf", pages(12, 5, "Photolithography masks")).at("/id");
        awaitFinal(maker, id);

        JsonNode found = maker.get(DOCUMENTS, "q", "photolithography mask").json();

        JsonNode hit = found.at("/items/0");
        assertThat(found.at("/items")).hasSize(1);
        assertThat(hit.at("/document").asString()).isEqualTo(id);
        assertThat(hit.at("/pagesFound").asInt())
                .isGreaterThan(3)
                .isEqualTo(found.at("/total/value").asInt());
        assertThat(hit.at("/pages")).hasSize(3);
        assertThat(hit.at("/pages/0/snippet").asString()).contains("<mark>Photolithography</mark> <mark>masks</mark>");
        JsonNode mark = hit.at("/pages/0/marks/0");
        String whole = maker.get(DOCUMENTS + "/" + id + "/pages/"
                        + hit.at("/pages/0/page").asInt())
                .at("/text");
        assertThat(whole.substring(mark.at("/start").asInt(), mark.at("/end").asInt()))
                .isEqualTo("Photolithography");
    }

    @Test
    void tellsWhereOnAPictureAWordIs() throws IOException {
        Client maker = as("neman-mikro");
        String id = maker.upload("пластина.png", picture("КРЕМНИЕВАЯ ПЛАСТИНА")).at("/id");
        awaitFinal(maker, id);

        JsonNode box = maker.get(DOCUMENTS, "q", "пластины").json().at("/items/0/pages/0/marks/0/boxes/0");

        // The word stands in the right half of the lower half.
        assertThat(box.at("/left").asDouble()).isBetween(0.4, 0.7);
        assertThat(box.at("/right").asDouble()).isBetween(0.7, 1.0);
        assertThat(box.at("/top").asDouble()).isBetween(0.5, 0.8);
        assertThat(box.at("/bottom").asDouble()).isBetween(0.7, 1.0);
    }

    @Test
    void neverShowsWhatACallerMayNotSee() {
        Client maker = as("okskiy-stanok");
        String word = "бронзографитовый";
        String id = maker.upload(word + ".txt", ("Втулка " + word).getBytes(UTF_8), "kind", "TEST_REPORT")
                .at("/id");
        awaitFinal(maker, id);

        for (Client stranger : List.of(anyone(), as("verkhnevolzhskiy-nasos"), as("by-cert-minsk"), as("operator"))) {
            JsonNode found = stranger.get(DOCUMENTS, "q", word, "facets", "kind,language,visibility")
                    .json();
            assertThat(found.at("/total/value").asInt()).isZero();
            assertThat(found.at("/items")).isEmpty();
            found.at("/facets").forEach(values -> assertThat(values).isEmpty());
            assertThat(text(stranger.get(DOCUMENTS, "q", "втулка"))).doesNotContain(word);
            assertThat(text(stranger.get(DOCUMENTS, "q", "бронзографитовыи"))).doesNotContain(word);
            assertThat(text(stranger.get(SUGGESTIONS, "q", "бронзограф"))).doesNotContain(word);
            assertThat(text(stranger.get(EXPORTS + "/documents", "q", word))).doesNotContain(word);
            assertThat(text(stranger.get(EXPORTS + "/documents"))).doesNotContain(word);
        }
        assertThat(text(maker.get(SUGGESTIONS, "q", "бронзограф"))).doesNotContain(word);
        assertThat(text(maker.get(EXPORTS + "/documents", "q", word))).contains(id, "<mark>" + word + "</mark>");
        assertThat(as("officer-BY")
                        .get(DOCUMENTS, "q", word, "facets", "visibility")
                        .at("/facets/visibility/0/value"))
                .isEqualTo("RESTRICTED");
    }

    @Test
    void exportsAllThatFits() {
        int total = total(anyone(), GOODS, "state", "BY");

        List<String> rows =
                text(anyone().get(EXPORTS + "/goods", "state", "BY")).lines().toList();
        List<String> lines = text(anyone().get(EXPORTS + "/goods", "state", "BY", "format", "ndjson"))
                .lines()
                .toList();

        assertThat(rows).hasSize(total + 1).doesNotHaveDuplicates();
        assertThat(rows.get(0)).startsWith("registryNumber,state,nameRu");
        assertThat(rows.get(1)).startsWith("union-state-BY-").endsWith("RECOGNIZED");
        assertThat(lines).hasSize(total).allMatch(line -> line.contains("\"verdicts\":{\"BY\":"));
    }

    @Test
    void exportsNothingThatATableWouldCompute() {
        Client maker = as("neman-mikro");
        String id = maker.upload("=HYPERLINK(1).txt", "Ячейка таблицы кельвиновская".getBytes(UTF_8))
                .at("/id");
        awaitFinal(maker, id);

        assertThat(text(maker.get(EXPORTS + "/documents", "q", "кельвиновская")))
                .contains(id + ",'=HYPERLINK(1).txt,");
    }

    @ParameterizedTest
    @CsvSource({"size, 5", "cursor, AAAA", "sort, name", "facets, state", "format, xml"})
    void exportsOnlyWholeResults(String parameter, String value) {
        Client.Answer answer = anyone().get(EXPORTS + "/goods", parameter, value);

        assertThat(answer.problem()).isEqualTo("invalid-parameter");
        assertThat(answer.at("/parameter")).isEqualTo(parameter);
    }

    @Test
    void suggestsNamesManufacturersAndCodes() {
        JsonNode words = anyone().get(SUGGESTIONS, "q", "Берез").json();
        JsonNode codes = anyone().get(SUGGESTIONS, "q", "84181").json();
        JsonNode mistyped = anyone().get(SUGGESTIONS, "q", "[jkjlbkm").json();

        assertThat(words.at("/manufacturers/0").asString()).isEqualTo("ОАО «Березина-Трактор Демо»");
        assertThat(codes.at("/codes/0").asString()).isEqualTo("8418102001");
        assertThat(mistyped.at("/goods/0").asString()).startsWith("Холодильник");
        assertThat(anyone().get(SUGGESTIONS, "q", "я").json().at("/goods")).isEmpty();
    }

    @Test
    void walksThroughDocumentsPartByPart() {
        Client officer = as("officer-BY");
        List<String> documents = new ArrayList<>();
        String[] parameters = {"q", "изготовитель", "size", "4"};
        for (int parts = 0; parameters.length > 0; parts++) {
            assertThat(parts).isLessThan(100);
            Client.Answer part = officer.get(DOCUMENTS, parameters);
            part.json()
                    .at("/items")
                    .forEach(hit -> documents.add(hit.at("/document").asString()));
            parameters = part.json().at("/next").isNull()
                    ? new String[0]
                    : new String[] {"q", "изготовитель", "size", "4", "cursor", part.at("/next")};
        }
        assertThat(documents).hasSizeGreaterThan(8).doesNotHaveDuplicates();
    }

    @Test
    void refusesACursorOfAnotherQuestion() {
        for (String path : List.of(GOODS, DOCUMENTS)) {
            String cursor = as("officer-RU").get(path, "size", "1").at("/next");

            Client.Answer other = as("officer-RU").get(path, "size", "1", "q", "насос", "cursor", cursor);

            assertThat(other.problem()).isEqualTo("invalid-parameter");
            assertThat(other.at("/parameter")).isEqualTo("cursor");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AND OR NOT",
                "\"насос",
                "насос\"\"\"",
                "\u0000\u0001\u0007насос",
                "😀 🚜",
                "מוצרים تجريبي насос",
                "\u202Eсосан",
                "* * * ? ? ?",
                "н*с*с?",
                "((((((((((",
                "-- --насос",
                "title:насос^100~2"
            })
    void answersWhateverIsTyped(String typed) {
        for (String path : List.of(GOODS, DOCUMENTS, SUGGESTIONS)) {
            assertThat(anyone().get(path, "q", typed).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void refusesWhatIsTooLong() {
        String characters = "насос".repeat(2_000);
        String words = "а ".repeat(5_000);
        for (String typed : List.of(characters, words)) {
            for (String path : List.of(GOODS, DOCUMENTS, SUGGESTIONS, EXPORTS + "/goods")) {
                Client.Answer answer = anyone().get(path, "q", typed);
                assertThat(answer.problem()).as(path).isEqualTo("invalid-parameter");
                assertThat(answer.at("/parameter")).isEqualTo("q");
            }
        }
    }

    private static void assertEachValueFinds(Client client, String path, JsonNode facets) {
        facets.properties()
                .forEach(facet -> facet.getValue().forEach(value -> {
                    String chosen = value.at("/value").asString();
                    assertThat(total(client, path, facet.getKey(), chosen))
                            .as(facet.getKey() + " " + chosen)
                            .isEqualTo(value.at("/count").asInt());
                }));
    }

    private static int total(Client client, String path, String... parameters) {
        return client.get(path, parameters).json().at("/total/value").asInt();
    }

    private static String text(Client.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.bytes(), UTF_8);
    }

    /** A PDF of so many pages, of which the first {@code with} say something special. */
    private static byte[] pages(int pages, int with, String special) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText((i < with ? special : "Nothing special") + " on page " + (i + 1));
                    content.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] picture(String words) throws IOException {
        BufferedImage image = new BufferedImage(1600, 400, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1600, 400);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 80));
        pen.drawString(words, 100, 300);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
