package org.sharedregistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.language.TextLanguage;

/** Real and hostile documents, where a folder of them is at hand: -Dcorpus=<folder>. None of them is in this repository. */
@EnabledIfSystemProperty(named = "corpus", matches = ".+")
class CorpusIT extends RegistryHttpTest {

    private static final Path APPROVED = Path.of("src/test/resources/org/sharedregistry/corpus.csv");
    private static final Path CORPUS = Path.of(System.getProperty("corpus", "."));

    @Test
    void bringsEveryDocumentToAFinalStateAndFindsWhatTheRealOnesSay() throws IOException {
        Client maker = as("svisloch-kholod");
        Map<String, String> ids = new TreeMap<>();
        for (Path file : files()) {
            Client.Answer filed =
                    maker.upload(file.getFileName().toString(), Files.readAllBytes(file), "kind", "OTHER");
            assertThat(filed.status()).as(file.toString()).isEqualTo(202);
            ids.put(file.getFileName().toString(), filed.at("/id"));
        }
        Map<String, Client.Answer> read = new TreeMap<>();
        ids.forEach((name, id) -> read.put(name, awaitFinal(maker, id)));

        awaitQuiet();
        ids.forEach((name, id) -> read.put(name, awaitFinal(maker, id)));

        assertThat(read.values())
                .allSatisfy(answer -> assertThat(answer.at("/failure/reason"))
                        .isIn("", "ENCRYPTED", "DAMAGED", "UNSUPPORTED", "EMPTY", "TOO_LARGE"));
        assertState(read, "PasswordSample-128bit.pdf", "FAILED", "ENCRYPTED");
        assertState(read, "testWORD_truncated.docx", "FAILED", "DAMAGED");
        assertState(read, "droste.zip", "INDEXED", "");
        assertState(read, "qpdf_bad1.pdf", "FAILED", "DAMAGED");
        assertPages(read, "testPDF_bad_page_303226.pdf", 19);
        assertPages(read, "testPDF_protected.pdf", 41);
        assertPages(read, "test-report_oil_motor_textlayer.pdf", 4);
        assertPages(read, "proant_onboard_smd_2400_datasheet.pdf", 5);
        assertPages(read, "Сертификат соответствия.pdf", 2);

        // On a page with a text layer.
        assertFound(maker, ids, "test-report_oil_motor_textlayer.pdf", "ИЛ15-76195", 1);
        assertFound(maker, ids, "Oratek-RoHS_Declaration_of_Conformity.pdf", "2011/65/EU", 1);
        // On scans: commodity codes and the ends of numbers are what plain recognition gets right.
        assertFound(maker, ids, "eaeu-declaration_63668-23_scan.jpg", "3303001000", 1);
        assertFound(maker, ids, "eaeu-declaration_90479-24_scan.jpg", "3303009000", 1);
        // In other encodings and formats.
        assertThat(maker.get("/api/v1/documents/" + ids.get("russian.cp866.txt") + "/pages/1")
                        .at("/text"))
                .containsPattern("[а-я]{4}");
        assertApproved(maker, read);
    }

    /** A line a file: its final state, pages, the languages of its pages, and how many numbers of which kind it names. */
    private static void assertApproved(Client maker, Map<String, Client.Answer> read) throws IOException {
        List<String> lines = new ArrayList<>(List.of("file;status;reason;pages;languages;identifiers"));
        for (Map.Entry<String, Client.Answer> each : read.entrySet()) {
            Client.Answer document = each.getValue();
            Map<String, Integer> languages = new TreeMap<>();
            Map<String, Integer> identifiers = new TreeMap<>();
            for (int page = 1; page <= document.json().at("/pages").asInt(0); page++) {
                String text = maker.get("/api/v1/documents/" + document.at("/id") + "/pages/" + page)
                        .at("/text");
                TextLanguage.of(text).ifPresent(language -> languages.merge(language.tag(), 1, Integer::sum));
                Identifiers.find(text)
                        .forEach(mention ->
                                identifiers.merge(mention.reading().kind().name(), 1, Integer::sum));
            }
            lines.add(String.join(
                    ";",
                    each.getKey(),
                    document.at("/status"),
                    document.at("/failure/reason"),
                    document.at("/pages"),
                    languages.toString(),
                    identifiers.toString()));
        }
        if (Boolean.getBoolean("approve")) {
            Files.write(APPROVED, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(APPROVED));
    }

    /** Nothing that is still being done in the background may change what is looked at. */
    private void awaitQuiet() {
        Client operator = as("operator");
        await().atMost(Duration.ofMinutes(3))
                .until(() ->
                        operator.get("/api/v1/originals").json().at("/waiting").isEmpty());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> real = Files.list(CORPUS.resolve("real"));
                Stream<Path> odd = Files.list(CORPUS.resolve("odd"))) {
            return Stream.concat(real, odd).sorted().toList();
        }
    }

    private static void assertState(Map<String, Client.Answer> read, String name, String status, String reason) {
        Client.Answer answer = read.get(name);
        assertThat(answer).as(name).isNotNull();
        assertThat(answer.at("/status")).as(name).isEqualTo(status);
        assertThat(answer.at("/failure/reason")).as(name).isEqualTo(reason);
    }

    private static void assertPages(Map<String, Client.Answer> read, String name, int pages) {
        Client.Answer answer = read.get(name);
        assertThat(answer).as(name).isNotNull();
        assertThat(answer.at("/status")).as(name).isEqualTo("INDEXED");
        assertThat(answer.json().at("/pages").asInt()).as(name).isEqualTo(pages);
    }

    private static void assertFound(Client client, Map<String, String> ids, String name, String words, int page) {
        Client.Answer hits = client.get("/api/v1/documents", "q", words, "size", "200");
        assertThat(hits.json().at("/items")).as("%s in %s", words, name).anySatisfy(item -> {
            assertThat(item.path("document").asString()).isEqualTo(ids.get(name));
            assertThat(item.path("pages").get(0).path("page").asInt()).isEqualTo(page);
        });
    }
}
