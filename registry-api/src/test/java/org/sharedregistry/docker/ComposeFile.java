package org.sharedregistry.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docker/compose.yaml}. */
final class ComposeFile {

    static final Path FOLDER = Path.of("../docker");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** {@code ${NAME:?message}} and {@code ${NAME:-default}}, the forms that are used; and the sign for itself. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):([?-])([^}]*)}|\\$\\$");

    private final String text;

    private ComposeFile(String text) {
        this.text = text;
    }

    static ComposeFile read() {
        try {
            return new ComposeFile(Files.readString(FOLDER.resolve("compose.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Compose sees it where the environment has these variables. */
    ComposeFile with(Map<String, String> variables) {
        return new ComposeFile(
                VARIABLE.matcher(text).replaceAll(variable -> Matcher.quoteReplacement(value(variable, variables))));
    }

    /** With other addresses of services. */
    ComposeFile at(Map<String, String> addresses) {
        String moved = text;
        for (Map.Entry<String, String> address : addresses.entrySet()) {
            if (!moved.contains(address.getKey())) {
                throw new IllegalArgumentException(address.getKey());
            }
            moved = moved.replace(address.getKey(), address.getValue());
        }
        return new ComposeFile(moved);
    }

    /** The variables without which Compose refuses to start. */
    Set<String> required() {
        return VARIABLE.matcher(text)
                .results()
                .filter(ComposeFile::isRequired)
                .map(variable -> variable.group(1))
                .collect(Collectors.toSet());
    }

    JsonNode content() {
        return JSON.valueToTree(new Yaml().load(text));
    }

    Map<String, JsonNode> services() {
        return content().path("services").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    JsonNode service(String name) {
        return content().path("services").path(name);
    }

    /** What a service finds in its environment. */
    Map<String, String> environment(String service) {
        return service(service).path("environment").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().asString()));
    }

    private static String value(MatchResult variable, Map<String, String> variables) {
        if (variable.group(1) == null) {
            return "$";
        }
        String value = variables.getOrDefault(variable.group(1), "");
        if (value.isEmpty() && isRequired(variable)) {
            throw new IllegalArgumentException(variable.group());
        }
        return value.isEmpty() ? variable.group(3) : value;
    }

    private static boolean isRequired(MatchResult variable) {
        return "?".equals(variable.group(2));
    }
}
