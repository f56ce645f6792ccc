package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What was recorded of one fact: each version holds for a period, and on a day that several cover, the one recorded
 * last counts. Nothing is ever overwritten, so the versions recorded up to some moment give the answer of that moment.
 */
public record Versions<T>(List<Version<T>> recorded) {

    public Versions {
        recorded = recorded.stream()
                .sorted(Comparator.<Version<T>>comparingLong(Version::sequence).reversed())
                .toList();
    }

    /** One version, always true. */
    public static <T> Versions<T> of(T fact) {
        return new Versions<>(List.of(new Version<>(Period.ALWAYS, 0, fact)));
    }

    /** What had been recorded when the record of some sequence was the newest. */
    public Versions<T> upTo(long sequence) {
        return new Versions<>(recorded.stream()
                .filter(version -> version.sequence() <= sequence)
                .toList());
    }

    /** What was recorded last, on whatever days it holds. */
    public T newest() {
        return recorded.get(0).fact();
    }

    /** What holds on a day, if anything does. */
    public Optional<T> on(LocalDate day) {
        return recorded.stream()
                .filter(version -> version.valid().contains(day))
                .findFirst()
                .map(Version::fact);
    }

    /** The days on which the answer may change. */
    Stream<LocalDate> boundaries() {
        return recorded.stream()
                .flatMap(version ->
                        Stream.of(version.valid().from(), version.valid().to()));
    }

    /** The same, and the days on which one of the versions may change by itself. */
    Stream<LocalDate> boundaries(Function<T, Stream<LocalDate>> within) {
        return Stream.concat(boundaries(), recorded.stream().flatMap(version -> within.apply(version.fact())));
    }

    /**
     * A version of a fact.
     *
     * @param sequence its place in the order of all records
     */
    public record Version<T>(Period valid, long sequence, T fact) {}
}
