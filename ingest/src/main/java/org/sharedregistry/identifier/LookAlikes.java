package org.sharedregistry.identifier;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What recognition takes the signs of a number for. */
final class LookAlikes {

    /** How much a sign that was seen speaks for one that may be meant. */
    static final int SAME = 4;

    private static final int LIKE = 3;
    /** A Latin letter where a Cyrillic one stands: the same shape, from a reader that knows no other letter for it. */
    private static final int SAME_SHAPE = 2;

    private static final int FAINT = 1;

    /** Folded, by the sign that is meant, of which most is seen so. */
    private static final Map<Character, Set<String>> ALIKE = Map.ofEntries(
            Map.entry('0', Set.of("O", "Q")),
            Map.entry('1', Set.of("I", "L", "!", "|", "І")),
            Map.entry('2', Set.of("Z")),
            Map.entry('3', Set.of("З")),
            Map.entry('4', Set.of("Ч")),
            Map.entry('5', Set.of("S", "$")),
            Map.entry('6', Set.of("Б")),
            Map.entry('8', Set.of("B")),
            Map.entry('O', Set.of("0")),
            Map.entry('З', Set.of("3")),
            Map.entry('Ч', Set.of("4")),
            Map.entry('Б', Set.of("6")),
            Map.entry('B', Set.of("8")),
            Map.entry('D', Set.of("J", "JI", "JL", "JJ", "J{")),
            Map.entry('П', Set.of("II", "I1", "IT", "1I", "11", "N")),
            Map.entry('Ф', Set.of("®", "@", "@®")),
            Map.entry('Ж', Set.of("XK", "K")),
            Map.entry('Л', Set.of("JI", "J1", "N")),
            Map.entry('Ю', Set.of("IO", "I0", "10")),
            Map.entry('Ы', Set.of("BI", "B1", "BL")),
            Map.entry('Э', Set.of("9", "3", "З")));

    /** What is seen now and then, or by a reader of the other alphabet. */
    private static final Map<Character, Set<String>> FAINTLY_ALIKE = Map.ofEntries(
            Map.entry('1', Set.of("T", "J", "]")),
            Map.entry('3', Set.of("Э")),
            Map.entry('4', Set.of("A", "Я")),
            Map.entry('6', Set.of("G", "C")),
            Map.entry('9', Set.of("G", "Я")),
            Map.entry('7', Set.of("T")),
            Map.entry('A', Set.of("4", "Л")),
            Map.entry('C', Set.of("6", "G", "O", "0", "(")),
            Map.entry('D', Set.of("A", "4", "1", "L", "I", "X", "T", "T1", "N", "Л", "O")),
            Map.entry('E', Set.of("F", "K", "B", "Б", "EK")),
            Map.entry('F', Set.of("E", "Г", "P")),
            Map.entry('G', Set.of("C", "6", "O", "0")),
            Map.entry('H', Set.of("Н", "N", "И")),
            Map.entry('I', Set.of("1", "L", "І", "T")),
            Map.entry('J', Set.of("Л", "1", "3")),
            Map.entry('K', Set.of("Ж")),
            Map.entry('L', Set.of("1", "I", "Г")),
            Map.entry('N', Set.of("M", "И", "H", "X", "П")),
            Map.entry('R', Set.of("K", "B", "Б", "P", "8", "F")),
            Map.entry('S', Set.of("5", "8", "$")),
            Map.entry('T', Set.of("7", "Г", "I", "1")),
            Map.entry('U', Set.of("O", "Ц", "Ч", "Y", "И", "0", "V", "YO", "YЦ", "ЧO")),
            Map.entry('V', Set.of("Y", "Ч")),
            Map.entry('W', Set.of("Ш")),
            Map.entry('Z', Set.of("2", "7")),
            Map.entry('Б', Set.of("B", "E", "0")),
            Map.entry('Г', Set.of("T", "I")),
            Map.entry('И', Set.of("U", "N", "U1", "H", "(")),
            Map.entry('Й', Set.of("И", "N", "U", "H")),
            Map.entry('П', Set.of("H", "I", "11", "Л")),
            Map.entry('Ф', Set.of("O", "0", "Q", "01", "U")),
            Map.entry('Ж', Set.of("X", "M")),
            Map.entry('Ц', Set.of("U", "L", "LL", "И")),
            Map.entry('Ш', Set.of("III", "W", "Щ", "LL")),
            Map.entry('Щ', Set.of("Ш", "W")),
            Map.entry('Ь', Set.of("B", "6", "Б")),
            Map.entry('Ъ', Set.of("B", "Ь", "6")),
            Map.entry('Э', Set.of("D", "S", "I", "O", "9S", "B", "Z", "Ж")),
            Map.entry('Я', Set.of("R", "9", "A")));

    private LookAlikes() {}

    /** Everything that is seen for a sign, folded, and how much it speaks for it, whoever saw it. */
    static Map<String, Integer> of(char meant) {
        Map<String, Integer> seen = new HashMap<>();
        FAINTLY_ALIKE.getOrDefault(meant, Set.of()).forEach(each -> seen.put(each, FAINT));
        ALIKE.getOrDefault(meant, Set.of()).forEach(each -> seen.put(each, LIKE));
        if (meant == 'O' || meant == '0') {
            // Undecided, Tesseract writes both.
            seen.put("O0", SAME);
            seen.put("0O", SAME);
        }
        seen.put(String.valueOf(meant), SAME);
        return seen;
    }

    /**
     * From 0 to {@link #SAME}: how much what was seen speaks for a sign of an alphabet. Who saw a letter of that alphabet
     * means that letter.
     */
    static int weight(String seen, char meant, UnicodeScript alphabet) {
        if (seen.isEmpty()) {
            return 0;
        }
        String folded = Folding.fold(seen);
        boolean same = folded.equals(String.valueOf(meant));
        boolean letters = Character.isLetter(seen.charAt(0)) && Character.isLetter(meant);
        if (letters && seen.length() == 1 && UnicodeScript.of(seen.charAt(0)) == alphabet) {
            return same ? SAME : 0;
        }
        if (letters && same) {
            return alphabet == UnicodeScript.LATIN ? FAINT : SAME_SHAPE;
        }
        return of(meant).getOrDefault(folded, 0);
    }
}
