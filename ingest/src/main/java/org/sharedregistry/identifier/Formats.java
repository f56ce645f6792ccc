package org.sharedregistry.identifier;

import static org.sharedregistry.identifier.Confidence.HIGH;
import static org.sharedregistry.identifier.Confidence.LOW;
import static org.sharedregistry.identifier.Confidence.MEDIUM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms of all numbers, on folded text: Latin stands for the Cyrillic letters that look the same. */
final class Formats {

    private static final String CYRILLIC = "A-ZБГЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯ";
    private static final String PREFIX = "(?<prefix>EAЭC|EAEU|EAES|EAEC|EADC|EA3C|EA9C|EAC|TC|POCC)?[ .]{0,3}";

    static final List<Format> ALL = List.of(
            // ЕАЭС RU С-BY.НА81.В.00123/24; ЕАЭС N RU Д-CN.РА08.В.60419/25; РОСС RU Д-RU.РА01.В.50157/23
            Format.strong(
                    PREFIX + "(?:N ?)?RU ?(?<letter>[CD]) ?- ?(?<origin>[A-Z]{2}) ?[. ] ?(?<body>[" + CYRILLIC
                            + "]{2}\\d{2}) ?\\.? ?(?<object>[ABCEHMPY]) ?\\. ?(?<serial>\\d{5})(?: ?/ ?(?<year>\\d{2}))?",
                    Formats::russianDocument),
            // ЕАЭС BY/112 02.01. ТР018 010.02 00276; the same without ЕАЭС may be a national certificate
            Format.strong(
                    PREFIX + "(?:[ND] ?)?BY ?/ ?112 ?(?<section>\\d{2})\\. ?(?<part>\\d{2})\\.? ?"
                            + "(?:T[PR] ?(?<regulation>\\d{3}) ?)?(?<body>\\d{3}(?:[. ]\\d{2})?) (?<serial>\\d{5})",
                    Formats::belarusianDocument),
            // ЕАЭС KZ 7500533.01.01.06080
            Format.strong(
                    PREFIX
                            + "(?:[ND] ?)?KZ ?[. ]? ?(?<region>\\d{4})(?<body>\\d{3})\\.(?<pair>\\d{2}\\.\\d{2})\\.(?<serial>\\d{5})",
                    match -> unionDocument(
                            match,
                            IdentifierKind.EAEU_CERTIFICATE,
                            "KZ " + match.group("region") + match.group("body") + "." + match.group("pair") + "."
                                    + match.group("serial"),
                            parts(match, "KZ", "region", "body", "pair", "serial"))),
            // ЕАЭС KG417/016.RU.02.04561
            Format.strong(
                    PREFIX
                            + "(?:[ND] ?)?KG ?417/ ?(?<body>\\d{2,3})\\.(?<origin>[A-Z]{2})\\.(?<pair>\\d{2})\\.(?<serial>\\d{5})",
                    match -> unionDocument(
                            match,
                            IdentifierKind.EAEU_CERTIFICATE,
                            "KG417/" + match.group("body") + "." + match.group("origin") + "." + match.group("pair")
                                    + "." + match.group("serial"),
                            parts(match, "KG", "body", "origin", "serial"))),
            // ЕАЭС KG417/18.Д.0000338
            Format.strong(
                    PREFIX + "(?:[ND] ?)?KG ?417/ ?(?<body>\\d{2,3})\\.D\\.(?<serial>\\d{7})",
                    match -> unionDocument(
                            match,
                            IdentifierKind.EAEU_DECLARATION,
                            "KG417/" + match.group("body") + ".Д." + match.group("serial"),
                            parts(match, "KG", "body", "serial"))),
            // ЕАЭС AM-008/S.A-0175-2018
            Format.strong(
                    PREFIX
                            + "(?:[ND] ?)?AM ?-? ?(?<body>\\d{3})/(?<letters>[A-Z]\\.[A-Z])-(?<serial>\\d{4})-(?<year>\\d{4})",
                    match -> unionDocument(
                            match,
                            IdentifierKind.EAEU_CERTIFICATE,
                            "AM-" + match.group("body") + "/" + match.group("letters") + "-" + match.group("serial")
                                    + "-" + match.group("year"),
                            parts(match, "AM", "body", "serial", "year"))),
            // RA.RU.21ПК60; РОСС RU.0001.11АВ52
            Format.strong(
                    "(?:RA\\.? ?RU|POCC\\.? ?RU)\\.? ?(?<number>\\d{2}[" + CYRILLIC + "]{2}\\d{2,4})",
                    match -> Stream.of(Draft.of(
                            IdentifierKind.ACCREDITATION,
                            "A",
                            "RA.RU." + Folding.inCyrillic(match.group("number")),
                            HIGH,
                            "state",
                            "RU"))),
            Format.strong(
                    "(?:RA|POCC)\\.? ?RU\\.? ?(?<series>\\d{4})\\.(?<number>\\d{2}[" + CYRILLIC + "]{2}\\d{2})",
                    match -> Stream.of(Draft.of(
                            IdentifierKind.ACCREDITATION,
                            "A",
                            "РОСС RU." + match.group("series") + "." + Folding.inCyrillic(match.group("number")),
                            HIGH,
                            "state",
                            "RU"))),
            // BY/112 2.5349 a laboratory; BY/112 010.02 a certification body
            Format.strong(
                    "BY ?/ ?112 ?(?<number>\\d\\.\\d{4}|\\d{3}\\.\\d{2})",
                    match -> Stream.of(Draft.of(
                            IdentifierKind.ACCREDITATION,
                            "A",
                            "BY/112 " + match.group("number"),
                            MEDIUM,
                            "state",
                            "BY"))),
            Format.strong(
                    "KZ\\.[A-Z]\\.\\d{2}\\.[A-Z]?\\d{4}",
                    match -> Stream.of(
                            Draft.of(IdentifierKind.ACCREDITATION, "A", match.group(), MEDIUM, "state", "KZ"))),
            // BYPR5103384801
            Format.strong(
                    "BY ?PR ?(?<number>\\d{10})",
                    match -> Stream.of(Draft.of(
                            IdentifierKind.OWN_PRODUCTION_CERTIFICATE, "PR", "BYPR" + match.group("number"), HIGH))),
            Format.weak(
                    "(?<exporter>[A-Z]{2})(?<importer>(?!PR)[A-Z]{2}) ?(?<year>\\d) ?(?<number>\\d{3} ?\\d{6})",
                    match -> Stream.of(Draft.of(
                            IdentifierKind.CERTIFICATE_OF_ORIGIN,
                            "ST1",
                            match.group("exporter")
                                    + match.group("importer")
                                    + match.group("year")
                                    + match.group("number").replace(" ", ""),
                            LOW,
                            "exporter",
                            match.group("exporter"),
                            "importer",
                            match.group("importer")))),
            // ТР ТС 004/2011; ТР ЕАЭС 037/2016
            Format.strong(
                    "T[PR] ?(?<scheme>TC|CU|EAЭC|EAEU) ?(?:N ?)?(?<number>0\\d{2}) ?/ ?(?<year>20\\d{2})",
                    match -> Stream.of(Draft.of(
                            IdentifierKind.TECHNICAL_REGULATION,
                            "TR",
                            (match.group("scheme").matches("TC|CU") ? "ТР ТС " : "ТР ЕАЭС ") + match.group("number")
                                    + "/" + match.group("year"),
                            HIGH,
                            "number",
                            match.group("number"),
                            "year",
                            match.group("year")))),
            // RU.77.01.34.015.Е.001234.05.12
            Format.strong(
                    "(?:RU|BY|KZ|KG|AM)\\.\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{3}\\.[" + CYRILLIC
                            + "]\\.\\d{6}\\.\\d{2}\\.\\d{2}",
                    match -> Stream.of(Draft.of(
                            IdentifierKind.STATE_REGISTRATION,
                            "SGR",
                            match.group(),
                            MEDIUM,
                            "state",
                            match.group().substring(0, 2)))),
            // РПП-10012345, in open data the digits alone; until 2022 number\item\year
            Format.strong(
                    "PПП ?- ?(?<number>\\d{5,8})",
                    match -> Stream.of(
                            Draft.of(IdentifierKind.PRODUCTION_REGISTER_ENTRY, "719", match.group("number"), HIGH))),
            Format.weak(
                    "\\d{5,8}",
                    match -> Stream.of(Draft.of(IdentifierKind.PRODUCTION_REGISTER_ENTRY, "719", match.group(), LOW))),
            Format.weak(
                    "(?<number>\\d{1,6})[\\\\/](?<item>\\d{1,4})[\\\\/](?<year>20\\d{2})",
                    match -> Stream.of(new Draft(
                            IdentifierKind.PRODUCTION_REGISTER_ENTRY,
                            "719|" + match.group("number") + "\\" + match.group("item") + "\\" + match.group("year"),
                            match.group("number") + "\\" + match.group("item") + "\\" + match.group("year"),
                            Draft.parts("year", match.group("year")),
                            "",
                            MEDIUM))),
            Format.strong(
                    "PЭ-?(?<number>\\d{1,6}/\\d{2})",
                    match -> Stream.of(slashed(IdentifierKind.RADIO_ELECTRONICS_ENTRY, "878", "РЭ-", match))),
            Format.weak(
                    "(?<number>\\d{3,6}/\\d{2})",
                    match -> Stream.of(slashed(IdentifierKind.MINISTRY_CONCLUSION, "MPT", "", match))),
            // 10131010/010224/3012345 at a Russian office, 06611/010224/0012345 at a Belarusian one
            Format.strong(
                    "\\d{8}/\\d{6}/\\d{7}",
                    match -> Stream.of(
                            Draft.of(IdentifierKind.CUSTOMS_DECLARATION, "DT", match.group(), HIGH, "state", "RU"))),
            Format.weak(
                    "(?:112)?(?<number>\\d{5}/\\d{6}/\\d{6,7})",
                    match -> Stream.of(Draft.of(
                            IdentifierKind.CUSTOMS_DECLARATION, "DT", match.group("number"), LOW, "state", "BY"))),
            Format.strong(
                    "[A-Z]{3}[UJZ] ?\\d{6} ?\\d",
                    match -> checked(match, IdentifierKind.CONTAINER, "BIC", HIGH, CheckDigits::container)),
            Format.strong(
                    "\\d{8}|\\d{12,14}",
                    match -> checked(match, IdentifierKind.GTIN, "GTIN", MEDIUM, CheckDigits::gtin)),
            Format.strong(
                    "\\d{10}|\\d{12}", match -> checked(match, IdentifierKind.INN, "INN", MEDIUM, CheckDigits::inn)),
            Format.strong(
                    "[15]\\d{12}|3\\d{14}",
                    match -> checked(match, IdentifierKind.OGRN, "OGRN", MEDIUM, CheckDigits::ogrn)),
            Format.strong(
                    "(?:[1-7]\\d|[ABCEHKM][ABCEHKMOPT])\\d{7}",
                    match -> checked(match, IdentifierKind.UNP, "UNP", MEDIUM, CheckDigits::unp)),
            Format.weak("\\d{8}", match -> checked(match, IdentifierKind.WAGON, "WAGON", LOW, CheckDigits::wagon)),
            Format.weak("\\d{7,8}", match -> checked(match, IdentifierKind.WAYBILL, "SMGS", LOW, number -> true)),
            Format.weak(
                    "\\d{4}(?: ?\\d{2}(?: ?\\d{3}(?: ?\\d)?)?)?",
                    match -> checked(match, IdentifierKind.HS_CODE, "HS", LOW, number -> true)),
            // The two classifiers have one shape: a code alone does not say which it is.
            Format.strong("\\d{2}\\.\\d{1,2}\\.\\d{1,2}\\.\\d{3}", match -> dotted(match.group(), MEDIUM)),
            Format.weak("\\d{2}\\.\\d{1,2}(?:\\.\\d{1,2})?", match -> dotted(match.group(), LOW)),
            Format.strong(
                    RegistryNumber.FORM,
                    match -> RegistryNumber.parse(match.group()).stream()
                            .map(number -> Draft.of(
                                    IdentifierKind.REGISTRY_NUMBER,
                                    "REG",
                                    number.toString(),
                                    HIGH,
                                    "regime",
                                    number.regime(),
                                    "state",
                                    number.state()))));

    private Formats() {}

    private static Stream<Draft> russianDocument(Matcher match) {
        boolean declaration = match.group("letter").equals("D");
        String year = match.group("year");
        String number = "RU " + (declaration ? "Д" : "С") + "-" + match.group("origin") + "."
                + Folding.inCyrillic(match.group("body")) + "." + Folding.inCyrillic(match.group("object")) + "."
                + match.group("serial") + (year == null ? "" : "/" + year);
        Map<String, String> parts = parts(match, "RU", "origin", "body", "object", "serial", "year");
        IdentifierKind union = declaration ? IdentifierKind.EAEU_DECLARATION : IdentifierKind.EAEU_CERTIFICATE;
        IdentifierKind national =
                declaration ? IdentifierKind.NATIONAL_DECLARATION : IdentifierKind.NATIONAL_CERTIFICATE;
        String prefix = match.group("prefix");
        if ("POCC".equals(prefix)) {
            return Stream.of(document(national, "R", "РОСС ", number, parts, false));
        }
        if ("TC".equals(prefix)) {
            return Stream.of(document(union, "T", declaration ? "ТС N " : "ТС ", number, parts, false));
        }
        String display = declaration ? "ЕАЭС N " : "ЕАЭС ";
        if (prefix != null) {
            return Stream.of(document(union, "E", display, number, parts, false));
        }
        List<Draft> drafts = new ArrayList<>();
        drafts.add(document(union, "E", display, number, parts, true));
        if (year == null) {
            // Documents of the Customs Union's time carry no year.
            drafts.add(document(union, "T", declaration ? "ТС N " : "ТС ", number, parts, true));
        }
        drafts.add(document(national, "R", "РОСС ", number, parts, true));
        return drafts.stream();
    }

    private static Stream<Draft> belarusianDocument(Matcher match) {
        boolean declaration = match.group("section").equals("11");
        String regulation = match.group("regulation");
        String number = "BY/112 " + match.group("section") + "." + match.group("part") + ". "
                + (regulation == null ? "" : "ТР" + regulation + " ")
                + match.group("body").replace(' ', '.') + " " + match.group("serial");
        Map<String, String> parts = parts(match, "BY", "section", "part", "regulation", "body", "serial");
        IdentifierKind union = declaration ? IdentifierKind.EAEU_DECLARATION : IdentifierKind.EAEU_CERTIFICATE;
        String prefix = match.group("prefix");
        if ("POCC".equals(prefix)) {
            return Stream.empty();
        }
        if ("TC".equals(prefix)) {
            return Stream.of(document(union, "T", declaration ? "ТС N " : "ТС ", number, parts, false));
        }
        Draft asUnion = document(union, "E", declaration ? "ЕАЭС N " : "ЕАЭС ", number, parts, prefix == null);
        if (prefix != null) {
            return Stream.of(asUnion);
        }
        // Without a prefix it may be a national certificate: there ТР013 is TR 2025/013/BY, not TR CU 013/2011.
        IdentifierKind national =
                declaration ? IdentifierKind.NATIONAL_DECLARATION : IdentifierKind.NATIONAL_CERTIFICATE;
        return Stream.of(asUnion, document(national, "BY", "", number, parts, false, MEDIUM));
    }

    private static Stream<Draft> unionDocument(
            Matcher match, IdentifierKind kind, String number, Map<String, String> parts) {
        String prefix = match.group("prefix");
        if ("POCC".equals(prefix)) {
            return Stream.empty();
        }
        return "TC".equals(prefix)
                ? Stream.of(document(kind, "T", "ТС ", number, parts, false))
                : Stream.of(document(kind, "E", "ЕАЭС ", number, parts, prefix == null));
    }

    private static Draft document(
            IdentifierKind kind,
            String scheme,
            String prefix,
            String number,
            Map<String, String> parts,
            boolean added) {
        return document(kind, scheme, prefix, number, parts, added, added && !scheme.equals("E") ? MEDIUM : HIGH);
    }

    private static Draft document(
            IdentifierKind kind,
            String scheme,
            String prefix,
            String number,
            Map<String, String> parts,
            boolean added,
            Confidence confidence) {
        String key = scheme + "|" + Normalised.lettersAndDigits(Folding.fold(number));
        return new Draft(
                kind,
                key,
                prefix + number,
                parts,
                added ? prefix.replace("N", "").strip() : "",
                confidence);
    }

    private static Draft slashed(IdentifierKind kind, String scheme, String prefix, Matcher match) {
        String number = match.group("number");
        return new Draft(
                kind, scheme + "|" + number, prefix + number, Map.of(), "", scheme.equals("MPT") ? LOW : MEDIUM);
    }

    private static Stream<Draft> checked(
            Matcher match, IdentifierKind kind, String scheme, Confidence confidence, Predicate<String> holds) {
        String number = match.group().replace(" ", "");
        return holds.test(number) ? Stream.of(Draft.of(kind, scheme, number, confidence)) : Stream.empty();
    }

    private static Stream<Draft> dotted(String code, Confidence confidence) {
        return Stream.of(
                new Draft(IdentifierKind.OKPD2, "OKPD2|" + code, code, Map.of(), "", confidence),
                new Draft(IdentifierKind.OKRB007, "OKRB007|" + code, code, Map.of(), "", confidence));
    }

    private static Map<String, String> parts(Matcher match, String state, String... groups) {
        List<@Nullable String> namesAndValues = new ArrayList<>(List.of("state", state));
        for (String group : groups) {
            namesAndValues.add(group);
            namesAndValues.add(match.group(group));
        }
        return Draft.parts(namesAndValues.toArray(String[]::new));
    }
}
