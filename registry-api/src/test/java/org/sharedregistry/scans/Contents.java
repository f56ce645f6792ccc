package org.sharedregistry.scans;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a paper says, before it is laid out: the truth, and the words around it that nobody is asked for. */
record Contents(
        Designation designation,
        Language language,
        Product product,
        Truth truth,
        String manufacturerAddress,
        @Nullable String applicantAddress,
        @Nullable String body) {

    static Contents of(Form form, Chance chance) {
        Language language = form.state().equals("BY") && chance.oneIn(2) ? Language.BELARUSIAN : Language.RUSSIAN;
        Product product = form == Form.STATE_REGISTRATION ? Product.COSMETICS : chance.one(Product.INDUSTRIAL);
        String origin = madeAtHome(form) ? form.state() : chance.one("RU", "BY");
        Designation designation =
                Designation.of(form, origin, product.regulations().get(0), chance);
        Company manufacturer = Company.in(origin, language, chance);
        Company applicant = form.asksFor(Label.APPLICANT) ? Company.in(form.state(), language, chance) : null;
        Truth truth = truth(form, designation, product, language, manufacturer, origin, applicant, chance);
        return new Contents(
                designation,
                language,
                product,
                truth,
                manufacturer.address(),
                applicant == null ? null : applicant.address(),
                designation.accreditation() == null
                        ? null
                        : Company.examining(form.state(), language, chance).name());
    }

    private static boolean madeAtHome(Form form) {
        return form == Form.OWN_PRODUCTION || form == Form.REGISTER_EXTRACT;
    }

    private static Truth truth(
            Form form,
            Designation designation,
            Product product,
            Language language,
            Company manufacturer,
            String origin,
            @Nullable Company applicant,
            Chance chance) {
        CheckedNumbers numbers = new CheckedNumbers(chance);
        LocalDate issued = designation.issued();
        boolean expires = form.asksFor(Label.VALIDITY);
        boolean periodInFull = expires && chance.oneIn(2);
        boolean tested = form.asksFor(Label.REPORT);
        LocalDate reported = tested ? issued.minusDays(chance.between(3, 60)) : null;
        boolean byLaboratory = tested || form.asksFor(Label.LABORATORY);
        boolean inBelarus = form.state().equals("BY");
        return new Truth(
                designation.kind(),
                designation.number(),
                periodInFull ? null : issued,
                periodInFull ? issued : null,
                expires ? issued.plusYears(chance.between(1, 5)).minusDays(1) : null,
                form.asksFor(Label.HS) ? List.of(product.hs()) : List.of(),
                form.asksFor(Label.OKPD2) ? List.of(product.code()) : List.of(),
                form.asksFor(Label.OKRB007) ? List.of(product.code()) : List.of(),
                form.asksFor(Label.GTIN) ? List.of(numbers.gtin(origin)) : List.of(),
                form.asksFor(Label.REGULATIONS) ? product.regulations() : List.of(),
                form.asksFor(Label.STANDARDS) ? product.standards() : List.of(),
                manufacturer.name(),
                origin.equals("BY") ? numbers.unp() : numbers.inn(),
                applicant == null ? null : applicant.name(),
                applicant == null ? null : id(form.state(), numbers),
                reported == null ? null : Designation.testReport(reported, chance),
                reported,
                byLaboratory
                        ? Company.examining(inBelarus ? "BY" : "RU", language, chance)
                                .name()
                        : null,
                byLaboratory
                        ? inBelarus ? "BY/112 2." + chance.digits(4) : "RA.RU.21" + chance.letters(2) + chance.digits(2)
                        : null,
                designation.accreditation(),
                models(product, chance));
    }

    /** Under which an applicant is registered; other states' numbers are not looked for. */
    private static @Nullable String id(String state, CheckedNumbers numbers) {
        return switch (state) {
            case "RU" -> numbers.ogrn();
            case "BY" -> numbers.unp();
            default -> null;
        };
    }

    private static List<String> models(Product product, Chance chance) {
        return IntStream.range(0, chance.between(1, 4))
                .mapToObj(i -> product.series() + chance.between(100, 999) + chance.one("", "", "М", "-01"))
                .distinct()
                .toList();
    }
}
