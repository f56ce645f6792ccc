package org.sharedregistry.identifier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which letters of a number were typed in the wrong alphabet. */
final class Letters {

    private Letters() {}

    /** Compares what was typed with what it was read as, from the end, since a prefix may have been added. */
    static Stream<Correction> corrected(String typed, String display) {
        String was = Normalised.lettersAndDigits(typed);
        String is = Normalised.lettersAndDigits(display);
        Deque<String> latin = new ArrayDeque<>();
        Deque<String> cyrillic = new ArrayDeque<>();
        for (int i = 1; i <= Math.min(was.length(), is.length()); i++) {
            char before = Character.toUpperCase(was.charAt(was.length() - i));
            char after = Character.toUpperCase(is.charAt(is.length() - i));
            if (!Folding.fold(String.valueOf(before)).equals(Folding.fold(String.valueOf(after)))) {
                break;
            }
            if (before != after) {
                (isCyrillic(after) ? latin : cyrillic).addFirst(String.valueOf(before));
            }
        }
        return Stream.of(
                        new Correction(Correction.Code.LATIN_READ_AS_CYRILLIC, once(latin)),
                        new Correction(Correction.Code.CYRILLIC_READ_AS_LATIN, once(cyrillic)))
                .filter(correction -> !correction.detail().isEmpty());
    }

    private static String once(Deque<String> letters) {
        return letters.stream().distinct().collect(Collectors.joining(" "));
    }

    private static boolean isCyrillic(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
    }
}
