package org.sharedregistry.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Accounts.Credentials;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.goods.Manufacturers;
import org.springframework.beans.factory.annotation.Autowired;

class RegimesIT extends RegistryHttpTest {

    private static final Caller OPERATOR = new Caller("operator", Role.OPERATOR, null, null);

    @Autowired
    private Accounts accounts;

    @Autowired
    private Manufacturers manufacturers;

    @Test
    void namesLineAndRuleOfAFileThatFailsItsSchema() throws IOException {
        String shipped = shipped("union-state-2.json");
        String wrong = shipped.replaceFirst("\"mode\": \"BY_LAW\"", "\"mode\": \"BY_MAGIC\"");
        Client.Answer refused = record("union-state", wrong);
        assertThat(refused.problem()).isEqualTo("regime-refused");
        int line = shipped.substring(0, shipped.indexOf("\"mode\"")).split("\n", -1).length;
        assertThat(refused.json().at("/errors/0/line").asInt()).isEqualTo(line);
        assertThat(refused.at("/errors/0/rule")).isEqualTo("enum");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/parties/0/mode");
        assertThat(record("union-state", "{\n  \"regime\": ").at("/errors/0/rule"))
                .isEqualTo("json");
        assertThat(anyone().get("/api/v1/regimes/union-state").at("/current/version"))
                .isEqualTo("2");
    }

    @Test
    void takesVersionsInALineWithoutForksCirclesOrOverlaps() throws IOException {
        String second = shipped("union-state-2.json");
        assertThat(record("union-state", second).at("/errors/0/rule")).isEqualTo("sequence");
        String third = second.replaceFirst("\"version\": 2", "\"version\": 3");
        assertThat(record("union-state", third).at("/errors/0/rule")).isEqualTo("follows");
        String circle = third.replaceFirst("\"follows\": 1", "\"follows\": 3");
        assertThat(record("union-state", circle).at("/errors/0/rule")).isEqualTo("follows");
        String overlap = third.replaceFirst("\"follows\": 1", "\"follows\": 2");
        assertThat(record("union-state", overlap).at("/errors/0/rule")).isEqualTo("overlap");
        assertThat(as("authority-BY-1")
                        .send("POST", "/api/v1/regimes/union-state/versions", third, Map.of())
                        .problem())
                .isEqualTo("forbidden");
    }

    @Test
    void judgesByAnotherRegimeWithoutARelease() throws IOException {
        assertThat(record("eastern-compact", other("eastern-compact-1.json")).status())
                .isEqualTo(201);
        UUID maker = manufacturers.enter(OPERATOR, "KZ", "990140000017", Map.of("en", "Steppe Pumps Demo"), "Almaty");
        Client client = client(accounts.create("steppe-pumps", Role.MANUFACTURER, "KZ", maker));
        Client.Answer draft = client.post(
                "/api/v1/goods",
                Map.of(
                        "regime",
                        "eastern-compact",
                        "description",
                        Map.of("names", Map.of("en", "A pump"), "hs", List.of("8413703500"))),
                Map.of());
        String number = client.post(draft.header("Location") + "/submission", Map.of(), Map.of())
                .at("/registryNumber");
        assertThat(number).startsWith("eastern-compact-KZ-");

        Client.Answer first = verify(number, "AM");
        assertThat(first.at("/rules")).isEqualTo("eastern-compact@1");
        assertThat(first.at("/verdict")).isEqualTo("NOT_RECOGNIZED");
        assertThat(verify(number, "RU").at("/verdict")).isEqualTo("NOT_APPLICABLE");

        assertThat(record("eastern-compact", other("eastern-compact-2.json")).status())
                .isEqualTo(201);
        Client.Answer again = anyone().get(
                        "/api/v1/verifications",
                        "number",
                        number,
                        "destination",
                        "AM",
                        "knownAt",
                        first.at("/dataAsOf"));
        assertThat(again.json()).isEqualTo(first.json());
        Client.Answer byTheOld = anyone().get(
                        "/api/v1/verifications",
                        "number",
                        number,
                        "destination",
                        "AM",
                        "on",
                        "2099-01-01",
                        "rules",
                        "eastern-compact@1");
        assertThat(byTheOld.at("/rules")).isEqualTo("eastern-compact@1");
        assertThat(anyone().get("/api/v1/verifications", "number", number, "destination", "AM", "on", "2099-01-01")
                        .at("/rules"))
                .isEqualTo("eastern-compact@2");
    }

    @Test
    void hintsAtTheCodesOfOtherClassifiers() {
        assertThat(anyone().get("/api/v1/crosswalk", "hs", "8418102001").at("/items/0/okpd2"))
                .isEqualTo("27.51.11");
        assertThat(anyone().get("/api/v1/crosswalk", "okpd2", "28.41").json().at("/items"))
                .hasSizeGreaterThan(3);
        assertThat(anyone().get("/api/v1/crosswalk", "hs", "8418102001", "on", "2021-12-31")
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(anyone().get("/api/v1/crosswalk", "hs", "8418", "okrb", "27").problem())
                .isEqualTo("invalid-parameter");
    }

    private Client client(Credentials credentials) {
        return new Client(base(), credentials.apiKey());
    }

    private Client.Answer verify(String number, String destination) {
        return anyone().get("/api/v1/verifications", "number", number, "destination", destination);
    }

    private Client.Answer record(String regime, String file) {
        return as("operator").send("POST", "/api/v1/regimes/" + regime + "/versions", file, Map.of());
    }

    private static String shipped(String file) throws IOException {
        return read("/regimes/" + file);
    }

    /** A regime between other states, that nothing in the product knows of. */
    private static String other(String file) throws IOException {
        return read("/other-regimes/" + file);
    }

    private static String read(String file) throws IOException {
        try (var in = Objects.requireNonNull(RegimesIT.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
