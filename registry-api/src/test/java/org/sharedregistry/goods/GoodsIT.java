package org.sharedregistry.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;

class GoodsIT extends RegistryHttpTest {

    private static final Map<String, Object> SOME_GOODS = Map.of(
            "regime",
            "union-state",
            "description",
            Map.of("names", Map.of("ru", "Насос НД-1"), "hs", List.of("8413703000")));

    @Test
    void changesADraftOnlyForWhoHasSeenItsNewestState() {
        Client maker = as("neman-mikro");
        Client.Answer draft = maker.post("/api/v1/goods", SOME_GOODS, Map.of());
        String address = draft.header("Location");
        Map<String, Object> description = Map.of("names", Map.of("ru", "Насос НД-1М"));

        assertThat(maker.put(address, description, Map.of()).problem()).isEqualTo("precondition-required");
        Client.Answer changed = maker.put(address, description, Map.of("If-Match", draft.header("ETag")));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(maker.put(address, description, Map.of("If-Match", draft.header("ETag")))
                        .problem())
                .isEqualTo("precondition-failed");
        assertThat(as("okskiy-stanok")
                        .put(address, description, Map.of("If-Match", changed.header("ETag")))
                        .problem())
                .isEqualTo("not-found");
        assertThat(maker.get(address).at("/description/names/ru")).isEqualTo("Насос НД-1М");
    }

    @Test
    void answersARepeatedRequestAsBeforeAndRefusesAnotherUnderItsKey() {
        Client maker = as("neman-mikro");
        Map<String, String> key = Map.of("Idempotency-Key", "order-1");
        Client.Answer first = maker.post("/api/v1/goods", SOME_GOODS, key);
        Client.Answer again = maker.post("/api/v1/goods", SOME_GOODS, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        Client.Answer other = maker.post(
                "/api/v1/goods",
                Map.of("regime", "union-state", "description", Map.of("names", Map.of("ru", "Другое"))),
                key);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void findsGoodsByWordsCodesAndNumbers() {
        for (String query : List.of(
                "токарного станка",
                "токарн*",
                "lathes",
                "ОС-250Н",
                "OC250H",
                "8458112009",
                "ЕАЭС RU С-RU.ЖД99.В.00207/25")) {
            Client.Answer found = anyone().get("/api/v1/goods", "q", query);
            assertThat(found.at("/items/0/names/ru")).as(query).isEqualTo("Станок токарный с ЧПУ ОС-250");
        }
        assertThat(total("q", "\"реле контроля напряжения\""))
                .as("drafts are not found")
                .isZero();
    }

    @Test
    void filtersByStateCodeSectorAndRecognitionOnADay() {
        assertThat(total("state", "RU")).isGreaterThanOrEqualTo(10);
        assertThat(total("hs", "87")).isGreaterThanOrEqualTo(3);
        assertThat(total("sector", "tractors", "state", "RU")).isZero();
        assertThat(total("q", "грузовой", "recognizedIn", "BY", "on", "2026-10-11"))
                .isEqualTo(1);
        assertThat(total("q", "грузовой", "recognizedIn", "BY", "on", "2026-10-12"))
                .isZero();
    }

    @Test
    void walksThroughAListToItsEndWithoutRepeating() {
        List<String> numbers = new ArrayList<>();
        String cursor = null;
        do {
            Client.Answer part = cursor == null
                    ? anyone().get("/api/v1/goods", "sort", "number", "size", "7")
                    : anyone().get("/api/v1/goods", "sort", "number", "size", "7", "cursor", cursor);
            assertThat(part.status()).isEqualTo(200);
            part.json()
                    .at("/items")
                    .forEach(item -> numbers.add(item.path("registryNumber").asString()));
            cursor = part.json().at("/next").isNull() ? null : part.at("/next");
        } while (cursor != null);
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(29).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "size, 0",
        "size, 201",
        "size, many",
        "sort, price",
        "state, Belarus",
        "recognizedIn, ru",
        "cursor, AAAA",
        "cursor, ☃",
        "on, 2026-13-01",
        "status, SUSPENDED",
        "destination, RU",
        "validOn, soon",
        "facets, colour",
        "size, 1000000000"
    })
    void refusesABadFilter(String parameter, String value) {
        Client.Answer answer = anyone().get("/api/v1/goods", parameter, value);
        assertThat(answer.problem()).isEqualTo("invalid-parameter");
        assertThat(answer.at("/parameter")).isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | malformed-body | ",
                "'' | malformed-body | ",
                "{\"regime\":\"union-state\",\"nonsense\":1} | invalid-field | /nonsense",
                "{\"regime\":\"atlantis\",\"description\":{\"names\":{\"ru\":\"x\"}}} | invalid-field | /regime",
                "{\"regime\":\"union-state\",\"description\":{\"names\":{}}} | invalid-field | /names",
                "{\"regime\":\"union-state\",\"description\":{\"names\":{\"ru\":\"x\"},\"hs\":[\"84 18\"]}} | invalid-field | /hs",
                "{\"regime\":\"union-state\",\"description\":{\"names\":5}} | invalid-field | /description/names",
            })
    void refusesABadBodyAndSaysWhere(String body, String problem, String pointer) {
        Client.Answer answer = as("neman-mikro").send("POST", "/api/v1/goods", body, Map.of());
        assertThat(answer.problem()).isEqualTo(problem);
        if (pointer != null) {
            assertThat(answer.at("/pointer")).isEqualTo(pointer);
        }
    }

    private int total(String... parameters) {
        return anyone().get("/api/v1/goods", parameters)
                .json()
                .at("/total/value")
                .asInt();
    }
}
