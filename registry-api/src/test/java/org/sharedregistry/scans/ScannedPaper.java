package org.sharedregistry.scans;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.demo.PdfPress;
import org.sharedregistry.demo.Press;

/** Lays a paper's contents out in one of the ways that its form is known in. */
final class ScannedPaper {

    private enum Layout {
        ON_ONE_LINE,
        IN_A_TABLE,
        ON_THE_NEXT_LINE
    }

    private static final String FOOTER = "Составлено для проверки распознавания, предприятия и номера вымышлены";

    private final Contents contents;
    private final Truth truth;
    private final Language language;
    private final Layout layout;
    private final boolean capitals;
    private final boolean datesInWords;
    private final boolean codesInGroups;
    private final boolean numberInTitle;
    private final List<List<String>> lines = new ArrayList<>();

    ScannedPaper(Contents contents, Chance chance) {
        this.contents = contents;
        truth = contents.truth();
        language = contents.language();
        layout = chance.one(Layout.values());
        capitals = chance.oneIn(2);
        datesInWords = chance.oneIn(3);
        codesInGroups = chance.oneIn(3);
        numberInTitle = chance.oneIn(2);
    }

    /** Printed on one sheet. */
    byte[] pdf() throws IOException {
        Press press =
                new PdfPress(truth.number(), contents.designation().issued(), layout == Layout.IN_A_TABLE, FOOTER);
        for (Label title : contents.designation().titles()) {
            press.heading(title.in(language));
        }
        if (numberInTitle) {
            press.heading(truth.number().startsWith("N ") ? truth.number() : "№ " + truth.number());
        } else {
            line(Label.NUMBER, truth.number());
        }
        fill();
        print(press);
        press.signatures(Label.SIGNED_BY.in(language));
        return press.finish();
    }

    private void fill() {
        if (contents.body() != null) {
            line(Label.BODY, accredited(contents.body(), truth.bodyAccreditation()));
        }
        if (truth.applicant() != null) {
            String id = truth.applicantId();
            line(
                    Label.APPLICANT,
                    truth.applicant() + (id == null ? "" : ", " + registered(id)) + ", " + contents.applicantAddress());
        }
        line(
                Label.MANUFACTURER,
                truth.manufacturer() + ", " + registered(truth.manufacturerTaxId()) + ", "
                        + contents.manufacturerAddress());
        line(Label.PRODUCT, contents.product().in(language) + ", " + Label.SERIAL.in(language));
        line(Label.MODELS, truth.models());
        line(Label.HS, truth.hsCodes().stream().map(this::code).toList());
        line(Label.OKPD2, truth.okpd2());
        line(Label.OKRB007, truth.okrb007());
        line(Label.GTIN, truth.gtins());
        line(Label.REGULATIONS, truth.regulations());
        line(Label.STANDARDS, truth.standards());
        if (truth.testReport() != null) {
            line(
                    Label.REPORT,
                    "№ " + truth.testReport() + " " + Label.FROM.in(language) + " " + day(truth.testReportDate()) + ", "
                            + Label.GIVEN_BY.in(language) + " " + laboratory());
        } else if (truth.laboratory() != null) {
            line(Label.LABORATORY, laboratory());
        }
        line(Label.ADDITIONAL, Label.STORAGE.in(language));
        if (truth.issued() != null) {
            boolean declared = contents.designation().titles().contains(Label.DECLARATION);
            line(declared ? Label.REGISTERED : Label.ISSUED, day(truth.issued()));
        }
        if (truth.validFrom() != null) {
            line(Label.VALIDITY, Label.PERIOD.in(language).formatted(day(truth.validFrom()), day(truth.validTo())));
        } else if (truth.validTo() != null) {
            line(Label.VALID_TO, day(truth.validTo()));
        }
    }

    private void print(Press press) throws IOException {
        if (layout == Layout.IN_A_TABLE) {
            press.table("", List.of(Label.PARTICULARS.in(language), Label.VALUE.in(language)), lines);
            return;
        }
        for (List<String> line : lines) {
            if (layout == Layout.ON_ONE_LINE) {
                press.text(line.get(0) + ": " + line.get(1));
            } else {
                press.field(line.get(0), line.get(1));
            }
        }
    }

    private void line(Label label, List<String> values) {
        if (!values.isEmpty()) {
            line(label, String.join(", ", values));
        }
    }

    private void line(Label label, String value) {
        String name = label.in(language);
        lines.add(List.of(capitals ? name.toUpperCase(Locale.ROOT) : name, value));
    }

    private String laboratory() {
        return accredited(truth.laboratory(), truth.laboratoryAccreditation());
    }

    private String accredited(@Nullable String name, @Nullable String accreditation) {
        return name + ", " + Label.ACCREDITATION.in(language) + " " + accreditation;
    }

    /** A number of a register with the name of its kind, which the length tells. */
    private static String registered(String id) {
        return switch (id.length()) {
                    case 9 -> "УНП ";
                    case 10 -> "ИНН ";
                    default -> "ОГРН ";
                }
                + id;
    }

    private String code(String hs) {
        return codesInGroups ? hs.replaceAll("(\\d{4})(\\d{2})(\\d{3})(\\d)", "$1 $2 $3 $4") : hs;
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "" : language.day(day, datesInWords);
    }
}
