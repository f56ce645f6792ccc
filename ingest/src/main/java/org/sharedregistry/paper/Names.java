package org.sharedregistry.paper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedregistry.identifier.Folding;
import org.sharedregistry.paper.OrganisationName.Span;

/** Who and what a page names behind its labels: organisations, the product, its models. */
final class Names {

    private static final EnumSet<Cue> ORGANISATIONS =
            EnumSet.of(Cue.APPLICANT, Cue.MANUFACTURER, Cue.BODY, Cue.LABORATORY);

    /** A name stands near its label; what comes later is an address. */
    private static final int LONGEST_ORGANISATION = 220;

    private static final int LONGEST_PRODUCT = 300;
    private static final int LONGEST_LIST = 1_500;
    private static final int LONGEST_MODEL = 60;
    private static final int MOST_MODELS = 200;

    /** Where the list of models ends. */
    private static final Pattern END_OF_LIST = Pattern.compile("[);]|\\.(?=\\s|$)|\\n\\s*\\n");

    private static final Pattern END_OF_PRODUCT = Pattern.compile("[(;]|\\.(?=\\s|$)|\\n\\s*\\n");

    private static final Pattern ITEM = Pattern.compile("[^,]+");

    private final PageText text;

    Names(PageText text) {
        this.text = text;
    }

    List<Particular> read() {
        List<Particular> found = new ArrayList<>();
        for (CueHit cue : text.cues()) {
            if (ORGANISATIONS.contains(cue.cue()) && text.isLabel(cue)) {
                organisation(cue).ifPresent(found::add);
            } else if (cue.cue() == Cue.PRODUCT && text.isLabel(cue)) {
                product(cue).ifPresent(found::add);
            } else if (cue.cue() == Cue.MODELS) {
                found.addAll(models(cue));
            }
        }
        return found;
    }

    private Optional<Particular> organisation(CueHit cue) {
        int end = text.endOfPart(cue, LONGEST_ORGANISATION);
        return OrganisationName.first(text.text().substring(cue.end(), end))
                .map(span -> organisation(cue, new Span(cue.end() + span.start(), cue.end() + span.end())));
    }

    private Particular organisation(CueHit cue, Span span) {
        String name = spaced(text.text().substring(span.start(), span.end()));
        return text.particular(
                text.isGiverOfReport(cue) ? Field.LABORATORY : field(cue),
                name,
                OrganisationName.key(name),
                text.legibility(span.start(), span.end()),
                span.start(),
                span.end());
    }

    private Optional<Particular> product(CueHit cue) {
        int start = behindSigns(cue.end());
        int end = firstOf(END_OF_PRODUCT, start, Math.max(start, text.endOfPart(cue, LONGEST_PRODUCT)));
        String name = spaced(text.text().substring(start, end));
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(text.particular(
                        Field.PRODUCT,
                        name,
                        Folding.bare(name),
                        text.legibility(start, end).and(Certainty.LIKELY),
                        start,
                        end));
    }

    /**
     * Behind a colon, in the rest of a line that the word begins, or below a word alone: the head of a column is followed
     * by other heads.
     */
    private List<Particular> models(CueHit cue) {
        boolean colon = text.text().startsWith(":", cue.end());
        if (!colon && !cue.beginsLine()) {
            return List.of();
        }
        int start = behindSigns(cue.end());
        int limit = text.endOfPart(cue, LONGEST_LIST);
        boolean alone = start >= text.endOfLine(cue.end());
        int last = colon || alone ? limit : Math.min(limit, text.endOfLine(cue.end()));
        int end = firstOf(END_OF_LIST, start, Math.max(start, last));
        Matcher item = ITEM.matcher(text.text());
        item.region(start, end);
        List<Particular> models = new ArrayList<>();
        Certainty most = Certainty.SURE;
        while (item.find() && models.size() < MOST_MODELS) {
            if (item.group().strip().contains("\n")) {
                // What goes over the end of a line may go into a label that was not understood.
                most = Certainty.POSSIBLE;
            }
            model(item.start(), item.end(), most).ifPresent(models::add);
        }
        return models;
    }

    private Optional<Particular> model(int from, int to, Certainty most) {
        int start = behindSigns(from);
        int end = to;
        while (end > start && Character.isWhitespace(text.text().charAt(end - 1))) {
            end--;
        }
        String model = end <= start ? "" : spaced(text.text().substring(start, end));
        return model.isEmpty()
                        || model.length() > LONGEST_MODEL
                        || Folding.bare(model).isEmpty()
                ? Optional.empty()
                : Optional.of(text.particular(
                        Field.MODEL,
                        model,
                        Folding.bare(model),
                        text.legibilityOfFree(start, end).and(most),
                        start,
                        end));
    }

    private int behindSigns(int place) {
        int start = place;
        while (start < text.text().length()
                && (" \t\n\r:|—-.,'‘".indexOf(text.text().charAt(start)) >= 0)) {
            start++;
        }
        return start;
    }

    private int firstOf(Pattern pattern, int start, int limit) {
        Matcher matcher = pattern.matcher(text.text());
        matcher.region(start, limit);
        return matcher.find() ? matcher.start() : limit;
    }

    private static Field field(CueHit cue) {
        return Objects.requireNonNull(cue.cue().field(), "Labels of organisations have a field");
    }

    private static String spaced(String raw) {
        return raw.strip().replaceAll("\\s+", " ");
    }
}
