package org.sharedregistry.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedregistry.RegistryHttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A search for what has a verdict on a day finds what has it when it is verified, over the whole demo. */
class SearchAndVerdictsIT extends RegistryHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({
        "1999-12-31",
        "2024-06-01",
        "2025-03-01",
        "2025-12-31",
        "2026-01-01",
        "2026-07-15",
        "2026-10-11",
        "2026-10-12",
        "2026-11-23",
        "2031-01-01"
    })
    void searchNeverContradictsTheVerdict(String day) {
        for (String state : List.of("BY", "RU")) {
            Map<String, Set<String>> verified = verified(state, day);

            assertThat(verified).isNotEmpty();
            assertThat(searched(state, day, verified.keySet())).as(state).isEqualTo(verified);
            assertThat(numbers("recognizedIn", state, "on", day))
                    .as(state)
                    .isEqualTo(verified.getOrDefault("RECOGNIZED", Set.of()));
        }
    }

    private Map<String, Set<String>> searched(String state, String day, Set<String> verdicts) {
        return verdicts.stream()
                .collect(Collectors.toMap(
                        verdict -> verdict,
                        verdict -> numbers("status", verdict, "destination", state, "on", day),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** The numbers of all entries, by the verdict on them. */
    private Map<String, Set<String>> verified(String state, String day) {
        String lines = numbers().stream()
                .map(number -> JSON.writeValueAsString(Map.of("number", number)) + "\n")
                .collect(Collectors.joining());
        Map<String, Set<String>> verified = new TreeMap<>();
        new String(
                        as("officer-RU")
                                .batch(
                                        "?destination=" + state + "&on=" + day,
                                        "application/x-ndjson",
                                        lines.getBytes(UTF_8),
                                        "application/x-ndjson")
                                .bytes(),
                        UTF_8)
                .lines()
                .map(JSON::readTree)
                .filter(line -> line.has("number"))
                .forEach(line -> verified.computeIfAbsent(
                                line.at("/answer/verdict").asString(), each -> new TreeSet<>())
                        .add(line.at("/number").asString()));
        return verified;
    }

    private Set<String> numbers(String... filters) {
        List<String> parameters = new ArrayList<>(List.of(filters));
        parameters.addAll(List.of("state", "BY,RU", "size", "200"));
        JsonNode found =
                anyone().get("/api/v1/goods", parameters.toArray(String[]::new)).json();
        assertThat(found.at("/next").isNull()).isTrue();
        Set<String> numbers = new TreeSet<>();
        found.at("/items")
                .forEach(item -> numbers.add(item.at("/registryNumber").asString()));
        return numbers;
    }
}
