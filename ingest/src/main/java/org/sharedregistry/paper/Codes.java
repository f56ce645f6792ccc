package org.sharedregistry.paper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedregistry.identifier.IdentifierKind;

/** The codes of goods (TN VED) on a page: digits that are a code because the words before them say so. */
final class Codes {

    private static final Pattern CODE =
            Pattern.compile("(?<![\\d.,/-])\\d{4}(?: ?\\d{2}(?: ?\\d{3}(?: ?\\d)?)?|\\d{4})?(?![\\d/-]|[.,]\\d)");

    /** Chapters 1 to 97 of the nomenclature, without 77. */
    private static final Pattern CHAPTER = Pattern.compile("(?!00|77|98|99)\\d{2}.*");

    private static final Pattern WORD_FOLLOWS = Pattern.compile(",? ?\\p{L}");

    /** How far behind its words a code may stand; the columns of a table are read one behind the other. */
    private static final int FARTHEST = 200;

    /** Four digits are a heading of the nomenclature only right behind the words. */
    private static final int FARTHEST_HEADING = 5;

    /** What claims the digits right behind it. */
    private static final EnumSet<Cue> OTHERS = EnumSet.of(Cue.INN, Cue.OGRN, Cue.UNP, Cue.GTIN, Cue.NUMBER);

    private static final int BESIDE = 20;

    private final PageText text;

    Codes(PageText text) {
        this.text = text;
    }

    List<Particular> read() {
        List<Particular> found = new ArrayList<>();
        int from = 0;
        for (CueHit cue : text.cues()) {
            if (cue.cue() == Cue.HS) {
                from = readBehind(cue, Math.max(from, cue.end()), found);
            }
        }
        return found;
    }

    /** The codes behind a cue; each that is found may be followed by more. */
    private int readBehind(CueHit cue, int from, List<Particular> found) {
        Matcher code = CODE.matcher(text.text());
        int at = from;
        int limit = Math.min(text.text().length(), cue.end() + FARTHEST);
        while (code.find(at) && code.start() < limit) {
            String digits = code.group().replace(" ", "");
            at = code.end();
            boolean fits = CHAPTER.matcher(digits).matches()
                    && (digits.length() > 4 || code.start() - cue.end() <= FARTHEST_HEADING)
                    && (digits.length() == 10 || !wordFollows(code.end()));
            if (fits && !isAnother(code.start())) {
                found.add(text.particular(
                        Field.HS,
                        digits,
                        IdentifierKind.HS_CODE,
                        "HS|" + digits,
                        text.legibility(code.start(), code.end()),
                        code.start(),
                        code.end()));
                limit = Math.min(text.text().length(), code.end() + FARTHEST);
            }
        }
        return at;
    }

    /** The postal code of an address is followed by the address. */
    private boolean wordFollows(int end) {
        return WORD_FOLLOWS
                .matcher(text.text())
                .region(end, text.endOfLine(end))
                .lookingAt();
    }

    /** Whether the digits stand behind other words that claim them. */
    private boolean isAnother(int start) {
        return text.before(start, BESIDE, OTHERS).isPresent();
    }
}
