package org.sharedregistry.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    private static final int ROUNDS = 100;
    private static final String CYRILLIC = "АВЕКМНОРСТУХД";
    private static final String LATIN = "ABEKMHOPCTYXD";

    @Test
    void readsWhatItPrintsWithoutCorrections() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            SomeNumbers numbers = new SomeNumbers(new Random(seed));
            for (String number : Stream.concat(numbers.strong().stream(), numbers.weak().stream())
                    .toList()) {
                List<Reading> readings = Identifiers.read(number);
                assertThat(readings).as("%s, seed %d", number, seed).isNotEmpty();
                for (Reading reading : readings) {
                    assertThat(Identifiers.read(reading.display()))
                            .as("%s printed as %s, seed %d", number, reading.display(), seed)
                            .anySatisfy(again -> {
                                assertThat(again.key()).isEqualTo(reading.key());
                                assertThat(again.kind()).isEqualTo(reading.kind());
                                assertThat(again.display()).isEqualTo(reading.display());
                                assertThat(again.corrections()).isEmpty();
                            });
                }
            }
        }
    }

    @Test
    void readsAPrintedNumberAsItselfFirst() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            for (String number : new SomeNumbers(new Random(seed)).strong()) {
                Reading best = Identifiers.read(number).get(0);
                assertThat(best.display()).as("seed %d", seed).isEqualTo(number);
                assertThat(best.corrections()).as("%s, seed %d", number, seed).isEmpty();
            }
        }
    }

    @Test
    void readsTheSameNumberInAnySpelling() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            for (String number : new SomeNumbers(random).strong()) {
                String typed = respelled(number, random);
                assertThat(Identifiers.read(typed))
                        .as("%s typed as %s, seed %d", number, typed, seed)
                        .extracting(Reading::key)
                        .isEqualTo(Identifiers.read(number).stream()
                                .map(Reading::key)
                                .toList());
            }
        }
    }

    @Test
    void knowsEveryKind() {
        SomeNumbers numbers = new SomeNumbers(new Random(1));
        assertThat(Stream.concat(numbers.strong().stream(), numbers.weak().stream())
                        .flatMap(number -> Identifiers.read(number).stream())
                        .map(Reading::kind))
                .contains(IdentifierKind.values());
    }

    @ParameterizedTest
    @CsvSource({
        "ЕАЭС RU С-BY.НА81.В.00123/24, EAEU_CERTIFICATE, RU",
        "ТС N RU Д-BY.МЮ62.В.02576, EAEU_DECLARATION, RU",
        "РОСС RU С-RU.АЯ46.В.10006, NATIONAL_CERTIFICATE, RU",
        "РОСС RU Д-RU.РА01.В.50157/23, NATIONAL_DECLARATION, RU",
        "ЕАЭС BY/112 02.02. 019 05107, EAEU_CERTIFICATE, BY",
        "ЕАЭС N BY/112 11.01. ТР037 118.01 12594, EAEU_DECLARATION, BY",
        "ЕАЭС KZ 7500533.01.01.06080, EAEU_CERTIFICATE, KZ",
        "ЕАЭС KZ 7500533.13.12.06080, EAEU_DECLARATION, KZ",
        "ЕАЭС KG417/013.Д.0002575, EAEU_DECLARATION, KG",
        "BY.70.06.01.003.R.000123.01.21, STATE_REGISTRATION, BY",
        "РОСС RU.0001.11АВ52, ACCREDITATION, RU",
        "РОСС RU.12345.ИЛ15, ACCREDITATION, RU",
        "РОСС RU.12345.ОС15.00123, VOLUNTARY_CERTIFICATE, RU",
        "РОСС RU.12345.04АБВ1.ОСП32.00123, VOLUNTARY_CERTIFICATE, RU",
        "РПП-10012345, PRODUCTION_REGISTER_ENTRY, RU",
        "РЭ-1234/22, RADIO_ELECTRONICS_ENTRY, RU",
        "BYPR5103384801, OWN_PRODUCTION_CERTIFICATE, BY",
        "10131010/010224/3012345, CUSTOMS_DECLARATION, RU",
        "06611/010224/0012345, CUSTOMS_DECLARATION, BY",
        "CSQU3054383, CONTAINER,",
        "2710 19 820 0, HS_CODE,",
    })
    void saysWhatANumberIsAndWhichStateGaveIt(String number, IdentifierKind kind, @Nullable String state) {
        Reading best = Identifiers.read(number).get(0);
        assertThat(best.kind()).isEqualTo(kind);
        assertThat(best.parts().get("state")).isEqualTo(state);
    }

    @Test
    void takesAnyText() {
        Random random = new Random(5);
        String signs = "ЕАЭСРОТRUBYKZ/112.-№ND 0123456789\\()]\n\u0000\uD83D\uDE00\uD83Dé~?#:[]{}$";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThatCode(() -> Identifiers.read(text.toString()))
                    .as("%s", text)
                    .doesNotThrowAnyException();
            assertThatCode(() -> Identifiers.normalise(text.toString()))
                    .as("%s", text)
                    .doesNotThrowAnyException();
            assertThatCode(() -> Identifiers.find(text)).as("%s", text).doesNotThrowAnyException();
        }
    }

    @Test
    void doesNotLookAtWhatIsTooLong() {
        String number = "ЕАЭС RU С-BY.НА81.В.00123/24";
        assertThat(Identifiers.read(" ".repeat(Identifiers.LONGEST - number.length()) + number))
                .isNotEmpty();
        assertThat(Identifiers.read(" ".repeat(Identifiers.LONGEST - number.length() + 1) + number))
                .isEmpty();
    }

    @Test
    void saysWhatItCorrected() {
        Reading reading = Identifiers.read("RU C-BY.HA81.B.00123/24").get(0);
        assertThat(reading.kind()).isEqualTo(IdentifierKind.EAEU_CERTIFICATE);
        assertThat(reading.display()).isEqualTo("ЕАЭС RU С-BY.НА81.В.00123/24");
        assertThat(reading.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(reading.corrections())
                .extracting(Correction::toString)
                .containsExactly("Latin letters read as Cyrillic: C H A B", "prefix added: ЕАЭС");
        assertThat(reading.parts().toString())
                .isEqualTo("{state=RU, origin=BY, body=НА81, object=В, serial=00123, year=24}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EADC BY/112 02.01. ТР018 010.02 00276  | [prefix repaired: EADC → ЕАЭС]
            ЕАЭС ВУ/112 02.01. ТР018 010.02 00276  | [Cyrillic letters read as Latin: В У]
            ЕАЭС BY/112 02.01. TR018 010.02 00276  | [Latin letters read as Cyrillic: T R]
            ЕАЭС KG417/18.д.0000338                | []
            еаэс ru с-by.на81.в.00123/24           | []
            №ЕАЭС RU С-BY.НА81.В.00123/24          | []
            ЕА\u00ADЭС RU С-BY.НА81.В.00123/24          | []
            ЕАЭС ДBY/112 11.01. ТР005 085.01 00276 | []
            """)
    void namesEachCorrection(String typed, String corrections) {
        assertThat(Identifiers.read(typed).get(0).corrections()).hasToString(corrections);
    }

    @Test
    void keepsEveryReadingOfANumberWithoutItsPrefix() {
        assertThat(keys("RU Д-CN.РА02.В.47382/25")).containsExactly("E|RUDCNPA02B4738225", "R|RUDCNPA02B4738225");
        assertThat(keys("RU Д-BY.МН33.В.00539"))
                .containsExactly("E|RUDBYMH33B00539", "T|RUDBYMH33B00539", "R|RUDBYMH33B00539");
        assertThat(keys("BY/112 02.01. ТР013 118.01 05380"))
                .startsWith("E|BY1120201TP0131180105380")
                .contains("BY|BY1120201TP0131180105380");
        assertThat(keys("12345678")).contains("719|12345678", "SMGS|12345678");
    }

    @Test
    void keepsSchemesWithOneBodyApart() {
        assertThat(keys("РОСС RU Д-RU.РА01.В.50157/23")).containsExactly("R|RUDRUPA01B5015723");
        assertThat(keys("ЕАЭС RU Д-RU.РА01.В.50157/23")).containsExactly("E|RUDRUPA01B5015723");
    }

    @Test
    void keepsGroupsThatVaryInLengthApart() {
        assertThat(keys("3857\\1\\2021")).doesNotContainAnyElementsOf(keys("385\\71\\2021"));
        assertThat(keys("28.4.12")).doesNotContainAnyElementsOf(keys("28.41.2"));
        assertThat(keys("3857/1/2021")).isEqualTo(keys("3857\\1\\2021"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(01)09506000134352(21)ABC",
                "(21)ABC(01)09506000134352",
                "0109506000134352",
                "0109506000134352" + "21ABC\u001D1012",
                "]C10109506000134352",
                "\u001D0109506000134352\u001D\r\n",
                "https://id.gs1.org/01/09506000134352/21/ABC?17=271231",
                "HTTPS://ID.GS1.ORG/01/09506000134352",
                "https://example.org/gtin/9506000134352#a",
                " 9506000134352\t",
            })
    void readsAGtinFromWhateverAScannerGives(String scanned) {
        assertThat(keys(scanned)).contains("GTIN|09506000134352");
    }

    @Test
    void readsTheAddressOfAnEntry() {
        String number = RegistryNumber.of("union-state", "BY", 2026, 1).toString();
        for (String scanned : List.of(
                "https://registry.example/goods/" + number,
                "http://localhost:8080/goods/" + number + "/history?lang=be",
                "HTTPS://REGISTRY.EXAMPLE/GOODS/" + number.toUpperCase(Locale.ROOT),
                number.toLowerCase(Locale.ROOT))) {
            Reading reading = Identifiers.read(scanned).get(0);
            assertThat(reading.kind()).isEqualTo(IdentifierKind.REGISTRY_NUMBER);
            assertThat(reading.display()).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "сертификат",
                "https://example.org/",
                "https://shop.example/goods/12345678",
                "0",
                "----",
                "№",
                "ЕАЭС",
                "\uD83D"
            })
    void readsNothingIntoNonsense(String typed) {
        assertThat(Identifiers.read(typed)).isEmpty();
    }

    private static List<String> keys(String typed) {
        return Identifiers.read(typed).stream().map(Reading::key).toList();
    }

    /** Look-alikes in the other alphabet, other dashes and spaces, other number signs, small letters. */
    private static String respelled(String number, Random random) {
        StringBuilder typed = new StringBuilder();
        String sign = one(List.of(" № ", " No ", " No. ", " N ", " №"), random);
        String plain = number.replace(" N ", sign);
        for (int i = 0; i < plain.length(); i++) {
            String same = plain.substring(i, i + 1);
            typed.append(random.nextInt(3) == 0 ? otherSpelling(same, random) : same);
        }
        return one(List.of("", " ", "\t"), random) + typed + one(List.of("", " ", "\r\n"), random);
    }

    private static String otherSpelling(String sign, Random random) {
        return switch (sign) {
            case " " -> one(List.of("\u00A0", "\n", "  ", "\u2009", "\r\n"), random);
            case "-" -> one(List.of("\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"), random);
            default -> {
                int cyrillic = CYRILLIC.indexOf(sign);
                int latin = LATIN.indexOf(sign);
                String other = cyrillic >= 0
                        ? LATIN.substring(cyrillic, cyrillic + 1)
                        : latin >= 0 ? CYRILLIC.substring(latin, latin + 1) : sign;
                yield random.nextBoolean() ? other.toLowerCase(Locale.ROOT) : other;
            }
        };
    }

    private static String one(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
