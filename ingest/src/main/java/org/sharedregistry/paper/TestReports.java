package org.sharedregistry.paper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedregistry.identifier.Folding;

/** The numbers of test reports on a page. Laboratories number as they like, so the words before them make them numbers. */
final class TestReports {

    private static final String NUMBER = "[\\p{L}\\p{Nd}]{1,30}(?:[/.\\-][\\p{L}\\p{Nd}]{1,30}){0,6}";

    /** The sign, and one number or several; recognition reads the sign as {@code Ne} or {@code Мо} and doubles it. */
    private static final Pattern NUMBERS =
            Pattern.compile("\\G:?[^№\\n.;:]{0,60}\\s{0,20}(?:(?:№|Ne|Мо|Ме|N[oº°]?)[.:]?\\s?){1,4}(?<first>" + NUMBER
                    + ")(?<more>(?:,\\s+(?=\\S*\\d)" + NUMBER + "){0,30})");

    private static final Pattern ONE = Pattern.compile(NUMBER);

    /** What follows right behind the words for a number. */
    private static final Pattern LABELLED = Pattern.compile("\\G[\\s:№]{0,5}(?<first>" + NUMBER + ")");

    /** Between the heading of a report and the words for its number. */
    private static final int BELOW_HEADING = 40;

    private final PageText text;

    TestReports(PageText text) {
        this.text = text;
    }

    List<Particular> read() {
        List<Particular> found = new ArrayList<>();
        for (CueHit cue : text.cues()) {
            if (cue.cue() == Cue.REPORT || cue.cue() == Cue.REPORT_HEADING) {
                readBehind(NUMBERS, cue.end(), found);
            } else if (cue.cue() == Cue.NUMBER
                    && text.before(cue.start(), BELOW_HEADING, EnumSet.of(Cue.REPORT_HEADING))
                            .isPresent()) {
                readBehind(LABELLED, cue.end(), found);
            }
        }
        return found;
    }

    private void readBehind(Pattern pattern, int place, List<Particular> found) {
        Matcher numbers = pattern.matcher(text.text()).useTransparentBounds(true);
        if (!numbers.find(place)) {
            return;
        }
        Matcher one = ONE.matcher(text.text());
        one.region(numbers.start("first"), numbers.end());
        while (one.find()) {
            if (one.group().chars().anyMatch(Character::isDigit)) {
                found.add(text.particular(
                        Field.TEST_REPORT,
                        one.group(),
                        key(one.group()),
                        text.legibilityOfFree(one.start(), one.end()),
                        one.start(),
                        one.end()));
            }
        }
    }

    static String key(String number) {
        return "FREE|" + Folding.bare(number);
    }
}
