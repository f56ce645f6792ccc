package org.sharedregistry.identifier;

import static org.sharedregistry.identifier.Confidence.HIGH;
import static org.sharedregistry.identifier.Confidence.LOW;
import static org.sharedregistry.identifier.Confidence.MEDIUM;
import static org.sharedregistry.identifier.IdentifierKind.*;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All forms of numbers, the likelier first where several fit. A form is a regular expression on folded text, where Latin
 * letters stand for the Cyrillic ones that look the same; {@link Template} says how the text behind it is written.
 */
final class Formats {

    private static final List<Scheme> UNION = List.of(Scheme.EAEU, Scheme.CUSTOMS_UNION);
    private static final List<Scheme> NATIONAL = List.of(Scheme.NATIONAL);

    /** Of the state: the number is given by several, and says itself by which if at all. */
    private static final String ANY = "";

    private static final String LETTER = "[A-ZБГЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯ]";
    private static final String DAY = "(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{2}";

    /** Behind {@code RU С} or {@code RU Д}: the country of origin, the body, what is covered, serial and year. */
    private static final String RUSSIAN = " ?- ?(?<origin>[A-Z]{2}) ?[. ] ?(?<body>" + LETTER + "{2}\\d{2}) ?\\.? ?"
            + "(?<object>[ABCEHMPY]) ?\\. ?(?<serial>\\d{5})(?: ?/ ?(?<year>\\d{2})|(?!/\\d))";

    private static final String RUSSIAN_PRINTED = "-{origin}.{body:cyrillic}.{object:cyrillic}.{serial}[/{year}]";

    /** Behind the section, 11 for declarations: the part, the regulation, the body and its department, and the serial. */
    private static final String BELARUSIAN = "\\. ?(?<part>\\d{2})\\.? ?(?:T[PR] ?(?<regulation>\\d{3}) ?)?"
            + "(?<body>\\d{3})(?:[. ] ?(?<department>\\d{2}))? (?<serial>\\d{5})";

    private static final String BELARUSIAN_CERTIFICATE = "BY ?/ ?112 ?(?<section>(?!11)\\d{2})" + BELARUSIAN;
    private static final String BELARUSIAN_DECLARATION = "BY ?/ ?112 ?(?<section>11)" + BELARUSIAN;
    private static final String BELARUSIAN_PRINTED =
            "BY/112 {section}.{part}. [ТР{regulation} ]{body}[.{department}] {serial}";

    private static final String KAZAKH = "KZ ?[. ]? ?(?<region>\\d{4})(?<body>\\d{3})\\. ?";
    private static final String KAZAKH_END = "\\d{2}\\. ?\\d{2})\\. ?(?<serial>\\d{5})";
    private static final String KAZAKH_PRINTED = "KZ {region}{body}.{pair}.{serial}";

    /** A voluntary system, its standing in the register of such systems where it is told, and a body or laboratory of it. */
    private static final String VOLUNTARY = "POCC\\.? ?RU\\.? ?(?<system>\\d{5})\\. ?(?:(?<entry>\\d{2}" + LETTER
            + "{3}\\d)\\. ?)?(?<body>" + LETTER + "{2,3}\\d{2})";

    private static final String VOLUNTARY_PRINTED = "РОСС RU.{system}[.{entry:cyrillic}].{body:cyrillic}";

    private static final String DOTTED = "\\d{2}(?:\\.\\d{1,2}(?:\\.\\d{1,2})?)?";
    private static final String DOTTED_IN_FULL = "\\d{2}\\.\\d{1,2}\\.\\d{1,2}\\.\\d{3}";

    static final List<Format> ALL = List.of(
            // us-BY-2026-000001-A
            Format.of(
                            REGISTRY_NUMBER,
                            "REG",
                            ANY,
                            HIGH,
                            RegistryNumber.FORM,
                            "{regime:lower}-{state}-{year}-{serial}-{check}")
                    .checkedBy(RegistryNumber::isRight),

            // ЕАЭС RU С-BY.НА81.В.00123/24, ТС RU С-KR.МТ25.В.04250, РОСС RU Д-RU.РА01.В.50157/23
            Format.of(EAEU_CERTIFICATE, UNION, "RU", HIGH, "RU ?C" + RUSSIAN, "RU С" + RUSSIAN_PRINTED),
            Format.of(EAEU_DECLARATION, UNION, "RU", HIGH, "RU ?D" + RUSSIAN, "N |RU Д" + RUSSIAN_PRINTED),
            Format.of(NATIONAL_CERTIFICATE, NATIONAL, "RU", HIGH, "RU ?C" + RUSSIAN, "RU С" + RUSSIAN_PRINTED),
            Format.of(NATIONAL_DECLARATION, NATIONAL, "RU", HIGH, "RU ?D" + RUSSIAN, "RU Д" + RUSSIAN_PRINTED),

            // ЕАЭС BY/112 02.01. ТР018 010.02 00276, ЕАЭС N BY/112 11.01. ТР037 118.01 12594
            Format.of(EAEU_CERTIFICATE, UNION, "BY", HIGH, BELARUSIAN_CERTIFICATE, BELARUSIAN_PRINTED),
            Format.of(EAEU_DECLARATION, UNION, "BY", HIGH, BELARUSIAN_DECLARATION, "N |" + BELARUSIAN_PRINTED),
            // Without ЕАЭС it may be a national one: there ТР013 is TR 2025/013/BY, not TR CU 013/2011.
            Format.of(
                    NATIONAL_CERTIFICATE, "BY", "BY", MEDIUM, "(?:N ?)?" + BELARUSIAN_CERTIFICATE, BELARUSIAN_PRINTED),
            Format.of(
                    NATIONAL_DECLARATION, "BY", "BY", MEDIUM, "(?:N ?)?" + BELARUSIAN_DECLARATION, BELARUSIAN_PRINTED),

            // ЕАЭС KZ 7500533.01.01.06080; declarations were seen with a pair that begins with 13
            Format.of(EAEU_CERTIFICATE, UNION, "KZ", HIGH, KAZAKH + "(?<pair>(?!13)" + KAZAKH_END, KAZAKH_PRINTED),
            Format.of(EAEU_DECLARATION, UNION, "KZ", MEDIUM, KAZAKH + "(?<pair>(?=13)" + KAZAKH_END, KAZAKH_PRINTED),
            // ЕАЭС KG417/016.RU.02.04561, ЕАЭС KG417/18.Д.0000338
            Format.of(
                    EAEU_CERTIFICATE,
                    UNION,
                    "KG",
                    HIGH,
                    "KG ?417 ?/ ?(?<body>\\d{2,3})\\. ?(?<origin>[A-Z]{2})\\. ?(?<pair>\\d{2})\\. ?(?<serial>\\d{5})",
                    "KG417/{body}.{origin}.{pair}.{serial}"),
            Format.of(
                    EAEU_DECLARATION,
                    UNION,
                    "KG",
                    HIGH,
                    "KG ?417 ?/ ?(?<body>\\d{2,3})\\. ?D\\. ?(?<serial>\\d{7})",
                    "KG417/{body}.Д.{serial}"),
            // ЕАЭС AM-008/S.A-0175-2018
            Format.of(
                    EAEU_CERTIFICATE,
                    UNION,
                    "AM",
                    MEDIUM,
                    "AM ?-? ?(?<body>\\d{3}) ?/ ?(?<letters>[A-Z]\\.[A-Z]) ?- ?(?<serial>\\d{4}) ?- ?(?<year>\\d{4})",
                    "AM-{body}/{letters}-{serial}-{year}"),

            // RU.77.01.34.015.Е.001234.05.12
            Format.of(
                    STATE_REGISTRATION,
                    "SGR",
                    ANY,
                    MEDIUM,
                    "(?<state>RU|BY|KZ|KG|AM)\\. ?(?<body>\\d{2}\\.\\d{2}\\.\\d{2}\\. ?\\d{3})\\. ?(?<letter>" + LETTER
                            + ")\\. ?(?<serial>\\d{6})\\. ?(?<month>\\d{2})\\.(?<year>\\d{2})",
                    "{state}.{body}.{letter:cyrillic}.{serial}.{month}.{year}"),

            // RA.RU.21ПК60, РОСС RU.0001.11АВ52
            Format.of(
                    ACCREDITATION,
                    "A",
                    "RU",
                    HIGH,
                    "(?:[RP]A|POCC)\\.? ?RU\\.? ?(?<type>\\d{2})(?<body>" + LETTER + "{2}\\d{2,4})",
                    "RA.RU.{type}{body:cyrillic}"),
            Format.of(
                    ACCREDITATION,
                    "A",
                    "RU",
                    HIGH,
                    "(?:[RP]A|POCC)\\.? ?RU\\.? ?(?<series>\\d{4})\\. ?(?<type>\\d{2})(?<body>" + LETTER + "{2}\\d{2})",
                    "РОСС RU.{series}.{type}{body:cyrillic}"),
            // РОСС RU.12345.ИЛ15 is a laboratory, РОСС RU.12345.04АБВ1.ОСП32.00123 what a body has certified
            Format.of(ACCREDITATION, "A", "RU", HIGH, VOLUNTARY, VOLUNTARY_PRINTED),
            Format.of(
                    VOLUNTARY_CERTIFICATE,
                    "V",
                    "RU",
                    HIGH,
                    VOLUNTARY + "\\. ?(?<serial>\\d{5})",
                    VOLUNTARY_PRINTED + ".{serial}"),
            // BY/112 2.5349 is a laboratory, BY/112 010.02 a certification body
            Format.of(
                            ACCREDITATION,
                            "A",
                            "BY",
                            MEDIUM,
                            "BY ?/ ?112 ?(?<body>\\d\\.\\d{4}|\\d{3}\\.\\d{2})",
                            "BY/112 {body}")
                    .keyedWithSeparators(),
            Format.of(ACCREDITATION, "A", "KZ", MEDIUM, "KZ\\.(?<body>[A-Z]\\.\\d{2}\\.[A-Z]?\\d{4})", "KZ.{body}"),

            // РПП-10012345, in open data the digits alone; until 2022 number\item\year
            Format.of(PRODUCTION_REGISTER_ENTRY, "719", "RU", HIGH, "PПП ?- ?(?<number>\\d{5,8})", "РПП-|{number}"),
            Format.of(
                            PRODUCTION_REGISTER_ENTRY,
                            "719",
                            "RU",
                            MEDIUM,
                            "(?<number>\\d{1,6})[\\\\/](?<item>\\d{1,4})[\\\\/](?<year>20\\d{2})",
                            "{number}\\{item}\\{year}")
                    .keyedWithSeparators()
                    .onlyWhenAsked(),
            // РЭ-1234/22
            Format.of(
                            RADIO_ELECTRONICS_ENTRY,
                            "878",
                            "RU",
                            MEDIUM,
                            "PЭ ?-? ?(?<number>\\d{1,6})/(?<year>\\d{2})",
                            "РЭ-|{number}/{year}")
                    .keyedWithSeparators(),
            // 56789/11
            Format.of(
                            MINISTRY_CONCLUSION,
                            "MPT",
                            "RU",
                            LOW,
                            "(?<number>\\d{3,6})/(?<department>\\d{2})",
                            "{number}/{department}")
                    .keyedWithSeparators()
                    .onlyWhenAsked(),

            // BYPR5103384801
            Format.of(
                    OWN_PRODUCTION_CERTIFICATE,
                    "PR",
                    "BY",
                    HIGH,
                    "BY ?PR ?(?<year>\\d)(?<branch>\\d{3})(?<serial>\\d{6})",
                    "BYPR{year}{branch}{serial}"),
            // BYRU5103384801
            Format.of(
                            CERTIFICATE_OF_ORIGIN,
                            "ST1",
                            ANY,
                            LOW,
                            "(?<exporter>[A-Z]{2})(?<importer>(?!PR)[A-Z]{2}) ?(?<year>\\d) ?(?<issuer>\\d{3}) ?(?<serial>\\d{6})",
                            "{exporter}{importer}{year}{issuer}{serial}")
                    .onlyWhenAsked(),

            // ТР ТС 004/2011, ТР ЕАЭС 037/2016
            Format.of(
                    TECHNICAL_REGULATION,
                    "TR",
                    ANY,
                    HIGH,
                    "T[PR] ?(?:TC|CU) ?(?:N ?)?(?<number>0\\d{2}) ?/ ?(?<year>20\\d{2})",
                    "ТР ТС {number}/{year}"),
            Format.of(
                    TECHNICAL_REGULATION,
                    "TR",
                    ANY,
                    HIGH,
                    "T[PR] ?EAЭC ?(?:N ?)?(?<number>0\\d{2}) ?/ ?(?<year>20\\d{2})",
                    "ТР ЕАЭС {number}/{year}"),

            // 10131010/010224/3012345 at a Russian office, 06611/010224/0012345 at a Belarusian one
            Format.of(
                    CUSTOMS_DECLARATION,
                    "DT",
                    "RU",
                    HIGH,
                    "(?<office>\\d{8}) ?/ ?(?<day>\\d{6}) ?/ ?(?<serial>\\d{7})",
                    "{office}/{day}/{serial}"),
            Format.of(
                    CUSTOMS_DECLARATION,
                    "DT",
                    "BY",
                    LOW,
                    "(?:112)?(?<office>\\d{5}) ?/ ?(?<day>" + DAY + ") ?/ ?(?<serial>\\d{6,7})",
                    "{office}/{day}/{serial}"),

            // CSQU3054383
            Format.of(CONTAINER, "BIC", ANY, HIGH, "(?<number>[A-Z]{3}[UJZ] ?\\d{6} ?\\d)", "{number}")
                    .checkedBy(CheckDigits::container),
            // MA1953684, 200988541
            Format.of(UNP, "UNP", "BY", MEDIUM, "(?<number>(?:[1-7]\\d|[ABCEHKM][ABCEHKMOPT])\\d{7})", "{number}")
                    .checkedBy(CheckDigits::unp),
            Format.of(INN, "INN", "RU", MEDIUM, "(?<number>\\d{10}|\\d{12})", "{number}")
                    .checkedBy(CheckDigits::inn),
            Format.of(OGRN, "OGRN", "RU", MEDIUM, "(?<number>[15]\\d{12}|3\\d{14})", "{number}")
                    .checkedBy(CheckDigits::ogrn),
            // 9506000134352; the same article with leading zeros
            Format.of(GTIN, "GTIN", ANY, MEDIUM, "(?<number>\\d{8}|\\d{12,14})", "{number}")
                    .checkedBy(CheckDigits::gtin)
                    .keyedBy(number -> "0".repeat(14 - number.length()) + number),
            // 24548885
            Format.of(WAGON, "WAGON", ANY, MEDIUM, "(?<number>\\d{8})", "{number}")
                    .checkedBy(CheckDigits::wagon),

            // Dotted codes: the two classifiers share the shape, a code alone does not say which it is.
            Format.of(OKPD2, "OKPD2-2014", "RU", MEDIUM, "(?<code>" + DOTTED_IN_FULL + ")", "{code}")
                    .keyedWithSeparators(),
            Format.of(OKRB007, "OKRB007-2012", "BY", MEDIUM, "(?<code>" + DOTTED_IN_FULL + ")", "{code}")
                    .keyedWithSeparators(),
            Format.of(OKPD2, "OKPD2-2014", "RU", LOW, "(?<code>" + DOTTED + ")", "{code}")
                    .keyedWithSeparators()
                    .onlyWhenAsked(),
            Format.of(OKRB007, "OKRB007-2012", "BY", LOW, "(?<code>" + DOTTED + ")", "{code}")
                    .keyedWithSeparators()
                    .onlyWhenAsked(),

            // Bare digits without a check digit say nothing in a text.
            Format.of(PRODUCTION_REGISTER_ENTRY, "719", "RU", LOW, "(?<number>\\d{5,8})", "{number}")
                    .onlyWhenAsked(),
            Format.of(HS_CODE, "HS", ANY, LOW, "(?<code>\\d{4}(?: ?\\d{2}(?: ?\\d{3}(?: ?\\d)?)?)?)", "{code}")
                    .onlyWhenAsked(),
            Format.of(WAYBILL, "SMGS", ANY, LOW, "(?<number>\\d{7,8})", "{number}")
                    .onlyWhenAsked());

    private static final Map<Character, List<Format>> BY_FIRST = byFirst(ALL.stream());

    private static final Map<Character, List<Format>> IN_TEXT_BY_FIRST =
            byFirst(ALL.stream().filter(Format::inText));

    private Formats() {}

    /** All ways to read a number that is the whole of a text. */
    static Stream<Reading> read(String number) {
        CleanText text = CleanText.of(number);
        List<Format> formats = text.text().isEmpty()
                ? List.of()
                : BY_FIRST.getOrDefault(text.text().charAt(0), ALL);
        return formats.stream().flatMap(format -> format.read(text));
    }

    /** The forms that are looked for in running text and whose numbers can begin with a folded letter or digit. */
    static List<Format> inTextBegunBy(char first) {
        return IN_TEXT_BY_FIRST.getOrDefault(first, List.of());
    }

    private static Map<Character, List<Format>> byFirst(Stream<Format> some) {
        List<Format> formats = some.toList();
        return IntStream.rangeClosed('0', 'Z')
                .mapToObj(first -> (char) first)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        first -> formats.stream()
                                .filter(format -> format.mayBeginWith(first))
                                .toList()));
    }
}
