package org.sharedregistry.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.language.ParsedQuery.Clause;
import org.sharedregistry.language.ParsedQuery.Designation;
import org.sharedregistry.language.ParsedQuery.Nothing;
import org.sharedregistry.language.ParsedQuery.Phrase;
import org.sharedregistry.language.ParsedQuery.Prefix;
import org.sharedregistry.language.ParsedQuery.Word;

class ParsedQueryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "насос вода | насос вода",
                "\"насос вода\" | [насос вода]",
                "«насос вода» кран | [насос вода] кран",
                "насос -вода | насос !вода",
                "насос -\"для воды\" | насос ![для воды]",
                "-насос-дозатор | ![насос дозатор]",
                "-15150-69 | !#1515069",
                "насос* | насос*",
                "холод-витр* | холод витр*",
                "15150-69 | #1515069",
                "C-BY.НА8* | #CBYHA8*",
                "насос - вода | насос вода",
                "насос 12\" | насос #12",
                "\"насос | насос",
                "-*** | nothing",
                "\"\" | nothing",
                "+насос && (вода) | насос вода"
            })
    void takesApartWhatWasTyped(String typed, String meaning) {
        assertThat(meaning(ParsedQuery.of(typed))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n\u2003"})
    void asksForEverythingByBlankText(String blank) {
        ParsedQuery query = ParsedQuery.of(blank);

        assertThat(query.must()).isEmpty();
        assertThat(query.mustNot()).isEmpty();
        assertThat(query.codes()).isEmpty();
    }

    @Test
    void readsTheWholeTextAsACode() {
        assertThat(ParsedQuery.of("С BY НА81 В 00123 24").codes()).contains("CBYHA81B0012324");
        assertThat(ParsedQuery.of("насос вода").codes()).isEmpty();
        assertThat(ParsedQuery.of("15150-69 -насос").codes()).isEmpty();
    }

    @Test
    void takesSoManyCharactersAndWordsAndNoMore() {
        assertThatCode(() -> ParsedQuery.of("я".repeat(1_000))).doesNotThrowAnyException();
        assertThatCode(() -> ParsedQuery.of("я ".repeat(64))).doesNotThrowAnyException();
        assertThatThrownBy(() -> ParsedQuery.of("я".repeat(1_001)))
                .isInstanceOf(QueryTooLong.class)
                .hasMessageContaining("1001");
        assertThatThrownBy(() -> ParsedQuery.of("\"" + "я ".repeat(65) + "\"")).isInstanceOf(QueryTooLong.class);
        assertThatThrownBy(() -> ParsedQuery.of("*?".repeat(5_000))).isInstanceOf(QueryTooLong.class);
    }

    @Test
    void findsAMeaningInAnyText() {
        long seed = 4;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String text = RandomText.next(random, random.nextInt(30));
            assertThatCode(() -> ParsedQuery.of(text))
                    .as("seed %d, text %s", seed, text.codePoints().boxed().toList())
                    .doesNotThrowAnyException();
        }
    }

    private static String meaning(ParsedQuery query) {
        StringBuilder meaning = new StringBuilder();
        query.must().forEach(clause -> meaning.append(' ').append(meaning(clause)));
        query.mustNot().forEach(clause -> meaning.append(" !").append(meaning(clause)));
        return meaning.substring(1);
    }

    private static String meaning(Clause clause) {
        if (clause instanceof Word word) {
            return word.token().word();
        }
        if (clause instanceof Prefix prefix) {
            return prefix.beginning() + "*";
        }
        if (clause instanceof Designation designation) {
            return "#" + designation.code() + (designation.goesOn() ? "*" : "");
        }
        if (clause instanceof Phrase phrase) {
            return phrase.tokens().stream().map(Token::word).toList().toString().replace(",", "");
        }
        assertThat(clause).isInstanceOf(Nothing.class);
        return "nothing";
    }
}
