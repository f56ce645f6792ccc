package org.sharedregistry.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sharedregistry.recognition.TableCase.Expected;
import org.sharedregistry.recognition.TableCase.Line;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The table of cases, read node by node so that a line that is wrong can be named. */
record CaseTable(List<Line> story, List<TableCase> cases) {

    static CaseTable read() {
        try (InputStream file = Objects.requireNonNull(CaseTable.class.getResourceAsStream("/recognition/cases.yaml"));
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Fields table = Fields.of(new Yaml().compose(text));
            List<TableCase> cases =
                    table.items("cases").stream().map(CaseTable::readCase).toList();
            return new CaseTable(table.lines("story"), cases);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static TableCase readCase(Node node) {
        Fields fields = Fields.of(node);
        return new TableCase(
                fields.line("case"),
                fields.lines("given"),
                fields.line("asked"),
                Verdict.valueOf(fields.line("then").text()),
                fields.lines("because").stream().map(Expected::of).toList(),
                fields.lines("not because").stream().map(Expected::of).toList());
    }

    /** What stands under each name of a mapping. */
    private record Fields(Map<String, Node> byName) {

        private static final Set<String> NAMES =
                Set.of("story", "cases", "case", "given", "asked", "then", "because", "not because");

        static Fields of(Node mapping) {
            Map<String, Node> fields = new HashMap<>();
            for (NodeTuple tuple : ((MappingNode) mapping).getValue()) {
                Line name = toLine(tuple.getKeyNode());
                if (!NAMES.contains(name.text()) || fields.put(name.text(), tuple.getValueNode()) != null) {
                    throw name.failure("unknown or said twice", null);
                }
            }
            return new Fields(fields);
        }

        Line line(String name) {
            return toLine(Objects.requireNonNull(byName.get(name), name));
        }

        List<Line> lines(String name) {
            return items(name).stream().map(Fields::toLine).toList();
        }

        List<Node> items(String name) {
            Node list = byName.get(name);
            return list == null ? List.of() : ((SequenceNode) list).getValue();
        }

        private static Line toLine(Node node) {
            return new Line(node.getStartMark().getLine() + 1, ((ScalarNode) node).getValue());
        }
    }
}
