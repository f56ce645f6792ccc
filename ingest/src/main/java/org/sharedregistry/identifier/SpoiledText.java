package org.sharedregistry.identifier;

import java.util.IdentityHashMap;
import org.sharedregistry.identifier.Mask.Place;

/** A text in which a number may be spoiled, prepared to be laid beside many masks: they share their kinds of places. */
final class SpoiledText {

    /** How many characters are seen for one sign at most. */
    static final int LONGEST_SIGN = 2;

    private final String text;
    private final String folded;
    private final IdentityHashMap<Place, int[]> fits = new IdentityHashMap<>();

    SpoiledText(String text) {
        this.text = text;
        this.folded = Folding.fold(text);
    }

    int length() {
        return text.length();
    }

    String piece(int start, int end) {
        return text.substring(start, end);
    }

    char folded(int at) {
        return folded.charAt(at);
    }

    boolean isWord(int at) {
        return Character.isLetterOrDigit(text.charAt(at));
    }

    boolean isWithinWord(int at) {
        return at > 0 && at < text.length() && isWord(at - 1) && isWord(at);
    }

    /** Where no number begins or ends: a piece of a number is another number. */
    boolean isWithinDigits(int at) {
        return isWithinWord(at) && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at));
    }

    /** How much so many characters speak for a place; 0 when they do not, or are not there. */
    int fit(Place place, int at, int length) {
        return fits.computeIfAbsent(place, this::fits)[LONGEST_SIGN * at + length - 1];
    }

    private int[] fits(Place place) {
        int[] found = new int[LONGEST_SIGN * (text.length() + 1)];
        for (int at = 0; at < text.length(); at++) {
            for (int length = 1; length <= Math.min(LONGEST_SIGN, text.length() - at); length++) {
                found[LONGEST_SIGN * at + length - 1] = place.fit(folded.substring(at, at + length));
            }
        }
        return found;
    }
}
