package org.sharedregistry.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import tools.jackson.databind.JsonNode;

/** Filing many documents, following them, and filing newer ones in their place. */
class FilingIT extends RegistryHttpTest {

    private static final String DOCUMENTS = "/api/v1/documents";

    @Test
    void answersForEachOfSeveralFilesAndForTheBatchTheyMake() {
        Client maker = as("neman-mikro");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("первый.txt", "Протокол партии альфа".getBytes(UTF_8));
        files.put("пустой.txt", new byte[0]);
        files.put("второй.txt", "Протокол партии бета".getBytes(UTF_8));
        files.put("чужой.bin", new byte[] {1, 2, 3, 4});
        Client.Answer taken = maker.upload(files, "batch", "партия 1");

        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.header("Location")).startsWith(DOCUMENTS + "/batches/");
        assertThat(taken.json().at("/items")).hasSize(4);
        assertThat(item(taken, "пустой.txt").at("/problem/type").asString()).isEqualTo("/problems/empty-file");
        assertThat(item(taken, "первый.txt").at("/document/status").asString()).isEqualTo("RECEIVED");

        List<JsonNode> events = maker.events(taken.header("Location") + "/events");
        assertThat(events.get(events.size() - 1).at("/counts").toString())
                .isIn("{\"INDEXED\":2,\"FAILED\":1}", "{\"FAILED\":1,\"INDEXED\":2}");
        Client.Answer failed = maker.get(DOCUMENTS + "/filed", "batch", "партия 1", "status", "FAILED");
        assertThat(failed.json().at("/total/value").asInt()).isEqualTo(1);
        assertThat(failed.at("/items/0/fileName")).isEqualTo("чужой.bin");
        assertThat(failed.at("/items/0/failure/reason")).isEqualTo("UNSUPPORTED");
        assertThat(as("okskiy-stanok").get(taken.header("Location")).problem()).isEqualTo("not-found");
    }

    @Test
    void tellsHowFarADocumentHasGotUntilItHasGotToItsEnd() {
        Client maker = as("neman-mikro");
        String id = maker.upload("ход.txt", "Чтение от начала до конца".getBytes(UTF_8))
                .at("/id");
        List<JsonNode> events = maker.events(DOCUMENTS + "/" + id + "/events");
        assertThat(events.get(events.size() - 1).at("/status").asString()).isEqualTo("INDEXED");
    }

    @Test
    void listsWhatOneHasFiledToTheEndWhileMoreIsFiled() {
        Client body = as("by-cert-minsk");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(body.upload("список" + i + ".txt", ("Список " + i).getBytes(UTF_8), "batch", "список")
                    .at("/id"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Client.Answer part = cursor.isEmpty()
                    ? body.get(DOCUMENTS + "/filed", "batch", "список", "size", "2")
                    : body.get(DOCUMENTS + "/filed", "batch", "список", "size", "2", "cursor", cursor);
            part.json().at("/items").forEach(each -> seen.add(each.path("id").asString()));
            body.upload("ещё" + seen.size() + ".txt", ("Ещё " + seen.size()).getBytes(UTF_8), "batch", "список");
            cursor = part.at("/next");
        } while (!cursor.isEmpty());

        assertThat(seen).containsOnlyOnceElementsOf(ids).hasSameSizeAs(ids);
    }

    @Test
    void putsANewerDocumentInThePlaceOfAnOlderAndKeepsBothReadable() {
        Client maker = as("neman-mikro");
        String goods = maker.get("/api/v1/goods", "q", "микроконтроллер").at("/items/0/registryNumber");
        String older = maker.upload("v1.txt", "Протокол, первая редакция".getBytes(UTF_8), "goods", goods)
                .at("/id");
        Client.Answer newer = maker.upload("v2.txt", "Протокол, вторая редакция".getBytes(UTF_8), "supersedes", older);
        assertThat(newer.at("/supersedes")).isEqualTo(older);
        assertThat(maker.get(DOCUMENTS + "/" + older).at("/supersededBy")).isEqualTo(newer.at("/id"));
        assertThat(maker.get(DOCUMENTS + "/" + older + "/content").bytes())
                .isEqualTo("Протокол, первая редакция".getBytes(UTF_8));
        assertThat(maker.get("/api/v1/goods/" + goods).json().at("/documents").toString())
                .contains(older, newer.at("/id"));

        Client.Answer third = maker.upload("v3.txt", "Протокол, третья".getBytes(UTF_8), "supersedes", older);
        assertThat(third.problem()).isEqualTo("conflict");
        assertThat(third.at("/document")).isEqualTo(newer.at("/id"));
        assertThat(as("okskiy-stanok")
                        .upload("x.txt", "чужое место".getBytes(UTF_8), "supersedes", older)
                        .problem())
                .isEqualTo("not-found");
    }

    @Test
    void answersASecondOwnerOfTheSameBytesAsTheFirst() {
        byte[] bytes = "Содержание, известное двоим".getBytes(UTF_8);
        Client first = as("okskiy-stanok");
        Client.Answer one = first.upload("общий.txt", bytes);
        awaitFinal(first, one.at("/id"));
        Client.Answer other = as("neman-mikro").upload("общий.txt", bytes);

        assertThat(other.json().toString().replace(other.at("/id"), "*"))
                .isEqualTo(one.json().toString().replace(one.at("/id"), "*"));
        assertThat(awaitFinal(as("neman-mikro"), other.at("/id")).at("/status")).isEqualTo("INDEXED");
    }

    @Test
    void readsEverythingAnewWithoutLosingItFromSightMeanwhile() {
        Client maker = as("verkhnevolzhskiy-nasos");
        String id = maker.upload("заново.txt", "Перечитанное слово квазипериод".getBytes(UTF_8))
                .at("/id");
        awaitFinal(maker, id);
        Client operator = as("operator");

        for (String path : List.of("/api/v1/originals/rereading", "/api/v1/index/rebuilding")) {
            assertThat(operator.send("POST", path, "", Map.of()).status()).isEqualTo(202);
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                assertThat(maker.get(DOCUMENTS, "q", "квазипериод")
                                .json()
                                .at("/total/value")
                                .asInt())
                        .as("hits while %s", path)
                        .isEqualTo(1);
                return operator.get("/api/v1/originals").json().at("/waiting").isEmpty();
            });
        }
        assertThat(awaitFinal(maker, id).at("/status")).isEqualTo("INDEXED");
    }

    @Test
    void showsOperatorsWhatFailedAndLetsThemHaveItReadAgain() {
        Client maker = as("verkhnevolzhskiy-nasos");
        String id = maker.upload("битый.pdf", "не PDF вовсе".getBytes(UTF_8)).at("/id");
        awaitFinal(maker, id);
        String hash = maker.get(DOCUMENTS + "/" + id).at("/sha256");
        Client operator = as("operator");

        assertThat(operator.get("/api/v1/originals/failed", "reason", "DAMAGED", "size", "200")
                        .json()
                        .toString())
                .contains(hash)
                .doesNotContain("битый");
        assertThat(operator.send("POST", "/api/v1/originals/retries?reason=DAMAGED", "", Map.of())
                        .json()
                        .at("/queued")
                        .asInt())
                .isPositive();
        assertThat(awaitFinal(maker, id).at("/status")).isEqualTo("FAILED");
        assertThat(maker.get("/api/v1/originals").problem()).isEqualTo("forbidden");
        assertThat(anyone().get("/api/v1/originals/failed").problem()).isEqualTo("authentication-required");
    }

    private static JsonNode item(Client.Answer taken, String name) {
        for (JsonNode each : taken.json().at("/items")) {
            if (each.path("fileName").asString().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("Nothing is said of " + name);
    }
}
