package org.sharedregistry.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import tools.jackson.databind.JsonNode;

/** An entry of the demo that was recognised, suspended, resumed and objected to. */
class HistoryIT extends RegistryHttpTest {

    @ParameterizedTest
    @ValueSource(strings = {"ru", "be", "en"})
    void tellsALifeInSentences(String language) throws IOException {
        String told = history(anyone(), language)
                .valueStream()
                .map(HistoryIT::line)
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(told).isEqualToNormalizingNewlines(approved("history_" + language + ".txt"));
    }

    @Test
    void showsWhatIsUnderWayToThoseWhoTakePartAlone() {
        assertThat(history(as("authority-RU-1"), "en").valueStream())
                .anyMatch(line -> line.path("event").asString().equals("finding.sampled"))
                .anyMatch(line -> line.path("who").path("account").asString().equals("authority-BY-2"));
        assertThat(history(as("berezina-traktor"), "en").valueStream())
                .noneMatch(line -> line.path("event").asString().startsWith("finding."))
                .anyMatch(line -> line.path("event").asString().equals("goods.entered"));
        assertThat(history(anyone(), "en").valueStream())
                .noneMatch(line -> line.path("event").asString().startsWith("finding."))
                .noneMatch(line -> line.path("event").asString().equals("goods.entered"))
                .allMatch(line -> line.path("who").path("account").isMissingNode());
    }

    private JsonNode history(Client client, String language) {
        String number = client.get("/api/v1/goods", "q", "СП-6").at("/items/0/registryNumber");
        return client.get("/api/v1/goods/" + number + "/history", "lang", language)
                .json()
                .at("/items");
    }

    private static String line(JsonNode line) {
        String days = line.path("from").asString("…") + " – " + line.path("to").asString("…");
        String why = line.path("reason").asString("") + " / " + line.path("act").asString("");
        return String.join(" | ", line.path("text").asString(), days, why.equals(" / ") ? "" : why)
                .strip();
    }

    private static String approved(String file) throws IOException {
        try (var in = Objects.requireNonNull(HistoryIT.class.getResourceAsStream("/review/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
