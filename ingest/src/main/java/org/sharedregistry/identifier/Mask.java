package org.sharedregistry.identifier;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A number as it is printed, place by place: a spoiled one is laid beside it, and each place tells what can have been
 * meant there. {@code #} is a digit, {@code @@} a country, {@code *} the letter of what is covered, {@code ?} a Cyrillic
 * letter, {@code ^} a Latin one, {@code ~} the number sign, which may be missing; all else stands for itself.
 */
record Mask(List<Place> places) {

    private static final String LETTERS = "ABCEHKMOPTXYDБГЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯ";
    private static final String LATIN_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final int UNKNOWN = -4;
    private static final int MISSING = -5;
    private static final int GLUED = -2;
    private static final int NOTHING = Integer.MIN_VALUE / 2;

    /** Of the score of a number without fault; what has less is another text. */
    private static final double LEAST_SHARE = 0.7;

    private static final Map<Character, Place> PLACES = new HashMap<>();

    static final List<Mask> ALL = Stream.of(
                    with(List.of("ЕАЭС ", "РОСС ", ""), "RU С-@@.??##.*.#####/##", "~RU Д-@@.??##.*.#####/##"),
                    with(List.of("ЕАЭС ", "ТС ", "РОСС ", ""), "RU С-@@.??##.*.#####", "~RU Д-@@.??##.*.#####"),
                    with(
                            List.of("ЕАЭС ", "ТС ", ""),
                            "~BY/112 ##.##. ТР### ###.## #####",
                            "~BY/112 ##.##. ТР### ### #####",
                            "~BY/112 ##.##. ###.## #####",
                            "~BY/112 ##.##. ### #####",
                            "KZ #######.##.##.#####",
                            "KG417/###.@@.##.#####",
                            "KG417/##.@@.##.#####",
                            "KG417/###.Д.#######",
                            "KG417/##.Д.#######",
                            "AM-###/^.^-####-####"),
                    with(List.of("RU.", "BY.", "KZ.", "KG.", "AM."), "##.##.##.###.?.######.##.##"),
                    with(List.of("KZ.^.##."), "^####", "####"),
                    with(List.of("RA.RU."), "##??##", "##??###", "##??####"),
                    with(List.of("РОСС RU."), "####.##??##"),
                    with(
                            List.of("РОСС RU.#####.", "РОСС RU.#####.##???#."),
                            "??##",
                            "???##",
                            "??##.#####",
                            "???##.#####"),
                    with(List.of("BY/112 "), "#.####", "###.##"))
            .flatMap(masks -> masks)
            .toList();

    private static Stream<Mask> with(List<String> prefixes, String... bodies) {
        return prefixes.stream().flatMap(prefix -> Stream.of(bodies).map(body -> of(prefix + body)));
    }

    private static Mask of(String printed) {
        return new Mask(printed.chars()
                .mapToObj(sign -> PLACES.computeIfAbsent((char) sign, Place::of))
                .toList());
    }

    /** What may stand in a place. */
    enum Kind {
        SIGN,
        COUNTRY,
        SEPARATOR,
        NUMBER_SIGN
    }

    /**
     * @param signs those that may be meant, folded
     * @param alphabet in which its letters are printed
     * @param seen what is seen for one of them, folded, and how much it speaks for that
     */
    record Place(Kind kind, String signs, UnicodeScript alphabet, Map<String, Integer> seen) {

        private static Place of(char sign) {
            return switch (sign) {
                case '#' -> of(Kind.SIGN, "0123456789", UnicodeScript.COMMON);
                case '@' -> of(Kind.COUNTRY, LATIN_LETTERS, UnicodeScript.LATIN);
                case '^' -> of(Kind.SIGN, LATIN_LETTERS, UnicodeScript.LATIN);
                case '*' -> of(Kind.SIGN, "ABCEHMPY", UnicodeScript.CYRILLIC);
                case '?' -> of(Kind.SIGN, LETTERS, UnicodeScript.CYRILLIC);
                case '~' -> of(Kind.NUMBER_SIGN, "N ", UnicodeScript.LATIN);
                default ->
                    of(
                            Character.isLetterOrDigit(sign) ? Kind.SIGN : Kind.SEPARATOR,
                            Folding.fold(String.valueOf(sign)),
                            UnicodeScript.of(sign));
            };
        }

        private static Place of(Kind kind, String signs, UnicodeScript alphabet) {
            Map<String, Integer> seen = new HashMap<>();
            signs.chars()
                    .forEach(sign ->
                            LookAlikes.of((char) sign).forEach((each, weight) -> seen.merge(each, weight, Math::max)));
            return new Place(kind, signs, alphabet, seen);
        }

        boolean isElected() {
            return kind == Kind.SIGN || kind == Kind.COUNTRY;
        }

        /** How much what was seen speaks for a sign of this place; the only one that may stand here needs no likeness. */
        int weight(String text, char meant) {
            return signs.length() == 1 && fit(Folding.fold(text)) > 0
                    ? LookAlikes.SAME
                    : LookAlikes.weight(text, meant, alphabet);
        }

        int fit(String folded) {
            return seen.getOrDefault(folded, 0);
        }
    }

    /**
     * A stretch of a text laid beside this mask.
     *
     * @param seen what stands in each place; empty where nothing does, or nothing that could be meant
     */
    record Fit(Mask mask, int score, int start, int end, List<String> seen) {

        /** Whether this may be the number, and not another text. */
        boolean isGood() {
            return score >= LEAST_SHARE * mask.perfect();
        }
    }

    /** The best stretch of a text, however bad. */
    Fit fit(SpoiledText text) {
        Table table = new Table(text);
        int end = 0;
        for (int at = 1; at <= text.length(); at++) {
            end = table.score(at) > table.score(end) ? at : end;
        }
        return table.fit(end);
    }

    /** All stretches that are good enough; they overlap. */
    List<Fit> fits(SpoiledText text) {
        Table table = new Table(text);
        List<Fit> fits = new ArrayList<>();
        for (int end = 1; end <= text.length(); end++) {
            if (table.isGood(end)) {
                fits.add(table.fit(end));
            }
        }
        return fits;
    }

    private int perfect() {
        return places.stream()
                .mapToInt(place -> place.isElected() ? LookAlikes.SAME : place.kind == Kind.SEPARATOR ? 1 : 0)
                .sum();
    }

    /** The best way to each place of the mask at each place of a text, as with the distance of two words. */
    private final class Table {

        private final SpoiledText text;
        private final int[][] scores;
        /** How many characters were taken on the way there; -1 for one that was passed over. */
        private final byte[][] taken;

        Table(SpoiledText text) {
            this.text = text;
            this.scores = new int[places.size() + 1][text.length() + 1];
            this.taken = new byte[places.size() + 1][text.length() + 1];
            fill();
        }

        int score(int end) {
            return text.isWithinDigits(end)
                    ? NOTHING
                    : scores[places.size()][end] + (text.isWithinWord(end) ? MISSING : 0);
        }

        boolean isGood(int end) {
            return score(end) >= LEAST_SHARE * perfect();
        }

        Fit fit(int end) {
            List<String> seen = new ArrayList<>();
            int at = end;
            int place = places.size();
            while (place > 0) {
                int took = taken[place][at];
                if (took < 0) {
                    at--;
                } else {
                    boolean fits = took > 0 && text.fit(places.get(place - 1), at - took, took) > 0;
                    seen.add(0, fits ? text.piece(at - took, at) : "");
                    at -= took;
                    place--;
                }
            }
            return new Fit(Mask.this, score(end), at, end, seen);
        }

        private void fill() {
            for (int place = 0; place <= places.size(); place++) {
                for (int at = 0; at <= text.length(); at++) {
                    scores[place][at] =
                            place > 0 || text.isWithinDigits(at) ? NOTHING : text.isWithinWord(at) ? GLUED : 0;
                }
            }
            for (int place = 0; place < places.size(); place++) {
                for (int at = 0; at <= text.length(); at++) {
                    from(place, at);
                }
            }
        }

        private void from(int index, int at) {
            Place place = places.get(index);
            if (index > 0 && at < text.length()) {
                reach(index, at + 1, scores[index][at] + passedOver(at), -1);
            }
            int score = scores[index][at];
            boolean more = at < text.length();
            switch (place.kind) {
                case SEPARATOR -> {
                    boolean space = place.signs.equals(" ");
                    reach(index + 1, at, score - (space ? 0 : 1), 0);
                    if (more && !text.isWord(at)) {
                        reach(index + 1, at + 1, score + (text.folded(at) == place.signs.charAt(0) ? 1 : 0), 1);
                    }
                }
                case NUMBER_SIGN -> {
                    reach(index + 1, at, score, 0);
                    if (more && "NMHX".indexOf(text.folded(at)) >= 0) {
                        reach(index + 1, at + 1, score, 1);
                    }
                }
                default -> {
                    reach(index + 1, at, score + MISSING, 0);
                    for (int length = 1; length <= SpoiledText.LONGEST_SIGN && at + length <= text.length(); length++) {
                        int fit = text.fit(place, at, length);
                        if (fit > 0 || length == 1) {
                            reach(index + 1, at + length, score + (fit > 0 ? fit : UNKNOWN), length);
                        }
                    }
                }
            }
        }

        private int passedOver(int at) {
            return text.folded(at) == ' ' ? 0 : text.isWord(at) ? UNKNOWN : -1;
        }

        private void reach(int place, int at, int score, int took) {
            if (score > scores[place][at]) {
                scores[place][at] = score;
                taken[place][at] = (byte) took;
            }
        }
    }
}
