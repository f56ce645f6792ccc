package org.sharedregistry.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotTest {

    private static final int ROUNDS = 6;

    /** What signs are taken for, whoever reads. */
    private static final Map<Character, String> CONFUSIONS = Map.ofEntries(
            Map.entry('0', "О"),
            Map.entry('1', "I!l"),
            Map.entry('3', "З8"),
            Map.entry('4', "Ч"),
            Map.entry('5', "S6"),
            Map.entry('6', "Б5"),
            Map.entry('8', "В3"),
            Map.entry('В', "8B"),
            Map.entry('О', "0"),
            Map.entry('З', "3"),
            Map.entry('Б', "6"),
            Map.entry('Э', "З9"),
            Map.entry('.', ", "));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ЕАЭС N RU Д-GB.РА10.В.00123/23   | ЕАЭС М ВО Д-СВ.РА10.В.00123/23 | КАЭСМ ВО Д-СВ.РА1О.В.00123/23 | EASCN RU JI-GB.PA10.B.00123/23 | EAISC N RU J-GB.PA10.B.00123/23
            ЕАЭС RU С-CN.АЖ58.В.00123/24     | ЕАЭС КО С-СМ.АЖ58.В.00123/24 | ЕАЭС RU С-CN.АЖ58.В.00123/24 | EASC RU C-CN.AXK58.B.00123/24 | EADC RU C-CN.AK58.B.00123/24
            РОСС RU.12345.04ИБФ1.ОСП32.00123 | РОСС КО.12345.04ИБФ1.ОСПЗ2.00123 | РОСС КУО.12345.04ИБФ1.ОСПЗ2.00123 | POCC RU.12345.04ИБФ1.0CI132.00123 | POCC RU.12345.04UB@1.0CII32.00123
            ЕАЭС BY/112 02.01. ТР018 010.02 00276 | ЕАЭС ВУ/112 02.01. ТР018 010.02 00276 | ЕАЭС ВУ/112 02.01.ТРО18 010.02 00276 | EAOC BY/112 02.01. TP018 010.02 00276 | EADC BY/112 02.01. TP018 010.02 O0276
            """)
    void putsTogetherWhatEachAlphabetSees(String number, String first, String second, String third, String fourth) {
        assertThat(Ballot.numbers("№ " + first + " от", List.of(second, third, fourth)))
                .singleElement()
                .satisfies(elected -> {
                    assertThat(elected.reading().display()).isEqualTo(number);
                    assertThat(elected.isSure()).isTrue();
                    assertThat(elected.heard()).isEqualTo(4);
                    assertThat(("№ " + first + " от").substring(elected.start(), elected.end()))
                            .isEqualTo(first);
                });
    }

    @Test
    void isNotSureOfWhatOneReadingAloneSays() {
        String number = "ЕАЭС RU С-BY.НА81.В.00123/24";
        assertThat(Ballot.numbers(number, List.of())).singleElement().satisfies(elected -> {
            assertThat(elected.reading().display()).isEqualTo(number);
            assertThat(elected.isSure()).isFalse();
        });
        assertThat(Ballot.numbers(number, List.of(number))).singleElement().matches(Elected::isSure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # two digits stand against two
            ЕАЭС RU С-BY.НА81.В.00123/24 | ЕАЭС RU С-BY.НА81.В.00128/24
            # a body of the same shape in one alphabet alone
            ЕАЭС RU С-BY.НА81.В.00123/24 | ЕАЭС RU С-BY.НБ81.В.00123/24
            # two schemes
            ЕАЭС RU С-BY.НА81.В.00123/24 | РОСС RU С-BY.НА81.В.00123/24
            """)
    void isNotSureWhereTwoNumbersAreAsLikely(String one, String other) {
        assertThat(Ballot.numbers(one, List.of(one, other, other))).noneMatch(Elected::isSure);
    }

    @Test
    void takesNoPieceOfALongerNumberForANumber() {
        assertThat(Ballot.numbers(
                        "ЕАЭС BY/112 02.01. TP581 041.73 97761",
                        List.of(
                                "ЕАЭС ВУ/112 02.01. ТР581 041.73 97761",
                                "ВАЭС В У/112. 92.01. 12581: 041.73 Эл",
                                "EAOC BY/112 02.01. TP581 041.73 97761",
                                "EAOC:BYZF12:02.012:) P3Gt 041,73: 97/61")))
                .extracting(elected -> elected.reading().display())
                .containsExactly("ЕАЭС BY/112 02.01. ТР581 041.73 97761");
    }

    @Test
    void isNeverSureOfACountryThatDoesNotExist() {
        String spoiled = "ЕАЭС RU С-XJ.НА81.В.00123/24";
        assertThat(Ballot.numbers(spoiled, List.of(spoiled, spoiled, spoiled))).isEmpty();
    }

    @Test
    void electsEveryFormatAlthoughAMinorityMisreadsIt() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            for (String number : new SomeNumbers(random).strong()) {
                List<String> readings = new ArrayList<>(List.of(number, number, number));
                readings.add(misread(number, random));
                readings.add(misread(number, random));
                Collections.shuffle(readings, random);
                String key = Identifiers.read(number).get(0).key();
                List<Elected> elected = Ballot.numbers(readings.get(0), readings.subList(1, 5));
                assertThat(elected.stream().filter(Elected::isSure))
                        .as("%s of %s, seed %d", number, readings, seed)
                        .allMatch(each -> each.reading().key().equals(key));
                if (readings.get(0).equals(number)) {
                    assertThat(elected)
                            .as("%s of %s, seed %d", number, readings, seed)
                            .anyMatch(each -> each.reading().key().equals(key));
                }
            }
        }
    }

    @Test
    void isRightInNinetyNineOfAHundredOfWhichItIsSureWhenAllMisread() {
        int sure = 0;
        int right = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            for (String number : new SomeNumbers(random).documents()) {
                String key = Identifiers.read(number).get(0).key();
                List<String> others =
                        List.of(misread(number, random), misread(number, random), misread(number, random));
                for (Elected elected : Ballot.numbers(misread(number, random), others)) {
                    sure += elected.isSure() ? 1 : 0;
                    right += elected.isSure() && elected.reading().key().equals(key) ? 1 : 0;
                }
            }
        }
        assertThat(sure).isGreaterThan(ROUNDS);
        assertThat(right).isGreaterThanOrEqualTo((int) Math.ceil(0.99 * sure));
    }

    @Test
    void findsSeveralNumbersInALineInTheirOrder() {
        String line = "ЕАЭС RU С-BY.НА81.В.00123/24 и ЕАЭС KZ 7500533.01.01.06080";
        assertThat(Ballot.numbers(line, List.of(line, line)))
                .extracting(elected -> elected.reading().display())
                .containsExactly("ЕАЭС RU С-BY.НА81.В.00123/24", "ЕАЭС KZ 7500533.01.01.06080");
    }

    @Test
    void takesAnyLines() {
        String signs = "ЕАЭСРОТRUBYKZ/112.-№ND 0123456789\\()]\n\u0000\uD83D\uDE00\uD83Dé~?#:[]{}$";
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<String> lines = random.ints(3, 0, 60)
                    .mapToObj(length -> random.ints(length, 0, signs.length())
                            .mapToObj(at -> String.valueOf(signs.charAt(at)))
                            .reduce("", String::concat))
                    .toList();
            assertThat(Ballot.numbers(lines.get(0), lines.subList(1, 3)))
                    .allSatisfy(elected -> assertThat(elected.end())
                            .isBetween(elected.start(), lines.get(0).length()));
        }
        String many = "ЕАЭС RU С-BY.НА81.В.00123/24 ".repeat(300);
        assertThat(Ballot.numbers(many, Collections.nCopies(300, many))).isNotEmpty();
        assertThat(Ballot.numbers("", List.of())).isEmpty();
    }

    /** With one or two of its signs taken for others. */
    private static String misread(String number, Random random) {
        StringBuilder read = new StringBuilder(number);
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            int at = random.nextInt(number.length());
            String others = CONFUSIONS.getOrDefault(number.charAt(at), "");
            if (!others.isEmpty()) {
                read.setCharAt(at, others.charAt(random.nextInt(others.length())));
            }
        }
        return read.toString();
    }
}
