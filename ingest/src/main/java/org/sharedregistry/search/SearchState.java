package org.sharedregistry.search;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How search is.
 *
 * @param degradation what is wrong with it; null when nothing is
 * @param since when it came to be so, as far as this process has seen
 * @param generation the one that is searched; null when there is none, or it cannot be told
 * @param behind how many changes the index has yet to take in, counted up to 10,000
 * @param filling how far a generation has been filled; null when none is being filled
 */
public record SearchState(
        @Nullable Degradation degradation,
        Instant since,
        @Nullable String generation,
        long behind,
        @Nullable Filling filling) {

    public boolean isDegraded() {
        return degradation != null;
    }

    public Optional<String> reason() {
        return Optional.ofNullable(degradation).map(Degradation::sentence);
    }

    /** What can be wrong. */
    public enum Degradation {
        UNKNOWN("It cannot be told how search is."),
        UNREACHABLE("The search engine does not answer."),
        EMPTY("There is nothing to be searched yet: the index is being filled."),
        DIFFERENT(
                "The index was filled anew and found to differ from the database; what was searched before still is."),
        BEHIND("What has changed lately cannot be found yet: the index lags behind.");

        private final String sentence;

        Degradation(String sentence) {
            this.sentence = sentence;
        }

        /** What it means to who searches. */
        public String sentence() {
            return sentence;
        }
    }

    /**
     * A generation being filled.
     *
     * @param subjects how many subjects, such as documents, it holds
     * @param total how many there were when it was begun
     */
    public record Filling(String generation, long subjects, long total) {}
}
