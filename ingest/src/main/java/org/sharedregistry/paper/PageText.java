package org.sharedregistry.paper;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.extraction.ExtractedPage.Word;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.paper.Particular.Box;

/** A page being read: its text, the cues in it, and the places of its words. */
final class PageText {

    /** From this confidence of the recognition on a word shows no sign of doubt; right words have 90 and more. */
    private static final int LEGIBLE = 80;

    private static final Pattern AMBIGUOUS = Pattern.compile("(?<=\\p{L})3|3(?=\\p{L})|(?<=\\d)З|З(?=\\d)");

    private static final EnumSet<Cue> ANYWHERE = EnumSet.of(Cue.LABORATORY, Cue.END);

    private static final EnumSet<Cue> REPORT_OR_BODY = EnumSet.of(Cue.REPORT, Cue.REPORT_HEADING, Cue.BODY);

    /** How long the number of a test report and its day are together. */
    private static final int NUMBER_AND_DAY = 80;

    private final ExtractedPage page;
    private final List<CueHit> cues;

    PageText(ExtractedPage page) {
        this.page = page;
        this.cues = Cues.in(page.text());
    }

    ExtractedPage page() {
        return page;
    }

    String text() {
        return page.text();
    }

    List<CueHit> cues() {
        return cues;
    }

    /** Something that stands on the page. */
    Particular particular(Field field, String value, String key, Certainty certainty, int start, int end) {
        return particular(field, value, null, key, certainty, start, end);
    }

    Particular particular(
            Field field,
            String value,
            @Nullable IdentifierKind kind,
            String key,
            Certainty certainty,
            int start,
            int end) {
        return new Particular(
                field,
                value,
                kind,
                key,
                certainty,
                page.number(),
                start,
                end,
                text().substring(start, end),
                words(start, end).stream()
                        .map(word -> new Box(word.left(), word.top(), word.right(), word.bottom()))
                        .toList());
    }

    /** What stands in the file as text is read as it is; what was recognised may have been misread. */
    Certainty legibility(int start, int end) {
        List<Word> words = words(start, end);
        if (words.isEmpty()) {
            return Certainty.SURE;
        }
        return words.stream().allMatch(word -> word.confidence() >= LEGIBLE) ? Certainty.LIKELY : Certainty.POSSIBLE;
    }

    /** Of what follows no form: recognition cannot tell a 3 from the letter beside a sign of the other sort. */
    Certainty legibilityOfFree(int start, int end) {
        boolean ambiguous = !words(start, end).isEmpty()
                && AMBIGUOUS.matcher(text().substring(start, end)).find();
        return ambiguous ? Certainty.POSSIBLE : legibility(start, end);
    }

    /** The last of some cues that ends at most so many characters before a place. */
    Optional<CueHit> before(int place, int distance, EnumSet<Cue> wanted) {
        for (int i = cuesBefore(place) - 1; i >= 0 && place - cues.get(i).end() <= distance; i--) {
            if (wanted.contains(cues.get(i).cue())) {
                return Optional.of(cues.get(i));
            }
        }
        return Optional.empty();
    }

    /** The last of some labels before a place, whose part of the page that place is in. */
    Optional<CueHit> labelBefore(int place, EnumSet<Cue> wanted) {
        for (int i = cuesBefore(place) - 1; i >= 0; i--) {
            if (wanted.contains(cues.get(i).cue()) && isLabel(cues.get(i))) {
                return Optional.of(cues.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether words stand there as the label of what follows, and not within a sentence. */
    boolean isLabel(CueHit hit) {
        return hit.beginsLine()
                || isGiverOfReport(hit)
                || ANYWHERE.contains(hit.cue())
                || text().startsWith(":", hit.end())
                || text().startsWith("заявляет", hit.start());
    }

    /** Whether a cue says who gave the test report before it: a laboratory, while certificates are given by bodies. */
    boolean isGiverOfReport(CueHit hit) {
        return hit.cue() == Cue.BODY
                && !hit.beginsLine()
                && before(hit.start(), NUMBER_AND_DAY, REPORT_OR_BODY)
                        .filter(cue -> cue.cue() != Cue.BODY)
                        .isPresent();
    }

    /** Where the part that a cue begins ends: before the next label, or so many characters on. */
    int endOfPart(CueHit cue, int longest) {
        int end = Math.min(text().length(), cue.end() + longest);
        for (int i = cuesBefore(cue.end()); i < cues.size() && cues.get(i).start() < end; i++) {
            if (isLabel(cues.get(i))) {
                return cues.get(i).start();
            }
        }
        return end;
    }

    /** Where the line that a place is in begins. */
    int startOfLine(int place) {
        return text().lastIndexOf('\n', place - 1) + 1;
    }

    /** Where the line that a place is in ends. */
    int endOfLine(int place) {
        int end = text().indexOf('\n', place);
        return end < 0 ? text().length() : end;
    }

    private List<Word> words(int start, int end) {
        List<Word> all = page.words();
        int first = count(all, word -> word.end() <= start);
        int last = first;
        while (last < all.size() && all.get(last).start() < end) {
            last++;
        }
        return all.subList(first, last);
    }

    private int cuesBefore(int place) {
        return count(cues, cue -> cue.end() <= place);
    }

    /** How many of a list's first items hold to something that none behind them does. */
    private static <T> int count(List<T> items, Predicate<T> first) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first.test(items.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
