package org.sharedregistry.recognition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the facts.
 *
 * @param destination the state where the goods are to count as recognised, ISO 3166-1 alpha-2
 * @param manufacturedOn the day the goods were made, if known
 * @param model the model in question, if one was named
 */
public record Question(
        String destination,
        Purpose purpose,
        @Nullable LocalDate manufacturedOn,
        @Nullable String model) {

    /** The day on which attestations are judged when the question is about {@code day}. */
    LocalDate attestationDay(LocalDate day) {
        return purpose == Purpose.CIRCULATION && manufacturedOn != null ? manufacturedOn : day;
    }
}
