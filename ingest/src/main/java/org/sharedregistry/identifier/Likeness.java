package org.sharedregistry.identifier;

import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a number is compared by when none equals it: for a "did you mean", never for an answer.
 *
 * @param signs its letters and digits, folded, without the prefix of a scheme
 * @param skeleton the same with every letter that is taken for a digit written as that digit: equal for numbers that
 *     differ by such confusions alone. What belongs in each place is told by the number that is held
 * @param tails serial and year at its end, such as {@code 00123/24}, or a serial of five digits and more: as they stand,
 *     and with letters taken for digits; none when it ends otherwise
 */
public record Likeness(String signs, String skeleton, Set<String> tails) {

    /** О, З, Б, Ч, I, І and l, В, S, and Latin R that was typed for Р; the database writes skeletons by the same table. */
    private static final String CONFUSED = "OЗБЧIІLBSR";

    private static final String MEANT = "036411185P";

    /** On a skeleton: scheme and number sign before a state, and the letters before the number of a register entry. */
    private static final Pattern PREFIX =
            Pattern.compile("^(?:(?:N0?)?(?:EAЭC|TC|P0CC)?(?:N0?|D)?(?=PU|8Y|KZ|KG|AM)|PПП(?=\\d))");

    private static final Pattern TAIL = Pattern.compile("(?<!\\d)(?:\\d{5,}|\\d{3,} ?[/-] ?\\d{2}(?:\\d{2})?)$");

    /** Of a number as typed or printed, or of the body of a key. */
    public static Likeness of(String number) {
        String folded = CleanText.of(number).text();
        String signs = Normalised.lettersAndDigits(folded);
        String skeleton = skeleton(signs);
        Matcher prefix = PREFIX.matcher(skeleton);
        int start = prefix.find() ? prefix.end() : 0;
        Set<String> tails =
                Stream.of(folded, skeleton(folded)).flatMap(Likeness::tail).collect(Collectors.toUnmodifiableSet());
        return new Likeness(signs.substring(start), skeleton.substring(start), tails);
    }

    /** In how many places the two differ by signs that are taken for one another; empty when they differ otherwise too. */
    public OptionalInt confusions(Likeness other) {
        if (!skeleton.equals(other.skeleton)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) IntStream.range(0, signs.length())
                .filter(i -> signs.charAt(i) != other.signs.charAt(i))
                .count());
    }

    /** How many signs agree from the beginning on. */
    public int commonBeginning(Likeness other) {
        int agreed = 0;
        int most = Math.min(signs.length(), other.signs.length());
        while (agreed < most && signs.charAt(agreed) == other.signs.charAt(agreed)) {
            agreed++;
        }
        return agreed;
    }

    private static Stream<String> tail(String folded) {
        return TAIL.matcher(folded).results().map(tail -> tail.group().replace(" ", ""));
    }

    private static String skeleton(String folded) {
        StringBuilder skeleton = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            int at = CONFUSED.indexOf(folded.charAt(i));
            skeleton.append(at < 0 ? folded.charAt(i) : MEANT.charAt(at));
        }
        return skeleton.toString();
    }
}
