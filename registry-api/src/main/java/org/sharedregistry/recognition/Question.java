package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the facts.
 *
 * @param destination the state where the goods are to count as recognised, ISO 3166-1 alpha-2
 * @param manufacturedOn the day the goods were made, if known
 */
public record Question(
        String destination, Purpose purpose, @Nullable LocalDate manufacturedOn, Item item) {

    /** Whether goods of an entry, whichever they are, are recognised at the border of a state. */
    public static Question atTheBorderOf(String destination) {
        return new Question(destination, Purpose.CUSTOMS, null, Item.UNNAMED);
    }

    /** The day on which attestations are judged when the question is about {@code day}. */
    LocalDate attestationDay(LocalDate day) {
        return purpose == Purpose.CIRCULATION
                ? Optional.ofNullable(manufacturedOn).orElse(day)
                : day;
    }

    /** Whether it matters when the goods were made, and nobody said. */
    boolean leavesOpenWhenMade() {
        return purpose == Purpose.CIRCULATION && manufacturedOn == null;
    }
}
