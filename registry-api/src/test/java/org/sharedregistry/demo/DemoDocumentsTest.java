package org.sharedregistry.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.sharedregistry.demo.DocumentSource.Attestation;
import org.sharedregistry.demo.DocumentSource.Body;
import org.sharedregistry.demo.DocumentSource.Decision;
import org.sharedregistry.demo.DocumentSource.Document;
import org.sharedregistry.demo.DocumentSource.Event;
import org.sharedregistry.demo.DocumentSource.Goods;
import org.sharedregistry.demo.DocumentSource.Manufacturer;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Identifiers;

class DemoDocumentsTest {

    private static final Set<String> PRODUCTION = Set.of(
            "OWN_PRODUCTION_CERTIFICATE", "PRODUCTION_REGISTER_ENTRY", "EURASIAN_REGISTER_ENTRY", "UNION_STATE_GOOD");
    private static final Set<String> CONFORMITY =
            Set.of("EAEU_CERTIFICATE", "EAEU_DECLARATION", "NATIONAL_CERTIFICATE");
    /** Kinds whose numbers have a form; of the others anything is a number. */
    private static final Set<String> WITH_FORM = Set.of(
            "EAEU_CERTIFICATE",
            "EAEU_DECLARATION",
            "NATIONAL_CERTIFICATE",
            "OWN_PRODUCTION_CERTIFICATE",
            "PRODUCTION_REGISTER_ENTRY");

    /** An entry of the production register is a number like any other: only who asks for it knows what it is. */
    private static final Set<String> FOUND_IN_TEXT =
            Set.of("EAEU_CERTIFICATE", "EAEU_DECLARATION", "OWN_PRODUCTION_CERTIFICATE");

    private static final int MOST_BYTES = 2_500_000;

    private final DocumentSource source;

    DemoDocumentsTest() throws IOException {
        source = DocumentSource.read();
    }

    @Test
    void holdsEnoughToAskAbout() {
        assertThat(source.manufacturers()).hasSize(6);
        assertThat(source.goods()).hasSizeGreaterThanOrEqualTo(22).anyMatch(goods -> !goods.submitted());
        assertThat(source.attestations()).hasSizeGreaterThanOrEqualTo(64);
        assertThat(source.documents()).hasSizeGreaterThanOrEqualTo(16);
    }

    @Test
    void usesEveryKeyAndNumberOnce() {
        assertThat(each(source.manufacturers(), Manufacturer::key)).doesNotHaveDuplicates();
        assertThat(each(source.manufacturers(), Manufacturer::taxId)).doesNotHaveDuplicates();
        assertThat(each(source.bodies(), Body::key)).doesNotHaveDuplicates();
        assertThat(each(source.bodies(), Body::accreditation)).doesNotHaveDuplicates();
        assertThat(each(source.goods(), Goods::key)).doesNotHaveDuplicates();
        assertThat(source.goods().stream().flatMap(goods -> goods.gtins().stream()))
                .doesNotHaveDuplicates();
        assertThat(each(source.attestations(), Attestation::key)).doesNotHaveDuplicates();
        assertThat(each(source.attestations(), Attestation::number)).doesNotHaveDuplicates();
        assertThat(each(source.documents(), Document::file)).doesNotHaveDuplicates();
    }

    @Test
    void namesOnlyWhatItHolds() {
        List<String> manufacturers = each(source.manufacturers(), Manufacturer::key);
        List<String> bodies = each(source.bodies(), Body::key);
        List<String> goods = each(source.goods(), Goods::key);
        List<String> attestations = each(source.attestations(), Attestation::key);
        assertThat(manufacturers).containsAll(each(source.goods(), Goods::manufacturer));
        for (Attestation attestation : source.attestations()) {
            assertThat(goods).as(attestation.key()).containsAll(attestation.goods());
            if (attestation.body() != null) {
                assertThat(bodies).as(attestation.key()).contains(attestation.body());
            }
            if (attestation.manufacturer() == null) {
                assertThat(attestation.manufacturerName()).as(attestation.key()).isNotBlank();
            } else {
                assertThat(manufacturers).as(attestation.key()).contains(attestation.manufacturer());
            }
        }
        for (Document document : source.documents()) {
            assertThat(manufacturers).as(document.file()).contains(document.filedBy());
            assertThat(goods).as(document.file()).containsAll(document.goods());
            if (document.attestation() != null) {
                assertThat(attestations).as(document.file()).contains(document.attestation());
            }
        }
    }

    @Test
    void coversOnlyModelsThatItsGoodsHave() {
        for (Attestation attestation : source.attestations()) {
            if (attestation.goods().isEmpty()) {
                continue;
            }
            List<String> models = attestation.goods().stream()
                    .flatMap(key -> source.goods(key).models().stream())
                    .toList();
            assertThat(models).as(attestation.key()).containsAll(attestation.models());
        }
    }

    @Test
    void writesNumbersAsTheyShouldBePrinted() {
        for (Manufacturer manufacturer : source.manufacturers()) {
            IdentifierKind kind = manufacturer.state().equals("BY") ? IdentifierKind.UNP : IdentifierKind.INN;
            assertThat(displays(manufacturer.taxId(), kind.name())).contains(manufacturer.taxId());
        }
        for (Goods goods : source.goods()) {
            for (String gtin : goods.gtins()) {
                assertThat(displays(gtin, "GTIN")).as(goods.key()).contains(gtin);
                assertThat(gtin).startsWith(isMadeInBelarus(goods) ? "481" : "460");
            }
        }
        for (Attestation attestation : source.attestations()) {
            if (WITH_FORM.contains(attestation.kind())) {
                assertThat(displays(attestation.number(), attestation.kind()))
                        .as(attestation.key())
                        .contains(attestation.number());
            }
        }
    }

    @Test
    void putsEventsAndDecisionsInOrder() {
        for (Attestation attestation : source.attestations()) {
            if (attestation.validTo() != null) {
                assertThat(attestation.validTo()).as(attestation.key()).isAfter(attestation.validFrom());
            }
            LocalDate last = attestation.validFrom();
            for (Event event : attestation.events()) {
                assertThat(event.effective()).as(attestation.key()).isAfterOrEqualTo(last);
                if (event.until() != null) {
                    assertThat(event.until()).as(attestation.key()).isAfter(event.effective());
                }
                last = event.effective();
            }
        }
        for (Goods goods : source.goods()) {
            assertThat(goods.decisions().stream().map(Decision::from))
                    .as(goods.key())
                    .isSorted();
            assertThat(goods.submitted() || goods.decisions().isEmpty())
                    .as(goods.key())
                    .isTrue();
        }
    }

    @Test
    void showsEveryKindOfDecisionAndEvent() {
        assertThat(source.goods().stream()
                        .flatMap(goods -> goods.decisions().stream())
                        .map(Decision::action))
                .contains("RECOGNIZE", "CONDITION", "REFUSE", "SUSPEND", "RESUME", "WITHDRAW", "OBJECT");
        assertThat(source.attestations().stream()
                        .flatMap(attestation -> attestation.events().stream())
                        .map(Event::type))
                .contains("EXTEND", "SUSPEND", "PARTLY_SUSPEND", "RESUME", "TERMINATE", "ANNUL");
    }

    @Test
    void bringsProofForWhatIsConfirmedAtHome() {
        for (Goods goods : source.goods()) {
            if (goods.decisions().isEmpty()) {
                continue;
            }
            List<String> kinds = source.attestations().stream()
                    .filter(attestation -> attestation.goods().contains(goods.key()))
                    .map(Attestation::kind)
                    .toList();
            assertThat(kinds).as(goods.key()).containsAnyElementsOf(PRODUCTION).containsAnyElementsOf(CONFORMITY);
        }
    }

    @Test
    void shipsEveryDocumentInLittleSpace() throws IOException {
        int bytes = 0;
        for (Document document : source.documents()) {
            bytes += shipped(document).length;
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @Test
    void printsTheSameTextAgain() throws IOException {
        DemoDocuments documents = new DemoDocuments(source, Measurements.read());
        for (Document document : source.documents()) {
            if (document.file().endsWith(".pdf")) {
                assertThat(text(documents.make(document))).as(document.file()).isEqualTo(text(shipped(document)));
            }
        }
    }

    @Test
    void printsTheNumberSoThatItIsFoundInTheText() throws IOException {
        for (Document document : printed()) {
            Attestation attestation = source.attestation(document.attestation());
            String text = text(shipped(document));
            assertThat(text).as(document.file()).contains(attestation.number());
            if (FOUND_IN_TEXT.contains(attestation.kind())) {
                assertThat(Identifiers.find(text))
                        .as(document.file())
                        .anyMatch(mention -> mention.reading().display().equals(attestation.number()));
            }
        }
    }

    @Test
    void printsTheManufacturerInTheLanguageOfTheForm() throws IOException {
        for (Document document : printed()) {
            Manufacturer manufacturer = source.manufacturer(document.filedBy());
            assertThat(text(shipped(document)))
                    .as(document.file())
                    .contains(manufacturer.names().in(document.language()))
                    .contains(manufacturer.taxId());
        }
    }

    /** The PDF forms with a text layer. */
    private List<Document> printed() {
        return source.documents().stream()
                .filter(document -> document.file().endsWith(".pdf"))
                .filter(document -> !document.file().startsWith("scan-"))
                .toList();
    }

    private boolean isMadeInBelarus(Goods goods) {
        return source.manufacturer(goods.manufacturer()).state().equals("BY");
    }

    private static <T> List<String> each(List<T> things, Function<T, String> name) {
        return things.stream().map(name).toList();
    }

    private static Stream<String> displays(String number, String kind) {
        return Identifiers.read(number).stream()
                .filter(reading -> reading.kind().name().equals(kind))
                .map(reading -> reading.display());
    }

    private static byte[] shipped(Document document) throws IOException {
        try (InputStream file = DemoDocumentsTest.class.getResourceAsStream("/demo/documents/" + document.file())) {
            assertThat(file).as(document.file()).isNotNull();
            return file.readAllBytes();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).lines().collect(Collectors.joining("\n"));
        }
    }
}
