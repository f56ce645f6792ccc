package org.sharedregistry.scans;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sharedregistry.identifier.Folding;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.OrganisationName;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.paper.Particular;

/**
 * What was read on a document, compared with what stands there.
 *
 * @param values all that stand there in the fields that are known
 * @param shown all that was read in these fields, the surest of each value
 */
record Judgement(String document, String group, List<Value> values, List<Shown> shown) {

    private static final Set<Field> NAMES = EnumSet.of(Field.MANUFACTURER, Field.APPLICANT, Field.LABORATORY);

    Judgement {
        values = List.copyOf(values);
        shown = List.copyOf(shown);
    }

    static Judgement of(String document, String group, Expected expected, Paper paper) {
        List<Map.Entry<Field, List<String>>> known = expected.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
        return new Judgement(
                document,
                group,
                known.stream()
                        .flatMap(field -> field.getValue().stream()
                                .map(value -> new Value(field.getKey(), value, outcome(field.getKey(), value, paper))))
                        .toList(),
                known.stream()
                        .flatMap(field -> distinct(field.getKey(), paper)
                                .map(each -> new Shown(each, isRight(each, field.getValue()))))
                        .toList());
    }

    private static Outcome outcome(Field field, String value, Paper paper) {
        return paper.all(field).stream()
                .map(read -> outcome(field, value, read.value()))
                .min(Comparator.naturalOrder())
                .filter(outcome -> outcome != Outcome.MISSING)
                .orElseGet(() -> field == Field.NUMBER && hasTail(value, paper) ? Outcome.TAIL : Outcome.MISSING);
    }

    private static Outcome outcome(Field field, String value, String read) {
        return value.equals(read)
                ? Outcome.EXACT
                : folded(field, value).equals(folded(field, read)) ? Outcome.FOLDED : Outcome.MISSING;
    }

    private static boolean hasTail(String number, Paper paper) {
        return paper.all(Field.TAIL).stream().anyMatch(tail -> number.endsWith(tail.value()));
    }

    private static Stream<Particular> distinct(Field field, Paper paper) {
        Set<String> before = new HashSet<>();
        return paper.all(field).stream().filter(each -> before.add(folded(field, each.value())));
    }

    private static boolean isRight(Particular read, List<String> values) {
        return values.stream().anyMatch(value -> outcome(read.field(), value, read.value()) != Outcome.MISSING);
    }

    private static String folded(Field field, String value) {
        return NAMES.contains(field) ? OrganisationName.key(value) : Folding.bare(value);
    }

    /** A value that stands on the document. */
    record Value(Field field, String value, Outcome outcome) {}

    /** What was read, and whether it stands there. */
    record Shown(Particular read, boolean right) {

        Field field() {
            return read.field();
        }
    }
}
