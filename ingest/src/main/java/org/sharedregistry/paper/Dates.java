package org.sharedregistry.paper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.paper.DateReader.Day;

/** The days on a page with what they mean, as far as the words before them tell. */
final class Dates {

    private static final Set<String> FROM = Set.of("с", "c", "з", "3", "from");
    private static final Set<String> UNTIL = Set.of("по", "no", "до", "па", "да", "to", "until", "till");
    private static final Set<String> OF = Set.of("от", "ад", "of", "dated");

    private static final Pattern INCLUSIVE =
            Pattern.compile("[^\\p{L}]{0,6}(?:г\\p{L}*\\W+)?(?:включит|уключна|inclusive)");

    private static final EnumSet<Cue> MEANINGS = EnumSet.of(
            Cue.ISSUED, Cue.VALIDITY, Cue.VALID_UNTIL, Cue.REPORT, Cue.REPORT_HEADING, Cue.ACCREDITATION, Cue.APPROVED);

    /** Between the words that say what a day means and the day. */
    private static final int BESIDE = 60;

    /** The numbers of several reports may stand between. */
    private static final int BEHIND_REPORTS = 260;

    /** Who approves a report signs before the day. */
    private static final int BEHIND_A_SIGNATURE = 250;

    /** Between the first day of validity and the last one, should the word between be misread. */
    private static final int TO_THE_OTHER_DAY = 8;

    private final PageText text;

    Dates(PageText text) {
        this.text = text;
    }

    List<Particular> read() {
        List<Particular> found = new ArrayList<>();
        Day previous = null;
        Field before = Field.DATE;
        for (Day day : DateReader.in(text.text())) {
            Field meaning = meaning(day, previous);
            if (meaning == Field.DATE
                    && before == Field.VALID_FROM
                    && previous != null
                    && day.start() - previous.end() <= TO_THE_OTHER_DAY) {
                meaning = Field.VALID_TO;
            }
            found.add(text.particular(
                    meaning,
                    day.date().toString(),
                    day.date().toString(),
                    text.legibility(day.start(), day.end()),
                    day.start(),
                    day.end()));
            previous = day;
            before = meaning;
        }
        return found;
    }

    private Field meaning(Day day, @Nullable Day previous) {
        String before = wordBefore(day.start());
        Optional<CueHit> cue = text.before(day.start(), OF.contains(before) ? BEHIND_REPORTS : BESIDE, MEANINGS)
                .or(() -> text.before(day.start(), BEHIND_A_SIGNATURE, EnumSet.of(Cue.APPROVED)));
        Optional<Cue> said = cue.map(CueHit::cue);
        boolean another = previous != null && cue.isPresent() && cue.get().end() <= previous.start();
        if (said.filter(Cue.ACCREDITATION::equals).isPresent()) {
            return Field.DATE;
        }
        if (UNTIL.contains(before)) {
            boolean valid = INCLUSIVE
                            .matcher(text.text())
                            .region(day.end(), text.endOfLine(day.end()))
                            .lookingAt()
                    || said.filter(each -> each == Cue.VALIDITY || each == Cue.VALID_UNTIL)
                            .isPresent();
            return valid ? Field.VALID_TO : Field.DATE;
        }
        if (FROM.contains(before)) {
            return said.filter(Cue.VALIDITY::equals).isPresent() && !another ? Field.VALID_FROM : Field.DATE;
        }
        if (OF.contains(before)) {
            return said.filter(each -> each == Cue.REPORT || each == Cue.REPORT_HEADING)
                            .isPresent()
                    ? Field.TEST_REPORT_DATE
                    : Field.DATE;
        }
        if (another) {
            return Field.DATE;
        }
        if (said.filter(each -> each == Cue.ISSUED || each == Cue.APPROVED).isPresent()) {
            return Field.ISSUED;
        }
        if (said.filter(Cue.VALID_UNTIL::equals).isPresent()) {
            return Field.VALID_TO;
        }
        if (said.filter(each -> each == Cue.REPORT || each == Cue.REPORT_HEADING)
                .isPresent()) {
            return Field.TEST_REPORT_DATE;
        }
        return Field.DATE;
    }

    /** The last word before a place, in small letters; empty behind a semicolon. */
    private String wordBefore(int place) {
        int end = place;
        while (end > 0 && !Character.isLetterOrDigit(text.text().charAt(end - 1))) {
            if (text.text().charAt(end - 1) == ';') {
                return "";
            }
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetterOrDigit(text.text().charAt(start - 1))) {
            start--;
        }
        return text.text().substring(start, end).toLowerCase(Locale.ROOT);
    }
}
