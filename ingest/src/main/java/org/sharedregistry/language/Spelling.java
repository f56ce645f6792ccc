package org.sharedregistry.language;

/** How much two words may differ in spelling and still be taken for one. */
public final class Spelling {

    /** Words shorter than this are not compared but for being equal. */
    private static final int SHORTEST = 4;

    /** From this length on two letters may differ. */
    private static final int LONG = 8;

    private Spelling() {}

    /** How many letters of a word may be wrong: left out, put in, exchanged for another, or two neighbours swapped. */
    public static int edits(String word) {
        int letters = word.codePointCount(0, word.length());
        return letters < SHORTEST ? 0 : letters < LONG ? 1 : 2;
    }

    /** Whether a word may be what was meant by the one that was typed. */
    static boolean isAlike(String typed, String word) {
        int edits = edits(typed);
        return typed.equals(word)
                || (edits > 0
                        && Math.abs(typed.length() - word.length()) <= 2 * edits
                        && distance(
                                        typed.codePoints().toArray(),
                                        word.codePoints().toArray())
                                <= edits);
    }

    /** The distance of Damerau and Levenshtein in which no letter is edited twice, as search engines count it. */
    private static int distance(int[] one, int[] other) {
        int[] beforeLast = new int[other.length + 1];
        int[] last = new int[other.length + 1];
        for (int j = 0; j <= other.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length; i++) {
            int[] current = new int[other.length + 1];
            current[0] = i;
            for (int j = 1; j <= other.length; j++) {
                int exchanged = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.min(exchanged, Math.min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = current;
        }
        return last[other.length];
    }
}
