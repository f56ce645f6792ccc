package org.sharedregistry.identifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the numbers of the field, alone or in running text. Any text is taken; none makes it throw. */
public final class Identifiers {

    /** The longest number there is has a third as many characters; whatever is longer is not looked at. */
    public static final int LONGEST = 300;

    private Identifiers() {}

    /**
     * All ways to read a number as typed, printed, recognised or scanned, best first. GS1 element strings and addresses
     * are read as the number in them.
     *
     * @return none for what is no number, or longer than {@link #LONGEST} characters
     */
    public static List<Reading> read(String raw) {
        if (raw.length() > LONGEST) {
            return List.of();
        }
        CleanText number = CleanText.of(Scanned.number(raw));
        Map<String, Reading> byKey = new LinkedHashMap<>();
        Formats.ALL.stream()
                .flatMap(format -> format.read(number))
                .sorted(Comparator.comparing(Reading::confidence))
                .forEach(reading -> byKey.putIfAbsent(reading.key(), reading));
        return List.copyOf(byKey.values());
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
            read(raw).stream()
                    .findFirst()
                    .ifPresent(reading -> mentions.add(new Mention(span.start(), span.end(), raw, reading)));
        }
        return mentions;
    }
}
