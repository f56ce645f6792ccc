package org.sharedregistry.identifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Reads the numbers of the field, alone or in running text. */
public final class Identifiers {

    /** The longest number there is has half as many characters; whatever is longer is not looked at. */
    public static final int LONGEST = 300;

    private Identifiers() {}

    /**
     * All ways to read a number as typed, printed, recognised or scanned, best first.
     *
     * @return none for what is no number, or longer than {@link #LONGEST}
     */
    public static List<Reading> read(String raw) {
        if (raw.length() > LONGEST) {
            return List.of();
        }
        String number = Scanned.number(raw.strip());
        Normalised normalised = Normalised.of(number);
        Map<String, Reading> byKey = new LinkedHashMap<>();
        Formats.ALL.stream()
                .flatMap(format -> format.read(normalised.folded()))
                .sorted(Comparator.comparing(Draft::confidence))
                .map(draft -> reading(draft, normalised, number))
                .forEach(reading -> byKey.putIfAbsent(reading.key(), reading));
        return List.copyOf(byKey.values());
    }

    /** The numbers in a text, in order and without overlap, where they overlap the longer one. */
    public static List<Mention> find(String text) {
        String folded = Folding.fold(text);
        List<Mention> found = new ArrayList<>();
        for (Format format : Formats.ALL) {
            Matcher matcher = format.inText().matcher(folded);
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                read(text.substring(start, end)).stream()
                        .filter(reading -> reading.confidence() != Confidence.LOW)
                        .findFirst()
                        .ifPresent(reading -> found.add(new Mention(start, end, reading)));
            }
        }
        return withoutOverlap(found);
    }

    private static List<Mention> withoutOverlap(List<Mention> found) {
        found.sort(Comparator.comparingInt(Mention::start)
                .thenComparing(Comparator.comparingInt(Mention::end).reversed()));
        List<Mention> kept = new ArrayList<>();
        int end = 0;
        for (Mention mention : found) {
            if (mention.start() >= end) {
                kept.add(mention);
                end = mention.end();
            }
        }
        return kept;
    }

    private static Reading reading(Draft draft, Normalised normalised, String raw) {
        List<Correction> corrections = Stream.of(
                        Letters.corrected(raw, draft.display()),
                        normalised.repaired().stream()
                                .map(prefix -> new Correction(Correction.Code.PREFIX_REPAIRED, prefix + " → ЕАЭС")),
                        Optional.of(draft.prefixAdded())
                                .filter(prefix -> !prefix.isEmpty())
                                .map(prefix -> new Correction(Correction.Code.PREFIX_ADDED, prefix))
                                .stream())
                .flatMap(stream -> stream)
                .toList();
        return new Reading(draft.kind(), draft.key(), draft.display(), draft.parts(), corrections, draft.confidence());
    }
}
