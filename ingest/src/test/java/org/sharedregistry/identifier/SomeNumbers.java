package org.sharedregistry.identifier;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers of every format as they should be printed, made up from a source of chance. */
final class SomeNumbers {

    private static final String CYRILLIC = "АВЕКМНОРСТУХБГЖЗИЛПФЦЧШЭЮЯ";
    private static final List<String> OBJECTS = List.of("А", "В", "С", "Е");
    private static final List<String> COUNTRIES = List.of("RU", "BY", "CN", "DE", "KZ", "TR", "BE", "HK");

    private final Random random;

    SomeNumbers(Random random) {
        this.random = random;
    }

    /** One of every format that stands for itself wherever it is written. */
    List<String> strong() {
        return List.of(
                "ЕАЭС RU С-" + russian() + year(),
                "ЕАЭС RU С-" + russian(),
                "ЕАЭС N RU Д-" + russian() + year(),
                "ТС RU С-" + russian(),
                "ТС N RU Д-" + russian(),
                "РОСС RU С-" + russian() + year(),
                "РОСС RU Д-" + russian() + year(),
                "ЕАЭС BY/112 02.01. ТР" + digits(3) + " " + digits(3) + "." + digits(2) + " " + digits(5),
                "ЕАЭС BY/112 02.02. " + digits(3) + " " + digits(5),
                "ЕАЭС N BY/112 11.01. ТР" + digits(3) + " " + digits(3) + " " + digits(5),
                "ТС BY/112 02.01. " + digits(3) + " " + digits(5),
                "ЕАЭС KZ " + digits(7) + ".01.01." + digits(5),
                "ЕАЭС KG417/" + digits(3) + "." + one(COUNTRIES) + ".02." + digits(5),
                "ЕАЭС KG417/" + digits(2) + ".Д." + digits(7),
                "ЕАЭС AM-" + digits(3) + "/S.A-" + digits(4) + "-2018",
                "RA.RU.21" + letter() + letter() + digits(2),
                "РОСС RU.0001.11" + letter() + letter() + digits(2),
                "РОСС RU." + digits(5) + ".ИЛ" + digits(2),
                "РОСС RU." + digits(5) + ".ОС" + digits(2) + "." + digits(5),
                "РОСС RU." + digits(5) + ".04" + letter() + letter() + letter() + "1.О" + letter() + letter()
                        + digits(2) + "." + digits(5),
                "BY/112 2." + digits(4),
                "BY/112 " + digits(3) + "." + digits(2),
                "KZ.O.02.E" + digits(4),
                "РПП-10" + digits(6),
                "РЭ-" + digits(4) + "/22",
                "BYPR5" + digits(9),
                "ТР ТС 0" + digits(2) + "/2011",
                "ТР ЕАЭС 0" + digits(2) + "/2016",
                "RU.77.01.34.015.Е." + digits(6) + ".05.12",
                digits(8) + "/010224/" + digits(7),
                right(CheckDigits::container, "MSKU", 7),
                right(CheckDigits::unp, "MA", 7),
                right(CheckDigits::unp, "2", 8),
                right(CheckDigits::inn, "", 10),
                right(CheckDigits::inn, "", 12),
                right(CheckDigits::ogrn, "1", 12),
                right(CheckDigits::ogrn, "3", 14),
                right(CheckDigits::gtin, "", 8),
                right(CheckDigits::gtin, "", 12),
                right(CheckDigits::gtin, "", 13),
                right(CheckDigits::gtin, "", 14),
                right(CheckDigits::wagon, "", 8),
                "28.41.21." + digits(3),
                RegistryNumber.of(
                                one(List.of("us", "union-state", "x9")),
                                one(COUNTRIES),
                                2026,
                                random.nextInt(1_000_000))
                        .toString());
    }

    /** One of every format of a document that proves something. */
    List<String> documents() {
        return Stream.concat(
                        strong().stream().filter(number -> number.matches("(?:ЕАЭС|ТС|РОСС RU [СД]|BYPR|РПП).*")),
                        Stream.of("BYRU5" + digits(9), digits(4) + "\\" + digits(2) + "\\2021"))
                .toList();
    }

    /** One of every format that is a number only when somebody asks for one. */
    List<String> weak() {
        return List.of(
                digits(4) + "\\" + digits(2) + "\\2021",
                digits(5) + "/11",
                "BYRU5" + digits(9),
                digits(5) + "/010224/" + digits(7),
                "28.41",
                "28.41.2",
                digits(4),
                digits(10),
                digits(7),
                "https://pub.fsa.gov.ru/rss/certificate/view/" + digits(7),
                "https://pub.fsa.gov.ru/rds/declaration/view/" + digits(8),
                "https://tech.eaeunion.org/tech/registers/35-1/ru/registryList/conformityDocs/view/" + hexadecimal(24),
                "https://portal.eaeunion.org/sites/odata/_layouts/15/Portal.EEC.Registry.UI/DisplayForm.aspx?ItemId="
                        + digits(5) + "&ListId=d84d16d7-2cc9-4cff-a13b-" + hexadecimal(12),
                "https://tsouz.belgiss.by/#!/tsouz/certifs/" + digits(7),
                "https://gisp.gov.ru/goods/#/product/" + digits(7),
                "https://gisp.gov.ru/pp719v2/pub/prod/" + digits(8),
                "SPOT:" + digits(12),
                mark());
    }

    /** A mark of a state's marking system, as printed. */
    String mark() {
        return "(01)" + right(CheckDigits::gtin, "", 14) + "(21)" + hexadecimal(6) + "'<%_91+(91)EE05(92)"
                + hexadecimal(42) + "==";
    }

    private String russian() {
        return one(COUNTRIES) + "." + letter() + letter() + digits(2) + "." + one(OBJECTS) + "." + digits(5);
    }

    private String year() {
        return "/2" + random.nextInt(10);
    }

    private String letter() {
        return String.valueOf(CYRILLIC.charAt(random.nextInt(CYRILLIC.length())));
    }

    private String digits(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf(1 + random.nextInt(9)))
                .collect(Collectors.joining());
    }

    private String hexadecimal(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toHexString(random.nextInt(16)))
                .collect(Collectors.joining());
    }

    private String right(Predicate<String> check, String lead, int count) {
        String number = lead + digits(count);
        while (!check.test(number)) {
            number = lead + digits(count);
        }
        return number.toUpperCase(Locale.ROOT);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
