package org.sharedregistry.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** {@code docker/Dockerfile}, as far as it can be held against something without an engine that builds it. */
final class Dockerfile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern LAYER = Pattern.compile("--from=layers /build/(\\S+)/ \\./");

    private final List<Instruction> instructions;

    private Dockerfile(List<Instruction> instructions) {
        this.instructions = instructions;
    }

    static Dockerfile read() {
        try {
            String text = Files.readString(ComposeFile.FOLDER.resolve("Dockerfile"));
            return new Dockerfile(text.replaceAll("\\\\\n\\s*", "")
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .map(words -> new Instruction(words[0], words[1]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes after each instruction of a kind. */
    List<String> all(String instruction) {
        return instructions.stream()
                .filter(each -> each.name().equals(instruction))
                .map(Instruction::arguments)
                .toList();
    }

    String last(String instruction) {
        List<String> all = all(instruction);
        return all.get(all.size() - 1);
    }

    /** The command that an instruction in exec form runs. */
    static List<String> words(String execForm) {
        return Arrays.asList(JSON.readValue(execForm, String[].class));
    }

    /** The folders that the last stage takes from the one before, below its work folder. */
    List<String> layers() {
        return all("COPY").stream()
                .map(LAYER::matcher)
                .filter(Matcher::matches)
                .map(layer -> layer.group(1))
                .toList();
    }

    /** What the container finds in its environment before Compose adds to it. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        all("ENV").stream()
                .flatMap(each -> Stream.of(each.split(" ")))
                .map(each -> each.split("=", 2))
                .forEach(each -> environment.put(each[0], each[1]));
        return environment;
    }

    private record Instruction(String name, String arguments) {}
}
