package org.sharedregistry.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The subjects of one source, part by part, for several threads to fill a generation with. */
final class Parts {

    private static final int SUBJECTS = 50;

    private final IndexSource source;
    private final Advance advance;
    private final Deque<Part> open = new ArrayDeque<>();
    private String last;

    /** @param last behind which subject to begin; empty for all */
    Parts(IndexSource source, String last, Advance advance) {
        this.source = source;
        this.last = last;
        this.advance = advance;
    }

    String kind() {
        return source.kind();
    }

    /** The next part; empty when all have been given. */
    synchronized Optional<Part> next() {
        List<String> subjects = source.subjects(last, SUBJECTS);
        if (subjects.isEmpty()) {
            return Optional.empty();
        }
        Part part = new Part(subjects);
        last = part.last();
        open.add(part);
        return Optional.of(part);
    }

    /** Notes how far everything is finished: whoever goes on later begins behind that. */
    synchronized void finish(Part part) {
        part.finished = true;
        while (!open.isEmpty() && open.element().finished) {
            Part first = open.remove();
            advance.to(first.last(), first.subjects().size());
        }
    }

    /** Told up to which subject all are finished, and how many more those are. */
    interface Advance {
        void to(String last, int subjects);
    }

    /** Some subjects that stand side by side. */
    static final class Part {

        private final List<String> subjects;
        private boolean finished;

        private Part(List<String> subjects) {
            this.subjects = List.copyOf(subjects);
        }

        List<String> subjects() {
            return subjects;
        }

        private String last() {
            return subjects.get(subjects.size() - 1);
        }
    }
}
