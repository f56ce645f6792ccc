package org.sharedregistry.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sharedregistry.KnownSettings;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComposeFileTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ComposeFile compose = ComposeFile.read();

    @Test
    void keepsToTheComposeSpecification() throws IOException {
        String text = new ClassPathResource("compose-spec.json", getClass()).getContentAsString(UTF_8);
        // Names that its parts have besides those by which it refers to them, and which no draft since the fourth has.
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(text.replaceAll("\"id\": \"[^\"]*\",", ""), InputFormat.JSON);
        assertThat(schema.validate(compose.with(secrets()).content())).isEmpty();
        assertThat(schema.validate(JSON.readTree("{\"services\": {\"a\": {\"imagine\": \"b\"}}}")))
                .isNotEmpty();
    }

    @Test
    void namesEveryImageByItsFullVersion() {
        assertThat(compose.services().values())
                .extracting(service -> service.path("image").asString())
                .allMatch(image -> image.matches("[a-z0-9./-]+:\\d+\\.\\d+(\\.\\d+)?(-[a-z]+)?"), "is pinned");
    }

    @Test
    void asksEveryServiceThatStaysForItsHealthAndWaitsForIt() {
        compose.services().forEach((name, service) -> {
            boolean stays = service.path("restart").asString("").equals("unless-stopped");
            assertThat(service.has("healthcheck")).as(name).isEqualTo(stays);
            service.path("depends_on")
                    .properties()
                    .forEach(other -> assertThat(
                                    other.getValue().path("condition").asString())
                            .as(name + " on " + other.getKey())
                            .isEqualTo(
                                    compose.service(other.getKey()).has("healthcheck")
                                            ? "service_healthy"
                                            : "service_completed_successfully"));
        });
    }

    @Test
    void givesNoServiceMoreRightsOrMoreOfTheMachineThanItNeeds() {
        compose.services().forEach((name, service) -> {
            assertThat(service.path("cap_drop"))
                    .as(name)
                    .extracting(JsonNode::asString)
                    .containsExactly("ALL");
            assertThat(service.path("security_opt"))
                    .as(name)
                    .extracting(JsonNode::asString)
                    .containsExactly("no-new-privileges:true");
            assertThat(service.properties())
                    .as(name)
                    .extracting(Map.Entry::getKey)
                    .contains("mem_limit", "cpus", "pids_limit")
                    .doesNotContain("privileged", "cap_add", "network_mode", "pid");
        });
    }

    @Test
    void letsNothingButTheRegistryBeReachedFromOutside() {
        assertThat(compose.content().at("/networks/inside/internal").asBoolean())
                .isTrue();
        compose.services().forEach((name, service) -> {
            boolean isRegistry = name.equals("registry");
            assertThat(service.has("ports")).as(name).isEqualTo(isRegistry);
            assertThat(service.path("networks"))
                    .as(name)
                    .extracting(JsonNode::asString)
                    .containsExactlyElementsOf(isRegistry ? List.of("outside", "inside") : List.of("inside"));
        });
        assertThat(compose.with(secrets()).service("registry").at("/ports/0").asString())
                .isEqualTo("127.0.0.1:8080:8080");
    }

    @Test
    void namesOnlySettingsThatSomethingReads() {
        Set<String> known = Stream.concat(KnownSettings.ofTheRegistry().stream(), KnownSettings.ofSpring().stream())
                .map(name -> name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT))
                .collect(toSet());
        // Which engine is asked before there are beans.
        known.add("REGISTRY_SEARCH_ENGINE");

        assertThat(compose.environment("registry").keySet())
                .contains("REGISTRY_S3_ACCESSKEY")
                .filteredOn(name -> !known.contains(name))
                .isEmpty();
        assertThat(known).contains("REGISTRY_HOME", "SERVER_ADDRESS").doesNotContain("REGISTRY_S3_ACCESS_KEY");
        assertThat(Dockerfile.read().environment()).containsOnlyKeys("LANG", "REGISTRY_HOME", "SERVER_ADDRESS");
    }

    @Test
    void takesEverySecretFromTheEnvironmentAndStartsWithNoneOfThemMissing() throws IOException {
        Set<String> secret = Set.of("POSTGRES_PASSWORD", "ELASTIC_PASSWORD", "S3_ACCESS_KEY", "S3_SECRET_KEY");
        assertThat(compose.required()).isEqualTo(secret);
        compose.services()
                .keySet()
                .forEach(service -> compose.environment(service).entrySet().stream()
                        .filter(each -> each.getKey().matches(".*(PASSWORD|KEY)"))
                        .forEach(each -> assertThat(each.getValue()).as(service).matches("\\$\\{\\w+:\\?[^}]+}")));
        for (String name : secret) {
            Map<String, String> others = new HashMap<>(secrets());
            others.remove(name);
            assertThatThrownBy(() -> compose.with(others)).hasMessageContaining(name);
        }
        assertThat(Files.readAllLines(ComposeFile.FOLDER.resolve(".env.example")).stream()
                        .filter(line -> line.endsWith("="))
                        .map(line -> line.substring(0, line.length() - 1))
                        .collect(toSet()))
                .isEqualTo(secret);
    }

    private Map<String, String> secrets() {
        Map<String, String> secrets = new HashMap<>();
        compose.required().forEach(name -> secrets.put(name, "a secret"));
        return secrets;
    }
}
