package org.sharedregistry.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlighterTest {

    private final Highlighter highlighter = new Highlighter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Испытаны насосы погружные | насос | Испытаны <mark>насосы</mark> погружные",
                "Станки токарные | токарный станок | <mark>Станки</mark> <mark>токарные</mark>",
                "Ёмкость | емкости | <mark>Ёмкость</mark>",
                "насос для воды, вода | \"для воды\" | насос <mark>для воды</mark>, вода",
                "холодильник | холод* | <mark>холодильник</mark>",
                "№ ЕАЭС RU С-BY.НА81.В.00123/24 от | RU c-by.ha81.b.00123/24 | № <mark>ЕАЭС RU С-BY.НА81.В.00123/24</mark> от",
                "ГОСТ 15150-69, 69 | 15150-69 | ГОСТ <mark>15150-69</mark>, 69",
                "a < b & pumps | pump | a &lt; b &amp; <mark>pumps</mark>",
                "серти\u00ADфикат | сертификаты | <mark>серти\u00ADфикат</mark>",
                "насос и кран | насос -кран | <mark>насос</mark> и кран",
                "насос | *** | насос"
            })
    void marksWhatFits(String text, String query, String marked) {
        assertThat(highlighter.snippet(text, ParsedQuery.of(query))).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Холодильник бытовой | холадильник | <mark>Холодильник</mark> бытовой",
                "Насосы центробежные | nasos | <mark>Насосы</mark> центробежные",
                "Привод клиновой | ghbdjl | <mark>Привод</mark> клиновой",
                "Насос синий | насос красный | <mark>Насос</mark> синий"
            })
    void marksWhatWasMeant(String text, String query, String marked) {
        assertThat(highlighter.snippet(text, ParsedQuery.of(query, Widening.PARTIAL)))
                .isEqualTo(marked);
    }

    @Test
    void choosesTheStretchWithTheMostOfAQuery() {
        String text = "насос " + "лишнее слово ".repeat(50) + "кран и насос вместе " + "ещё слово ".repeat(50);

        String snippet = highlighter.snippet(text, ParsedQuery.of("насос кран"));

        assertThat(snippet)
                .startsWith("… ")
                .endsWith(" …")
                .contains("<mark>кран</mark> и <mark>насос</mark> вместе")
                .hasSizeBetween(150, 350);
    }

    @Test
    void cutsBetweenWords() {
        String snippet = highlighter.snippet("длинноеслово ".repeat(100), ParsedQuery.of("нет"));

        assertThat(snippet).matches("(длинноеслово ?)+ …");
    }

    @Test
    void namesThePlacesOfAllHits() {
        assertThat(highlighter.spans("насос, насосы и насосная", ParsedQuery.of("насос")))
                .containsExactly(new Span(0, 5), new Span(7, 13));
    }

    @Test
    void namesOnlySoManyPlaces() {
        assertThat(highlighter.spans("насос ".repeat(200_000), ParsedQuery.of("насос")))
                .hasSize(Highlighter.MOST_SPANS);
    }

    @Test
    void staysInsideAnyTextAndEscapesIt() {
        long seed = 11;
        Random random = new Random(seed);
        List<String> queries = List.of("насос pump", "24*", "\"насос насос\"", "С-BY.НА81", "b", "1");
        for (int round = 0; round < 1_000; round++) {
            String text = RandomText.next(random, random.nextInt(200));
            String query = queries.get(round % queries.size());
            String described =
                    "seed %d, text %s".formatted(seed, text.codePoints().boxed().toList());
            String bare = highlighter
                    .snippet(text, ParsedQuery.of(query))
                    .replace("<mark>", "")
                    .replace("</mark>", "")
                    .replaceFirst("^… ", "")
                    .replaceFirst(" …$", "");
            assertThat(bare).as(described).doesNotContain("<", ">");
            assertThat(text).as(described).contains(unescaped(bare));
            int end = 0;
            for (Span span : highlighter.spans(text, ParsedQuery.of(query))) {
                assertThat(span.start()).as(described).isGreaterThanOrEqualTo(end);
                end = span.end();
            }
            assertThat(end).as(described).isLessThanOrEqualTo(text.length());
        }
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
