package org.sharedregistry.scans;

import static org.sharedregistry.identifier.IdentifierKind.CERTIFICATE_OF_ORIGIN;
import static org.sharedregistry.identifier.IdentifierKind.EAEU_CERTIFICATE;
import static org.sharedregistry.identifier.IdentifierKind.EAEU_DECLARATION;
import static org.sharedregistry.identifier.IdentifierKind.MINISTRY_CONCLUSION;
import static org.sharedregistry.identifier.IdentifierKind.NATIONAL_CERTIFICATE;
import static org.sharedregistry.identifier.IdentifierKind.NATIONAL_DECLARATION;
import static org.sharedregistry.identifier.IdentifierKind.OWN_PRODUCTION_CERTIFICATE;
import static org.sharedregistry.identifier.IdentifierKind.PRODUCTION_REGISTER_ENTRY;
import static org.sharedregistry.identifier.IdentifierKind.RADIO_ELECTRONICS_ENTRY;
import static org.sharedregistry.identifier.IdentifierKind.STATE_REGISTRATION;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.identifier.IdentifierKind;

/**
 * What a paper calls itself: its titles and its number, with what has to agree with the number.
 *
 * @param kind none for a test report
 * @param accreditation of the body that certified, where there is one
 */
record Designation(
        @Nullable IdentifierKind kind,
        List<Label> titles,
        String number,
        LocalDate issued,
        @Nullable String accreditation) {

    private static final List<Label> UNION_CERTIFICATE = List.of(Label.UNION, Label.CERTIFICATE);
    private static final List<Label> UNION_DECLARATION = List.of(Label.UNION, Label.DECLARATION);

    /**
     * Makes one up; of a form that numbers in several formats any.
     *
     * @param origin of the goods
     * @param regulation that they are under first of all
     */
    static Designation of(Form form, String origin, String regulation, Chance chance) {
        return switch (form) {
            case EAEU_CERTIFICATE_RU ->
                chance.oneIn(4)
                        ? russian(
                                EAEU_CERTIFICATE,
                                List.of(Label.CUSTOMS_UNION, Label.CERTIFICATE),
                                "ТС RU С-" + origin,
                                chance)
                        : russian(EAEU_CERTIFICATE, UNION_CERTIFICATE, "ЕАЭС RU С-" + origin, chance);
            case EAEU_DECLARATION_RU -> russian(EAEU_DECLARATION, UNION_DECLARATION, "ЕАЭС N RU Д-" + origin, chance);
            case NATIONAL_RU ->
                chance.oneIn(4)
                        ? russian(
                                NATIONAL_CERTIFICATE,
                                List.of(Label.NATIONAL_RU, Label.CERTIFICATE),
                                "РОСС RU С-" + origin,
                                chance)
                        : russian(NATIONAL_DECLARATION, List.of(Label.DECLARATION), "РОСС RU Д-" + origin, chance);
            case EAEU_CERTIFICATE_BY ->
                chance.oneIn(4)
                        ? belarusian(
                                NATIONAL_CERTIFICATE,
                                List.of(Label.NATIONAL_BY, Label.CERTIFICATE),
                                "N BY/112 02.01. ТР013",
                                chance)
                        : belarusian(
                                EAEU_CERTIFICATE,
                                UNION_CERTIFICATE,
                                "ЕАЭС BY/112 02.0" + chance.between(1, 2) + ". " + abbreviated(regulation),
                                chance);
            case EAEU_DECLARATION_BY ->
                belarusian(
                        EAEU_DECLARATION, UNION_DECLARATION, "ЕАЭС N BY/112 11.01. " + abbreviated(regulation), chance);
            case CERTIFICATE_KZ -> kazakh(chance);
            case CERTIFICATE_KG ->
                unaccredited(
                        EAEU_CERTIFICATE,
                        UNION_CERTIFICATE,
                        "ЕАЭС KG417/0%s.%s.02.%s".formatted(chance.digits(2), origin, chance.digits(5)),
                        chance.day(2019, 2025));
            case DECLARATION_KG ->
                unaccredited(
                        EAEU_DECLARATION,
                        UNION_DECLARATION,
                        "ЕАЭС KG417/0%s.Д.%s".formatted(chance.digits(2), chance.digits(7)),
                        chance.day(2019, 2025));
            case CERTIFICATE_AM -> {
                LocalDate issued = chance.day(2018, 2025);
                yield unaccredited(
                        EAEU_CERTIFICATE,
                        UNION_CERTIFICATE,
                        "ЕАЭС AM-00%s/S.A-%s-%d".formatted(chance.digits(1), chance.digits(4), issued.getYear()),
                        issued);
            }
            case VOLUNTARY_CERTIFICATE -> {
                String body = chance.letters(2) + chance.digits(2);
                yield new Designation(
                        NATIONAL_CERTIFICATE,
                        List.of(Label.VOLUNTARY, Label.CERTIFICATE),
                        "РОСС RU.3%s.%s.%s".formatted(chance.digits(4), body, chance.digits(5)),
                        chance.day(2020, 2025),
                        null);
            }
            case OWN_PRODUCTION -> chambers(chance);
            case REGISTER_EXTRACT -> registered(chance);
            case TEST_REPORT -> {
                LocalDate issued = chance.day(2019, 2025);
                yield unaccredited(null, List.of(Label.TEST_REPORT), testReport(issued, chance), issued);
            }
            case STATE_REGISTRATION -> {
                LocalDate issued = chance.day(2012, 2025);
                yield unaccredited(
                        STATE_REGISTRATION,
                        List.of(Label.STATE_REGISTRATION),
                        "RU.77.01.34.0%s.Е.%s.%s"
                                .formatted(
                                        chance.one("08", "12", "15"),
                                        chance.digits(6),
                                        "%1$tm.%1$ty".formatted(issued)),
                        issued);
            }
        };
    }

    /** The number of a test report, of which each laboratory has a form of its own. */
    static String testReport(LocalDate issued, Chance chance) {
        return switch (chance.between(0, 3)) {
            case 0 -> "%d-ВН/%ty".formatted(chance.between(100, 9999), issued);
            case 1 -> "ИЛ%d-%s".formatted(chance.between(10, 25), chance.digits(5));
            case 2 -> "%s/%s-%tY".formatted(chance.digits(4), chance.letters(2), issued);
            default -> "0%s-П/%ty".formatted(chance.digits(3), issued);
        };
    }

    /** Numbers of the Customs Union, until 2015, had no year. */
    private static Designation russian(IdentifierKind kind, List<Label> titles, String lead, Chance chance) {
        boolean old = lead.startsWith("ТС");
        LocalDate issued = old ? chance.day(2012, 2014) : chance.day(2021, 2025);
        boolean registeredByApplicant = titles.contains(Label.DECLARATION) && chance.oneIn(2);
        String body = registeredByApplicant ? "РА0" + chance.between(1, 9) : chance.letters(2) + chance.digits(2);
        String number = "%s.%s.%s.%s".formatted(lead, body, chance.one("А", "В"), chance.digits(5));
        return new Designation(
                kind,
                titles,
                old ? number : number + "/%ty".formatted(issued),
                issued,
                registeredByApplicant ? null : old ? "РОСС RU.0001.11" + body : "RA.RU.11" + body);
    }

    private static Designation belarusian(IdentifierKind kind, List<Label> titles, String lead, Chance chance) {
        String body = "%s.0%d".formatted(chance.digits(3), chance.between(1, 3));
        return new Designation(
                kind,
                titles,
                "%s %s %s".formatted(lead, body, chance.digits(5)),
                chance.day(2020, 2025),
                "BY/112 " + body);
    }

    private static Designation kazakh(Chance chance) {
        String body = chance.digits(3);
        return new Designation(
                EAEU_CERTIFICATE,
                UNION_CERTIFICATE,
                "ЕАЭС KZ %s%s.%s.%s"
                        .formatted(
                                chance.one("7500", "1100", "7100"),
                                body,
                                chance.one("01.01", "05.01"),
                                chance.digits(5)),
                chance.day(2020, 2025),
                "KZ.O.02.E0" + body);
    }

    private static Designation chambers(Chance chance) {
        LocalDate issued = chance.day(2021, 2025);
        String end = "%d10%d%s".formatted(issued.getYear() % 10, chance.between(1, 7), chance.digits(6));
        return chance.oneIn(4)
                ? unaccredited(CERTIFICATE_OF_ORIGIN, List.of(Label.CHAMBER, Label.ORIGIN), "BYRU" + end, issued)
                : unaccredited(
                        OWN_PRODUCTION_CERTIFICATE, List.of(Label.CHAMBER, Label.OWN_PRODUCTION), "BYPR" + end, issued);
    }

    private static Designation registered(Chance chance) {
        List<Label> production = List.of(Label.EXTRACT, Label.PRODUCTION_REGISTER);
        LocalDate before2023 = chance.day(2019, 2022);
        return switch (chance.between(0, 7)) {
            case 0 ->
                unaccredited(
                        PRODUCTION_REGISTER_ENTRY,
                        production,
                        "%d\\%d\\%d".formatted(chance.between(100, 9999), chance.between(1, 40), before2023.getYear()),
                        before2023);
            case 1 ->
                unaccredited(
                        RADIO_ELECTRONICS_ENTRY,
                        List.of(Label.EXTRACT, Label.RADIO_REGISTER),
                        "РЭ-%d/%ty".formatted(chance.between(100, 9999), before2023),
                        before2023);
            case 2 ->
                unaccredited(
                        MINISTRY_CONCLUSION,
                        List.of(Label.CONCLUSION, Label.OF_PRODUCTION),
                        "%d/11".formatted(chance.between(10_000, 99_999)),
                        before2023);
            default ->
                unaccredited(
                        PRODUCTION_REGISTER_ENTRY, production, "РПП-10" + chance.digits(6), chance.day(2023, 2025));
        };
    }

    private static Designation unaccredited(
            @Nullable IdentifierKind kind, List<Label> titles, String number, LocalDate issued) {
        return new Designation(kind, titles, number, issued, null);
    }

    /** {@code ТР ТС 004/2011} as it stands in Belarusian numbers. */
    private static String abbreviated(String regulation) {
        return regulation.replaceAll("ТР \\S+ (\\d{3})/.*", "ТР$1");
    }
}
