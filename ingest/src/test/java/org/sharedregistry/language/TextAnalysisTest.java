package org.sharedregistry.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAnalysisTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "насос насоса насосу насосом насосе насосы насосов насосам насосами насосах",
                "станок станка станку станком станке станки станков станками",
                "образец образца образцу образцом образце образцы образцов",
                "резец резца резцом резцы резцов",
                "уровень уровня уровню уровнем уровни уровней",
                "перечень перечня перечнем перечни перечней",
                "узел узла узлу узлом узлы узлов",
                "котёл котла котлу котлом котлы котлов",
                "плитка плитки плитку плиткой плиток плитками",
                "подшипник подшипника подшипники подшипников",
                "изделие изделия изделию изделием изделий изделиями",
                "оборудование оборудования оборудованию оборудованием",
                "испытание испытания испытаний испытаниям испытаниями",
                "декларация декларации декларацию декларацией деклараций",
                "изготовитель изготовителя изготовителем изготовители изготовителей",
                "соответствие соответствия соответствию",
                "электрический электрическая электрического электрические электрических",
                "бытовой бытовая бытовые бытовых бытовыми"
            })
    void bringsTheFormsOfARussianWordTogether(String forms) {
        assertThat(TextAnalysis.words(forms))
                .extracting(Token::ru)
                .containsOnly(only(forms).ru());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "сертыфікат сертыфіката сертыфікату сертыфікатам сертыфікаты сертыфікатаў сертыфікатамі сертыфікатах",
                "умова ўмова умовы ўмовы умову ўмоў умоў умовамі",
                "вытворца вытворцы вытворцаў вытворцам",
                "абсталяванне абсталявання абсталяваннем абсталяванню",
                "дзяржаўны дзяржаўная дзяржаўнага дзяржаўныя дзяржаўных",
                "аб'ект абʼекта аб’екты абектаў"
            })
    void bringsTheFormsOfABelarusianWordTogether(String forms) {
        assertThat(TextAnalysis.words(forms))
                .extracting(Token::be)
                .containsOnly(only(forms).be());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pump pumps pump's pumped pumping",
                "battery batteries",
                "certificate certificates certificated",
                "manufacturer manufacturers manufacturers’ manufacturer’s"
            })
    void bringsTheFormsOfAnEnglishWordTogether(String forms) {
        assertThat(TextAnalysis.words(forms))
                .extracting(Token::en)
                .containsOnly(only(forms).en());
    }

    @ParameterizedTest
    @CsvSource({"холодильник, холодильный", "насос, нос", "резец, резьба", "завод, заводской", "лампа, лампада"})
    void keepsDifferentRussianWordsApart(String one, String other) {
        assertThat(only(one).isFormOf(only(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Ёлка, елка",
        "СЕРТИФИКАТ, сертификат",
        "и\u0306од, йод",
        "ў, ў",
        "у\u0306мова, ўмова",
        "за\u0301мок, замок",
        "café, cafe",
        "ﬁlter, filter",
        "серти\u00ADфикат, сертификат",
        "Cepтификaт, сертификат",
        "аб'ект, абект",
        "аб’ект, абект",
        "ａｂｃ, abc",
        "їжак, їжак",
        "IP65, ip65"
    })
    void foldsWhatPeopleDoNotSearchBy(String written, String folded) {
        assertThat(only(written).word()).isEqualTo(folded);
    }

    @Test
    void namesThePlaceOfEachWord() {
        assertThat(TextAnalysis.words("«Насос», г.Минск — 2 шт."))
                .extracting(token -> token.word() + token.start() + "-" + token.end())
                .containsExactly("насос1-6", "г9-10", "минск11-16", "219-20", "шт21-23");
    }

    @Test
    void leavesAWordOfAnotherLanguageUnchanged() {
        Token russian = only("насосами");
        Token english = only("pumps");
        Token mixed = only("НА81");

        assertThat(russian.en()).isEqualTo("насосами");
        assertThat(List.of(english.ru(), english.be())).containsOnly("pumps");
        assertThat(List.of(mixed.ru(), mixed.be(), mixed.en())).containsOnly("на81");
    }

    @Test
    void joinsAWordThatALineBreakDivides() {
        assertThat(TextAnalysis.words("серти-\r\n  фикат"))
                .extracting(Token::word)
                .containsExactly("сертификат");
        assertThat(TextAnalysis.words("Минск-\nГомель")).extracting(Token::word).containsExactly("минск", "гомель");
        assertThat(TextAnalysis.words("насос -\nкран")).extracting(Token::word).containsExactly("насос", "кран");
    }

    @ParameterizedTest
    @CsvSource({
        "15150-69, 1515069",
        "№123/24, 12324",
        "НА81, HA81",
        "ip65, IP65",
        "ШХ-0.5, ШX05",
        "ЕАЭС RU С-BY.НА81.В.00123/24, RUCBYHA81B0012324"
    })
    void findsCodesWithoutSeparatorsAndLookalikes(String text, String code) {
        assertThat(TextAnalysis.codes(text)).extracting(Code::term).contains(code);
    }

    @Test
    void findsNoCodeWithoutADigit() {
        assertThat(TextAnalysis.codes("насос-дозатор А/Б")).isEmpty();
    }

    @Test
    void takesAnyText() {
        long seed = 20_261_123;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String text = RandomText.next(random, 1 + random.nextInt(60));
            assertThatCode(() -> check(text))
                    .as("seed %d, text %s", seed, text.codePoints().boxed().toList())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"я", "1-", "1", "-", "'", "а-\n", "\u0301", "a'", "😀", "RU С-BY.НА81.В.00123/24 "})
    void takesALongText(String piece) {
        assertThatCode(() -> check(piece.repeat(100_000 / piece.length()))).doesNotThrowAnyException();
    }

    private static void check(String text) {
        int before = 0;
        for (Token token : TextAnalysis.words(text)) {
            assertThat(token.start()).isGreaterThanOrEqualTo(before).isLessThan(token.end());
            before = token.end();
            for (String term : List.of(token.word(), token.ru(), token.be(), token.en())) {
                assertThat(term).isNotEmpty().doesNotContainAnyWhitespaces();
                assertThat(term.length()).isLessThanOrEqualTo(TextAnalysis.LONGEST_TERM);
            }
        }
        assertThat(before).isLessThanOrEqualTo(text.length());
        for (Code code : TextAnalysis.codes(text)) {
            assertThat(code.start()).isNotNegative().isLessThan(code.end());
            assertThat(code.end()).isLessThanOrEqualTo(text.length());
            assertThat(code.term().length()).isBetween(1, TextAnalysis.LONGEST_TERM);
        }
    }

    private static Token only(String words) {
        return TextAnalysis.words(words).get(0);
    }
}
