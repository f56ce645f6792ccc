package org.sharedregistry.identifier;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One way to read a number.
 *
 * @param key the scheme and the body: equal for every spelling of one number, different for different numbers
 * @param display the number as it should be printed: Latin and Cyrillic letters each in their place
 * @param parts what the number says, by name and in its order, such as {@code body} for the body that issued it, in the
 *     letters of {@code display}; {@code state} is the one that gave it, absent where the number does not say
 * @param corrections what was changed to read it so; none for a number as it should be printed
 */
public record Reading(
        IdentifierKind kind,
        String key,
        String display,
        Map<String, String> parts,
        List<Correction> corrections,
        Confidence confidence) {

    public Reading {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        corrections = List.copyOf(corrections);
    }

    boolean hasPrefixAdded() {
        return corrections.stream().anyMatch(correction -> correction.code() == Correction.Code.PREFIX_ADDED);
    }

    boolean hasSerialWithoutYear() {
        return parts.containsKey("serial") && !parts.containsKey("year");
    }

    /** The same reading of a stretch of a longer text. */
    Reading foundAs(String stretch) {
        Stream<Correction> found = Stream.of(new Correction(Correction.Code.FOUND_AMONG_OTHER_TEXT, stretch));
        return new Reading(
                kind,
                key,
                display,
                parts,
                Stream.concat(found, corrections.stream()).toList(),
                confidence);
    }
}
