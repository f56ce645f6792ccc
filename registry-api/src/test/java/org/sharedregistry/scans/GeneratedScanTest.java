package org.sharedregistry.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedregistry.identifier.IdentifierKind.GTIN;
import static org.sharedregistry.identifier.IdentifierKind.INN;
import static org.sharedregistry.identifier.IdentifierKind.OGRN;
import static org.sharedregistry.identifier.IdentifierKind.UNP;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;

class GeneratedScanTest {

    @Test
    void isTheSameForTheSameSeed() throws IOException {
        GeneratedScan photo = GeneratedScan.of(9);
        assertThat(photo.noise()).isEqualTo(Noise.PHOTO);
        assertThat(GeneratedScan.of(9)).isEqualTo(photo);
        assertThat(GeneratedScan.of(9).picture()).isEqualTo(photo.picture());
    }

    @Test
    void hasEveryFormWithEveryNoiseBeforeOneComesAgain() {
        Set<String> combinations = new HashSet<>();
        for (int seed = 0; seed < GeneratedScan.COMBINATIONS; seed++) {
            combinations.add(GeneratedScan.form(seed) + " " + GeneratedScan.noise(seed));
        }
        assertThat(combinations)
                .hasSize(GeneratedScan.COMBINATIONS)
                .hasSize(Form.values().length * Noise.values().length);
    }

    @Test
    void hasNumbersThatAreReadAsWhatTheyAre() {
        for (int seed = 0; seed < 500; seed++) {
            Form form = GeneratedScan.form(seed);
            Truth truth = Contents.of(form, new Chance(seed)).truth();
            if (truth.kind() != null && form != Form.VOLUNTARY_CERTIFICATE) {
                assertThat(kinds(truth.number())).as(truth.number()).contains(truth.kind());
            }
            assertThat(kinds(truth.manufacturerTaxId())).containsAnyOf(INN, UNP);
            if (truth.applicantId() != null) {
                assertThat(kinds(truth.applicantId())).containsAnyOf(OGRN, UNP);
            }
            assertThat(truth.gtins()).allSatisfy(gtin -> assertThat(kinds(gtin)).contains(GTIN));
            assertThat(Stream.of(truth.laboratoryAccreditation(), truth.bodyAccreditation())
                            .filter(accreditation -> accreditation != null))
                    .allSatisfy(
                            accreditation -> assertThat(kinds(accreditation)).contains(IdentifierKind.ACCREDITATION));
        }
    }

    @Test
    void numbersDocumentsInEveryFormatThatTheyHave() {
        assertThat(IntStream.range(0, 500)
                        .mapToObj(seed -> Contents.of(GeneratedScan.form(seed), new Chance(seed))
                                .truth()
                                .kind())
                        .filter(kind -> kind != null))
                .contains(
                        IdentifierKind.EAEU_CERTIFICATE,
                        IdentifierKind.EAEU_DECLARATION,
                        IdentifierKind.NATIONAL_CERTIFICATE,
                        IdentifierKind.NATIONAL_DECLARATION,
                        IdentifierKind.STATE_REGISTRATION,
                        IdentifierKind.PRODUCTION_REGISTER_ENTRY,
                        IdentifierKind.RADIO_ELECTRONICS_ENTRY,
                        IdentifierKind.MINISTRY_CONCLUSION,
                        IdentifierKind.OWN_PRODUCTION_CERTIFICATE,
                        IdentifierKind.CERTIFICATE_OF_ORIGIN);
    }

    @Test
    void fitsOnTheOneSheetThatIsScanned() throws IOException {
        for (int seed = 0; seed < 28; seed++) {
            Chance chance = new Chance(seed);
            byte[] pdf = new ScannedPaper(Contents.of(GeneratedScan.form(seed), chance), chance).pdf();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).as("%d", seed).isOne();
            }
        }
    }

    private static List<IdentifierKind> kinds(String number) {
        return Identifiers.read(number).stream().map(Reading::kind).toList();
    }
}
