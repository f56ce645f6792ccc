package org.sharedregistry.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a paper says.
 *
 * @param grounds the words that make it of its kind; none for {@link PaperKind#OTHER}
 * @param particulars page by page, in the order in which they stand there
 * @param truncated whether it says more than is kept
 */
public record Paper(PaperKind kind, List<Ground> grounds, List<Particular> particulars, boolean truncated) {

    public Paper {
        grounds = List.copyOf(grounds);
        particulars = List.copyOf(particulars);
    }

    /** All it says about something, the surest first. */
    public List<Particular> all(Field field) {
        return about(field)
                .sorted((one, other) -> one.certainty().compareTo(other.certainty()))
                .toList();
    }

    /** The surest of what it says about something. */
    public Optional<Particular> first(Field field) {
        return all(field).stream().findFirst();
    }

    /** Its own number wherever it stands, the surest first; a misreading may stand beside it. */
    public List<Particular> numbers() {
        return all(Field.NUMBER);
    }

    private Stream<Particular> about(Field field) {
        return particulars.stream().filter(particular -> particular.field() == field);
    }

    /** Words on a page, as offsets into its text. */
    public record Ground(int page, int start, int end, String raw) {}
}
