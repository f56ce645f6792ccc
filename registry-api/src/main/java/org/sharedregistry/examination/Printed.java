package org.sharedregistry.examination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.paper.Certainty;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.paper.PaperKind;
import org.sharedregistry.paper.Particular;

/** What one paper says, be it one document, several that belong together, or a part of one. */
final class Printed {

    /** A paper that was not read. */
    static final Printed NOTHING = of(List.of());

    private final PaperKind kind;
    private final Map<Field, List<Value>> values;

    private final List<Part> parts;

    private Printed(List<Part> parts, PaperKind kind, Map<Field, List<Value>> values) {
        this.parts = parts;
        this.kind = kind;
        this.values = values;
    }

    static Printed of(UUID document, Paper paper) {
        return of(List.of(new Part(document, paper)));
    }

    /** Parts in their order; the first that says what it is says it for all. */
    static Printed of(List<Part> parts) {
        return of(parts, List.of());
    }

    private static Printed of(List<Part> parts, List<Found> more) {
        Map<Field, Map<String, List<Found>>> found = new LinkedHashMap<>();
        Stream.concat(parts.stream().flatMap(Part::found), more.stream())
                .forEach(each -> found.computeIfAbsent(each.particular.field(), field -> new LinkedHashMap<>())
                        .computeIfAbsent(each.particular.key(), key -> new ArrayList<>())
                        .add(each));
        PaperKind kind = parts.stream()
                .map(part -> part.paper.kind())
                .filter(each -> each != PaperKind.OTHER)
                .findFirst()
                .orElse(PaperKind.OTHER);
        Map<Field, List<Value>> values = new LinkedHashMap<>();
        found.forEach((field, byKey) -> values.put(
                field,
                byKey.values().stream()
                        .map(Value::of)
                        .sorted(Comparator.comparing(Value::certainty))
                        .toList()));
        return new Printed(parts, kind, values);
    }

    /** The same paper with more that was found on it. */
    Printed with(UUID document, List<Particular> more) {
        return of(parts, more.stream().map(each -> new Found(document, each)).toList());
    }

    PaperKind kind() {
        return kind;
    }

    /** What is printed about something, each value once, the surest first. */
    List<Value> all(Field field) {
        return values.getOrDefault(field, List.of());
    }

    Optional<Value> first(Field field) {
        return all(field).stream().findFirst();
    }

    /**
     * A value and everywhere it stands.
     *
     * @param certainty of the surest place
     */
    record Value(String value, String key, @Nullable IdentifierKind kind, Certainty certainty, List<Proof> proofs) {

        private static Value of(List<Found> places) {
            List<Found> surestFirst = places.stream()
                    .sorted(Comparator.comparing(place -> place.particular.certainty()))
                    .toList();
            Particular surest = surestFirst.get(0).particular;
            return new Value(
                    surest.value(),
                    surest.key(),
                    surest.kind(),
                    surest.certainty(),
                    surestFirst.stream()
                            .map(place -> Proof.of(place.document, place.particular))
                            .toList());
        }
    }

    private record Found(UUID document, Particular particular) {}

    /** A document or some pages of one, with what they say. */
    record Part(UUID document, Paper paper) {

        private Stream<Found> found() {
            return paper.particulars().stream().map(each -> new Found(document, each));
        }
    }
}
