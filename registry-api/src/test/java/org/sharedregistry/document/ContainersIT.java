package org.sharedregistry.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import tools.jackson.databind.JsonNode;

/** Archives and letters: what lies in them becomes documents of their own. */
class ContainersIT extends RegistryHttpTest {

    private static final String DOCUMENTS = "/api/v1/documents/";

    @Test
    void makesADocumentOfEachFileInAnArchiveHoweverItIsPacked() throws IOException {
        Client maker = as("neman-mikro");
        String goods = maker.get("/api/v1/goods", "q", "микроконтроллер").at("/items/0/registryNumber");
        byte[] inner = zip(Map.of("глубина/внутри.txt", "Словечко фоксбравоодин".getBytes(UTF_8)));
        Map<String, byte[]> outer = new LinkedHashMap<>();
        outer.put("отчёты/протокол.txt", "Словечко фоксбраводва".getBytes(UTF_8));
        outer.put("вложение.zip", inner);
        outer.put("../../злой.txt", "Словечко фоксбраво3".getBytes(UTF_8));
        Client.Answer filed =
                maker.upload(Map.of("всё.zip", zip(outer)), "kind", "TEST_REPORT", "goods", goods, "batch", "archive");
        JsonNode end = last(maker.events(DOCUMENTS + "batches/archive/events"));

        assertThat(end.at("/counts/INDEXED").asInt()).isEqualTo(5);
        JsonNode members =
                maker.get(DOCUMENTS + filed.at("/id") + "/members").json().at("/items");
        assertThat(members)
                .extracting(each -> each.path("fileName").asString())
                .containsExactly("протокол.txt", "вложение.zip", "злой.txt");
        assertThat(members).allSatisfy(each -> {
            assertThat(each.at("/containers/0").asString()).isEqualTo(filed.at("/id"));
            assertThat(each.at("/kind").asString()).isEqualTo("TEST_REPORT");
            assertThat(each.at("/visibility").asString()).isEqualTo("RESTRICTED");
        });
        assertThat(maker.get("/api/v1/goods/" + goods).json().at("/documents").toString())
                .contains("внутри.txt", "протокол.txt");
        for (String word : List.of("фоксбравоодин", "фоксбраводва")) {
            assertThat(hits(maker, word)).as(word).isEqualTo(1);
            assertThat(hits(anyone(), word)).as(word).isZero();
        }
    }

    @Test
    void givesASecondOwnerOfAnArchiveDocumentsOfTheirOwn() throws IOException {
        byte[] archive = zip(Map.of(
                "a.txt", "Общее слово кислодвор".getBytes(UTF_8),
                "b.zip", zip(Map.of("c.txt", "Общее слово кислосад".getBytes(UTF_8)))));
        Client first = as("okskiy-stanok");
        first.upload(Map.of("x.zip", archive), "batch", "one");
        last(first.events(DOCUMENTS + "batches/one/events"));
        Client second = as("prikamskiy-avtobus");
        second.upload(Map.of("y.zip", archive), "batch", "two");

        assertThat(last(second.events(DOCUMENTS + "batches/two/events"))
                        .at("/counts/INDEXED")
                        .asInt())
                .isEqualTo(4);
        assertThat(hits(second, "кислосад")).isEqualTo(1);
        assertThat(hits(first, "кислосад")).isEqualTo(1);
    }

    @Test
    void unpacksNoDeeperThanItMayAndSaysSo() throws IOException {
        byte[] packed = "Дно колодца".getBytes(UTF_8);
        for (int depth = 0; depth < 8; depth++) {
            packed = zip(Map.of("уровень" + depth + (depth == 0 ? ".txt" : ".zip"), packed));
        }
        Client maker = as("verkhnevolzhskiy-nasos");
        maker.upload(Map.of("матрёшка.zip", packed), "batch", "deep");
        last(maker.events(DOCUMENTS + "batches/deep/events"));

        JsonNode items =
                maker.get("/api/v1/documents/filed", "batch", "deep").json().at("/items");
        assertThat(items).hasSize(5);
        assertThat(items.get(0).at("/metadata/members").asString()).contains("4 deep");
    }

    @Test
    void readsALetterAndWhatIsAttachedToIt() {
        byte[] letter = """
                From: lab@example.org
                To: maker@example.org
                Subject: =?UTF-8?B?0J/RgNC+0YLQvtC60L7Quw==?=
                Date: Mon, 2 Nov 2026 10:00:00 +0300
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain; charset=utf-8

                Letter body mentions sevruga.
                --b
                Content-Type: text/plain; charset=utf-8; name="annex.txt"
                Content-Disposition: attachment; filename="annex.txt"

                Annex mentions beluga.
                --b--
                """.replace("\n", "\r\n").getBytes(UTF_8);
        Client maker = as("neman-mikro");
        String id = maker.upload(Map.of("письмо.eml", letter), "batch", "mail").at("/id");
        last(maker.events(DOCUMENTS + "batches/mail/events"));

        assertThat(maker.get(DOCUMENTS + id + "/pages/1").at("/text")).contains("Протокол", "sevruga");
        assertThat(maker.get(DOCUMENTS + id + "/members").at("/items/0/fileName"))
                .isEqualTo("annex.txt");
        assertThat(hits(maker, "beluga")).isEqualTo(1);
    }

    private static int hits(Client client, String words) {
        return client.get("/api/v1/documents", "q", words)
                .json()
                .at("/total/value")
                .asInt();
    }

    private static JsonNode last(List<JsonNode> events) {
        return events.get(events.size() - 1);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
