package org.sharedregistry.examination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.Client;
import org.sharedregistry.Client.Answer;
import org.sharedregistry.RegistryHttpTest;
import org.sharedregistry.extraction.SampleSigner;
import tools.jackson.databind.JsonNode;

/** What papers say, held against what the registry has, over HTTP. */
class ExaminationIT extends RegistryHttpTest {

    private static final Path DEMO = Path.of("src/main/resources/demo/documents");
    private static final String WASHER = "ЕАЭС RU С-BY.НА81.В.00123/24";

    @Test
    void tellsWhatAPaperSaysAndWhere() throws IOException {
        Client maker = as("neman-mikro");
        String id = read(maker, "станок.pdf", Files.readAllBytes(DEMO.resolve("cert-lathe-os250.pdf")));

        Answer paper = maker.get("/api/v1/documents/" + id + "/paper", "field", "NUMBER");
        assertThat(paper.at("/kind")).isEqualTo("CERTIFICATE");
        assertThat(paper.at("/grounds/0/raw")).isEqualTo("СЕРТИФИКАТ СООТВЕТСТВИЯ");
        assertThat(paper.json().at("/particulars")).hasSize(2).allSatisfy(number -> {
            assertThat(number.at("/value").asString()).isEqualTo("ЕАЭС RU С-RU.ЖД99.В.00207/25");
            String page = maker.get("/api/v1/documents/" + id + "/pages/"
                            + number.at("/page").asInt())
                    .at("/text");
            assertThat(page.substring(
                            number.at("/start").asInt(), number.at("/end").asInt()))
                    .isEqualTo(number.at("/raw").asString());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "svisloch-kholod",
                "berezina-traktor",
                "neman-mikro",
                "okskiy-stanok",
                "prikamskiy-avtobus",
                "verkhnevolzhskiy-nasos"
            })
    void isNeverSureThatAPaperOfTheDemoContradictsItsAttestation(String maker) {
        Client client = as(maker);
        List<JsonNode> documents = items(client.get("/api/v1/documents/filed", "size", "200"));
        List<JsonNode> ofTheDemo = documents.stream()
                .filter(each -> Files.exists(DEMO.resolve(each.at("/fileName").asString())))
                .toList();
        assertThat(ofTheDemo).isNotEmpty().allSatisfy(document -> {
            String id = document.at("/id").asString();
            awaitFinal(client, id);
            Answer comparison = client.get("/api/v1/documents/" + id + "/comparison");
            assertThat(StreamSupport.stream(comparison.json().at("/comparisons").spliterator(), false))
                    .filteredOn(each -> each.at("/subject").asString().equals("ATTESTATION"))
                    .flatExtracting(each -> list(each.at("/lines")))
                    .filteredOn(line -> line.at("/certainty").asString().equals("SURE"))
                    .extracting(line -> line.at("/outcome").asString())
                    .doesNotContain("DIFFERS", "PARTLY");
        });
    }

    @Test
    void noticesAPaperThatDisagreesAndKeepsWhatWasMadeOfIt() {
        Client maker = as("svisloch-kholod");
        String attestation = attestation(WASHER);
        String id = read(
                maker,
                "копия.txt",
                certificate(WASHER, "с 01.05.2024 по 30.04.2027").getBytes(UTF_8),
                "attestation",
                attestation);

        JsonNode line = line(maker, id, "VALID_TO");
        assertThat(line.at("/outcome").asString()).isEqualTo("DIFFERS");
        assertThat(line.at("/certainty").asString()).isEqualTo("SURE");
        assertThat(line.at("/printed/0").asString()).isEqualTo("2027-04-30");
        assertThat(line.at("/recorded")).hasSize(1);
        assertThat(line.at("/proofs/0/raw").asString()).isEqualTo("30.04.2027");
        assertThat(openFields(maker, id)).contains("VALID_TO");
        assertThat(openFields(as("authority-BY-1"), id)).contains("VALID_TO");
        assertThat(openFields(as("okskiy-stanok"), id)).isEmpty();

        String settlement = "/api/v1/documents/" + id + "/comparison/" + attestation + "/VALID_TO/settlement";
        Map<String, Object> decision = Map.of(
                "finding",
                "PAPER_WRONG",
                "reason",
                "На копии дата исправлена от руки.",
                "printed",
                line.at("/printed"),
                "recorded",
                line.at("/recorded"));
        assertThat(as("officer-BY").post(settlement, decision, Map.of()).problem())
                .isEqualTo("forbidden");
        assertThat(maker.post(
                                settlement,
                                Map.of(
                                        "finding",
                                        "MISREAD",
                                        "reason",
                                        "Другое",
                                        "printed",
                                        List.of("2026-01-01"),
                                        "recorded",
                                        line.at("/recorded")),
                                Map.of())
                        .problem())
                .isEqualTo("precondition-failed");
        assertThat(maker.post(settlement, decision, Map.of()).status()).isEqualTo(200);

        assertThat(openFields(maker, id)).doesNotContain("VALID_TO");
        assertThat(line(maker, id, "VALID_TO").at("/settlement/finding").asString())
                .isEqualTo("PAPER_WRONG");
        String number = maker.get("/api/v1/documents/" + id + "/candidates").at("/attestations/0/goods/0");
        assertThat(history(maker, number)).contains("mismatch.settled");
        assertThat(history(anyone(), number)).doesNotContain("mismatch.settled");
    }

    @Test
    void opensASettledMismatchAgainWhenTheEntryChanges() {
        Client maker = as("okskiy-stanok");
        Answer draft = maker.post(
                "/api/v1/goods", Map.of("regime", "union-state", "description", description("ОС-900")), Map.of());
        String goods = draft.at("/id");
        byte[] paper = "СЕРТИФИКАТ СООТВЕТСТВИЯ\nАО «Окский станок Демо»\nмодели: ОС-1; ОС-2".getBytes(UTF_8);
        String id = read(maker, "модели.txt", paper, "goods", goods);
        assertThat(openFields(maker, id)).contains("MODEL");
        JsonNode line = line(maker, id, "MODEL");
        Map<String, Object> decision = Map.of(
                "finding",
                "IMMATERIAL",
                "reason",
                "Прежнее обозначение той же модели.",
                "printed",
                line.at("/printed"),
                "recorded",
                line.at("/recorded"));
        assertThat(maker.post(
                                "/api/v1/documents/" + id + "/comparison/" + goods + "/MODEL/settlement",
                                decision,
                                Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(openFields(maker, id)).doesNotContain("MODEL");

        assertThat(maker.put("/api/v1/goods/" + goods, description("ОС-901"), Map.of("If-Match", draft.header("ETag")))
                        .status())
                .isEqualTo(200);
        assertThat(openFields(maker, id)).contains("MODEL");
    }

    @Test
    void proposesWhatAPaperIsAboutWithGroundsAndChoosesNothing() {
        Client maker = as("svisloch-kholod");
        String paper = certificate("EABC RV C-8Y.HA8I.8.00123/24", "с 01.01.2020 по 02.01.2020");
        String id = read(maker, "нечётко.txt", paper.getBytes(UTF_8));

        Answer found = maker.get("/api/v1/documents/" + id + "/candidates");
        assertThat(found.at("/attestations/0/name")).isEqualTo(WASHER);
        assertThat(found.json().at("/attestations/0/grounds")).isNotEmpty();
        assertThat(found.json().at("/goods/0/grounds")).isNotEmpty();
        assertThat(maker.get("/api/v1/documents/" + id + "/comparison").json().at("/comparisons"))
                .isEmpty();
    }

    @Test
    void draftsWhatAPersonThenEnters() {
        Client maker = as("prikamskiy-avtobus");
        String number = "ЕАЭС N RU Д-RU.РА07.В.90001/26";
        String manufacturer = maker.get("/api/v1/attestations/" + attestation("ЕАЭС RU С-RU.НА81.В.00455/25"))
                .at("/manufacturer");
        String id = read(maker, "декларация.txt", """
                ДЕКЛАРАЦИЯ О СООТВЕТСТВИИ
                %s
                ИЗГОТОВИТЕЛЬ: ПАО «Прикамский автобус Демо»
                ПРОДУКЦИЯ Автобус городской ПА-14 (модели: ПА-14)
                Код ТН ВЭД ЕАЭС: 8702209000
                ТР ТС 018/2011
                Протокола испытаний № АВ-77/2026 от 01.10.2026
                Срок действия с 02.10.2026 по 01.10.2029
                """.formatted(number).getBytes(UTF_8));

        Answer drafts = maker.get("/api/v1/documents/" + id + "/drafts");
        assertThat(drafts.json().at("/held").isNull()).isTrue();
        JsonNode request = drafts.json().at("/attestation/request");
        assertThat(request.at("/kind").asString()).isEqualTo("EAEU_DECLARATION");
        assertThat(request.at("/number").asString()).isEqualTo(number);
        assertThat(request.at("/content/validTo").asString()).isEqualTo("2029-10-01");
        assertThat(request.at("/content/models/0").asString()).isEqualTo("ПА-14");
        assertThat(drafts.json().at("/attestation/missing")).isEmpty();
        assertThat(drafts.at("/attestation/proofs/validTo/0/raw")).isEqualTo("01.10.2029");
        assertThat(drafts.at("/goods/request/description/names/ru")).isEqualTo("Автобус городской ПА-14");
        assertThat(maker.get("/api/v1/attestations", "number", number).json().at("/items"))
                .as("nothing is entered by itself")
                .isEmpty();

        Map<String, Object> entry = Map.of(
                "kind", request.at("/kind"),
                "number", request.at("/number"),
                "manufacturer", manufacturer,
                "content", request.at("/content"));
        assertThat(maker.post("/api/v1/attestations", entry, Map.of()).status()).isEqualTo(201);
        Answer again = maker.get("/api/v1/documents/" + id + "/drafts");
        assertThat(again.at("/held/number")).isEqualTo(number);
        assertThat(again.json().at("/attestation").isNull()).isTrue();
        assertThat(maker.post("/api/v1/attestations", entry, Map.of()).problem())
                .isEqualTo("conflict");
    }

    @Test
    void followsTheChainOfPapers() {
        Client maker = as("berezina-traktor");
        String certificate = read(maker, "цепь.txt", """
                СЕРТИФИКАТ СООТВЕТСТВИЯ
                ЕАЭС RU С-BY.НА81.В.07001/26
                Протоколов испытаний № ЦП-1/26, ЦП-2/26 от 03.03.2026, выданных испытательной
                лабораторией «Ока» (RA.RU.21ЖД98)
                """.getBytes(UTF_8));
        read(maker, "протокол цепи.txt", """
                ПРОТОКОЛ ИСПЫТАНИЙ
                № ЦП-2/26 от 04.04.2026
                ИСПЫТАТЕЛЬНАЯ ЛАБОРАТОРИЯ «Ока», RA.RU.21ЖД98
                """.getBytes(UTF_8));

        Answer chain = maker.get("/api/v1/documents/" + certificate + "/chain");
        assertThat(chain.at("/reports/0/number")).isEqualTo("ЦП-1/26");
        assertThat(chain.at("/reports/0/state")).isEqualTo("MISSING");
        assertThat(chain.at("/reports/1/state")).isEqualTo("CONTRADICTORY");
        assertThat(chain.at("/reports/1/filed/0/contradictions/0/field")).isEqualTo("TEST_REPORT_DATE");
        assertThat(chain.json().at("/reports/1/filed/0/contradictions")).hasSize(1);
        assertThat(chain.json().at("/laboratories/0/known").asBoolean()).isTrue();
    }

    @Test
    void putsThePagesOfABatchTogetherAsProposedOrCorrected() throws IOException {
        Client maker = as("verkhnevolzhskiy-nasos");
        String second = sheet("Протокол испытаний № АР-5/26 от 05.05.2026", "лист 2 на 2 листах", "давление напор");
        maker.upload(
                Map.of(
                        "отчёт_2.txt", second.getBytes(UTF_8),
                        "отчёт_1.txt",
                                sheet(
                                                "ПРОТОКОЛ ИСПЫТАНИЙ\n№ АР-5/26 от 05.05.2026",
                                                "лист 1 на 2 листах",
                                                "насос подача")
                                        .getBytes(UTF_8),
                        "отчёт_2 копия.txt", (second + "\n ").getBytes(UTF_8),
                        "вместе.pdf", together("cert-bus-pa12.pdf", "decl-mcu-nm32.pdf")),
                "batch",
                "сорок");
        items(maker.get("/api/v1/documents/filed", "batch", "сорок"))
                .forEach(each -> awaitFinal(maker, each.at("/id").asString()));

        Answer proposal = maker.get(arrangement("сорок"));
        List<JsonNode> papers = list(proposal.json().at("/proposed"));
        assertThat(papers)
                .extracting(each -> each.at("/number").asString())
                .containsExactlyInAnyOrder("АР-5/26", "ЕАЭС RU С-RU.НА81.В.00455/25", "ЕАЭС N RU Д-BY.РА03.В.40218/25");
        assertThat(list(proposal.json().at("/duplicates"))).hasSize(1);
        JsonNode report = papers.stream()
                .filter(each -> each.at("/number").asString().equals("АР-5/26"))
                .findFirst()
                .orElseThrow();
        assertThat(report.at("/pages")).hasSize(2);
        assertThat(maker.get("/api/v1/documents/"
                                + report.at("/pages/0/document").asString())
                        .at("/fileName"))
                .isEqualTo("отчёт_1.txt");
        assertThat(proposal.json().at("/arranged").isNull()).isTrue();

        String goods = items(anyone().get("/api/v1/goods", "q", "насос ВН-50"))
                .get(0)
                .at("/registryNumber")
                .asString();
        Map<String, Object> corrected =
                Map.of("papers", List.of(Map.of("pages", report.at("/pages"), "goods", Set.of(goods))));
        assertThat(maker.put(arrangement("сорок"), corrected, Map.of()).status())
                .isEqualTo(200);
        assertThat(list(maker.get(arrangement("сорок")).json().at("/arranged/papers")))
                .hasSize(1);
        assertThat(maker.put(
                                arrangement("сорок"),
                                Map.of(
                                        "papers",
                                        List.of(
                                                Map.of("pages", report.at("/pages")),
                                                Map.of("pages", report.at("/pages")))),
                                Map.of())
                        .problem())
                .isEqualTo("invalid-field");
        assertThat(as("neman-mikro").get(arrangement("сорок")).problem()).isEqualTo("not-found");
    }

    /** The picture carries the number of a real declaration, with other days. Left out where no corpus is given. */
    @Test
    @EnabledIfSystemProperty(named = "corpus", matches = ".+")
    @DisabledIfSystemProperty(named = "skip.ocr", matches = "true")
    void catchesAMadeUpPictureThatCarriesTheNumberOfARealDeclaration() throws IOException {
        Client body = as("ru-cert-ural");
        String itself = body.get("/api/v1/attestations/" + attestation("ЕАЭС RU С-RU.ЖД99.В.00207/25"))
                .at("/body");
        String genuine = body.post(
                        "/api/v1/attestations",
                        Map.of(
                                "kind",
                                "EAEU_DECLARATION",
                                "number",
                                "ЕАЭС N RU Д-GB.РА10.В.63668/23",
                                "body",
                                itself,
                                "content",
                                Map.of(
                                        "validFrom",
                                        "2023-12-14",
                                        "validTo",
                                        "2028-12-13",
                                        "manufacturerName",
                                        "Clive Christian Perfume Ltd.")),
                        Map.of())
                .at("/id");
        Path picture = Path.of(System.getProperty("corpus"), "real/FAKE_eaeu-declaration_63668-23_ai-image.png");
        String id = read(body, "декларация.png", Files.readAllBytes(picture), "attestation", genuine);

        assertThat(body.get("/api/v1/documents/" + id + "/candidates").at("/attestations/0/id"))
                .isEqualTo(genuine);
        assertThat(line(body, id, "NUMBER").at("/outcome").asString()).isEqualTo("AGREES");
        assertThat(line(body, id, "VALID_TO").at("/outcome").asString()).isEqualTo("DIFFERS");
        assertThat(line(body, id, "VALID_TO").at("/certainty").asString()).isEqualTo("SURE");
        assertThat(line(body, id, "VALID_TO").at("/proofs/0/boxes")).isNotEmpty();
        assertThat(openFields(body, id)).contains("ISSUED", "VALID_TO");
        assertThat(items(body.get("/api/v1/documents", "q", "ЕАЭС N RU Д-GB.РА10.В.63668/23")))
                .extracting(hit -> hit.at("/document").asString())
                .contains(id);
    }

    @Test
    void comparesTheSignatureBesideADocumentWithIt() {
        Client maker = as("neman-mikro");
        byte[] letter = "Письмо о подтверждении соответствия".getBytes(UTF_8);
        String signed = read(maker, "письмо.txt", letter);
        read(maker, "письмо.txt.sig", SampleSigner.gost().sign(letter, /* attached= */ false));
        String changed = read(maker, "письмо2.txt", "Другое письмо".getBytes(UTF_8));
        read(maker, "письмо2.sig", SampleSigner.gost().sign("Не то письмо".getBytes(UTF_8), /* attached= */ false));

        Answer intact = maker.get("/api/v1/documents/" + signed + "/signatures");
        assertThat(intact.at("/detached/0/fileName")).isEqualTo("письмо.txt.sig");
        assertThat(intact.at("/detached/0/signatures/0/state")).isEqualTo("INTACT");
        assertThat(intact.at("/detached/0/signatures/0/algorithm")).contains("34.10-2012");
        assertThat(maker.get("/api/v1/documents/" + changed + "/signatures").at("/detached/0/signatures/0/state"))
                .isEqualTo("ALTERED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper", "signatures", "candidates", "comparison", "drafts", "chain"})
    void showsNoneOfItToOthers(String part) {
        Client maker = as("okskiy-stanok");
        String id = read(maker, "чужим.txt", "СЕРТИФИКАТ СООТВЕТСТВИЯ №1".getBytes(UTF_8), "kind", "CERTIFICATE");
        String call = "/api/v1/documents/" + id + "/" + part;
        assertThat(maker.get(call).status()).isEqualTo(200);
        assertThat(anyone().get(call).problem()).isEqualTo("authentication-required");
        assertThat(as("neman-mikro").get(call).problem()).isEqualTo("not-found");
        assertThat(maker.get("/api/v1/documents/00000000-0000-0000-0000-000000000000/" + part)
                        .problem())
                .isEqualTo("not-found");
    }

    private String read(Client client, String name, byte[] content, String... fields) {
        String id = client.upload(name, content, fields).at("/id");
        assertThat(awaitFinal(client, id).at("/status")).isEqualTo("INDEXED");
        return id;
    }

    private String attestation(String number) {
        return anyone().get("/api/v1/attestations", "number", number).at("/items/0/id");
    }

    private static JsonNode line(Client client, String document, String field) {
        return list(client.get("/api/v1/documents/" + document + "/comparison")
                        .json()
                        .at("/comparisons/0/lines"))
                .stream()
                .filter(each -> each.at("/field").asString().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> openFields(Client client, String document) {
        return items(client.get("/api/v1/mismatches", "size", "200")).stream()
                .filter(each -> each.at("/document").asString().equals(document))
                .map(each -> each.at("/field").asString())
                .toList();
    }

    private static List<String> history(Client client, String number) {
        return items(client.get("/api/v1/goods/" + number + "/history")).stream()
                .map(each -> each.at("/event").asString())
                .toList();
    }

    private static List<JsonNode> items(Answer answer) {
        assertThat(answer.status()).as(answer.at("/detail")).isEqualTo(200);
        return list(answer.json().at("/items"));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String arrangement(String batch) {
        return "/api/v1/documents/batches/" + java.net.URLEncoder.encode(batch, UTF_8) + "/arrangement";
    }

    private static Map<String, Object> description(String model) {
        return Map.of("names", Map.of("ru", "Станок"), "models", List.of(model), "hs", List.of("8458112009"));
    }

    private static String certificate(String number, String validity) {
        return """
                СЕРТИФИКАТ СООТВЕТСТВИЯ
                %s
                ИЗГОТОВИТЕЛЬ: ОАО «Свислочь-Холод Демо», УНП 199999016
                Код ТН ВЭД ЕАЭС: 8450111100
                Срок действия %s
                """.formatted(number, validity);
    }

    private static String sheet(String head, String mark, String words) {
        return head + "\n"
                + ("Измерено " + words + " по методике завода в присутствии комиссии; отклонений от нормы"
                        + " установлено не было, протокол измерений приложен; прибор поверен; условия нормальные\n")
                + mark;
    }

    private static byte[] together(String... names) throws IOException {
        try (PDDocument all = new PDDocument()) {
            for (String name : names) {
                try (PDDocument one = Loader.loadPDF(DEMO.resolve(name).toFile())) {
                    new PDFMergerUtility().appendDocument(all, one);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            all.save(out);
            return out.toByteArray();
        }
    }
}
