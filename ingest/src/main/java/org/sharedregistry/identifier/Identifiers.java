package org.sharedregistry.identifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the numbers of the field, alone or in running text. Any text is taken; none makes it throw. */
public final class Identifiers {

    /** A number has a third as many characters at most, a scanned code with lines around it may have all. */
    public static final int LONGEST = 500;

    private Identifiers() {}

    /**
     * All ways to read a number as typed, printed, recognised or scanned, best first. A GS1 element string is read as the
     * article that it names; an address as the number in it, or as the card of a state's register that it leads to; any
     * other text as the numbers that stand in it. A code of another system is named as such.
     *
     * @return none for what is no number, or longer than {@link #LONGEST} characters
     */
    public static List<Reading> read(String raw) {
        return raw.length() > LONGEST ? List.of() : bestFirst(Scanned.read(raw));
    }

    /** A number in the one spelling in which all its spellings agree, whatever kind of number it is. */
    public static Normalised normalise(String raw) {
        return Normalised.of(raw);
    }

    /**
     * The numbers in a text, in order and without overlap: of those that begin at one place the longest. Digits alone
     * count only when their check digit holds. Takes time in proportion to the length of the text.
     */
    public static List<Mention> find(CharSequence text) {
        String original = text.toString();
        List<Mention> mentions = new ArrayList<>();
        for (Scan.Span span : new Scan(CleanText.of(original)).spans()) {
            String raw = original.substring(span.start(), span.end());
            bestFirst(Formats.read(raw)).stream()
                    .findFirst()
                    .ifPresent(reading -> mentions.add(new Mention(span.start(), span.end(), raw, reading)));
        }
        return mentions;
    }

    private static List<Reading> bestFirst(Stream<Reading> readings) {
        Map<String, Reading> byKey = new LinkedHashMap<>();
        readings.sorted(Comparator.comparing(Reading::confidence))
                .forEach(reading -> byKey.putIfAbsent(reading.key(), reading));
        return List.copyOf(byKey.values());
    }
}
