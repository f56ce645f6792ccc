package org.sharedregistry.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.paper.Paper.Ground;

/**
 * Reads what a paper says, page by page. Any text is taken; none makes it throw. What its pages say is data: no word on
 * them changes how they are read but those of {@link Cue}.
 */
public final class PaperReader {

    /** Raised whenever papers are read otherwise than before: all that was read by a lower one is read anew. */
    public static final int VERSION = 1;

    /** A table of a laboratory may name hundreds of numbers on each of a thousand pages. */
    static final int MOST_PARTICULARS = 3_000;

    /** How much of its line a heading takes up at least; within a sentence the same words are none. */
    private static final double HEADING_SHARE = 0.5;

    private static final int LONGEST_HEADING = 300;

    /** The fields that hold the numbers which a paper of some kind may have itself. */
    private static final Map<PaperKind, Set<Field>> OWN_NUMBER = Map.of(
            PaperKind.CERTIFICATE, EnumSet.of(Field.CERTIFICATE, Field.STATE_REGISTRATION),
            PaperKind.DECLARATION, EnumSet.of(Field.DECLARATION),
            PaperKind.TEST_REPORT, EnumSet.of(Field.TEST_REPORT),
            PaperKind.PRODUCTION_CONFIRMATION, EnumSet.of(Field.PRODUCTION_CONFIRMATION),
            PaperKind.PASSPORT, EnumSet.noneOf(Field.class),
            PaperKind.OTHER, EnumSet.noneOf(Field.class));

    private static final Map<Cue, Field> HOLDER_OF_ID =
            Map.of(Cue.MANUFACTURER, Field.MANUFACTURER_ID, Cue.APPLICANT, Field.APPLICANT_ID);

    private static final EnumSet<Cue> ORGANISATIONS =
            EnumSet.of(Cue.APPLICANT, Cue.MANUFACTURER, Cue.BODY, Cue.LABORATORY);

    private static final EnumSet<Cue> OF_OTHER_PAPERS = EnumSet.of(Cue.APPLICANT, Cue.MANUFACTURER, Cue.PRODUCT);

    private static final EnumSet<Cue> ACCREDITED = EnumSet.of(Cue.BODY, Cue.LABORATORY);
    private static final int NEAR_ACCREDITED = 300;

    private static final EnumSet<Field> DAYS =
            EnumSet.of(Field.ISSUED, Field.VALID_FROM, Field.VALID_TO, Field.TEST_REPORT_DATE, Field.DATE);

    private final List<Particular> particulars = new ArrayList<>();
    private PaperKind kind = PaperKind.OTHER;
    private final List<Ground> grounds = new ArrayList<>();
    private @Nullable Ground report;
    private boolean truncated;

    /** Takes the next page; pages come in the order of their numbers. */
    public void read(ExtractedPage page) {
        if (truncated || (page.text().isEmpty() && page.codes().isEmpty())) {
            return;
        }
        PageText text = new PageText(page);
        heading(text);
        List<Particular> found = Stream.of(
                        new Numbers(text).read().stream().map(each -> inItsPart(text, each)),
                        new Codes(text).read().stream(),
                        Standards.in(text).stream(),
                        new Dates(text).read().stream(),
                        new TestReports(text).read().stream(),
                        new Names(text).read().stream())
                .flatMap(each -> each)
                .sorted(Comparator.comparingInt(Particular::start))
                .limit((long) MOST_PARTICULARS - particulars.size() + 1)
                .toList();
        particulars.addAll(found);
        if (particulars.size() > MOST_PARTICULARS) {
            particulars.subList(MOST_PARTICULARS, particulars.size()).clear();
            truncated = true;
        }
    }

    /** What all pages say together. */
    public Paper paper() {
        if (kind == PaperKind.OTHER && report != null) {
            // Other papers name test reports in the genitive; a report names itself at the head of each page.
            kind = PaperKind.TEST_REPORT;
            grounds.add(report);
        }
        List<Particular> settled = confirmed(ownDates(ownNumber(firstProduct(particulars))));
        return new Paper(kind, grounds, settled, truncated);
    }

    /** The first heading tells the kind; certificates have annexes and reports name certificates. */
    private void heading(PageText text) {
        if (kind != PaperKind.OTHER) {
            return;
        }
        for (CueHit cue : text.cues()) {
            PaperKind headed = cue.cue().heading();
            if (headed != null && isHeading(text, cue)) {
                kind = headed;
                grounds.add(ground(text, cue));
                return;
            }
            if (cue.cue() == Cue.REPORT_HEADING && report == null && !isLabelled(text, cue)) {
                report = ground(text, cue);
            }
        }
    }

    private static Ground ground(PageText text, CueHit cue) {
        String raw = text.text().substring(cue.start(), cue.end());
        return new Ground(text.page().number(), cue.start(), cue.end(), raw);
    }

    /** Behind labels of a paper its test report has a label too; the report itself begins with its heading. */
    private static boolean isLabelled(PageText text, CueHit cue) {
        return text.labelBefore(cue.start(), OF_OTHER_PAPERS).isPresent();
    }

    /** A heading fills its line, or the better part of it; the number of a report or its object may follow. */
    private static boolean isHeading(PageText text, CueHit cue) {
        if (cue.cue() == Cue.REPORT_HEADING && isLabelled(text, cue)) {
            return false;
        }
        int lineStart = text.startOfLine(cue.start());
        int lineEnd = text.endOfLine(cue.start());
        if (lineEnd - lineStart > LONGEST_HEADING) {
            return false;
        }
        String line = text.text().substring(lineStart, lineEnd);
        long letters = line.chars().filter(Character::isLetter).count();
        long itsOwn = text.text()
                .substring(cue.start(), Math.min(cue.end(), lineEnd))
                .chars()
                .filter(Character::isLetter)
                .count();
        return itsOwn >= HEADING_SHARE * letters || (cue.cue() == Cue.REPORT_HEADING && cue.beginsLine());
    }

    /** A number of an organisation belongs to the part of the page in which it stands. */
    private static Particular inItsPart(PageText text, Particular found) {
        if (found.field() == Field.ORGANISATION_ID) {
            return text.labelBefore(found.start(), ORGANISATIONS)
                    .map(label -> HOLDER_OF_ID.get(label.cue()))
                    .map(found::as)
                    .orElse(found);
        }
        if (found.field() == Field.ACCREDITATION) {
            return text.before(found.start(), NEAR_ACCREDITED, ACCREDITED)
                    .map(cue -> found.as(
                            cue.cue() == Cue.LABORATORY || text.isGiverOfReport(cue)
                                    ? Field.LABORATORY_ACCREDITATION
                                    : Field.BODY_ACCREDITATION))
                    .orElse(found);
        }
        return found;
    }

    /** The word is common; it is a label where it comes first. */
    private static List<Particular> firstProduct(List<Particular> found) {
        Optional<Particular> first =
                found.stream().filter(each -> each.field() == Field.PRODUCT).findFirst();
        return found.stream()
                .filter(each -> each.field() != Field.PRODUCT
                        || first.filter(each::equals).isPresent())
                .toList();
    }

    /** The first number that a paper of its kind can have is its own, wherever else it stands. */
    private List<Particular> ownNumber(List<Particular> found) {
        Set<Field> own = Objects.requireNonNull(OWN_NUMBER.get(kind));
        Optional<String> key = found.stream()
                .filter(each -> own.contains(each.field()))
                .map(Particular::key)
                .findFirst();
        return found.stream()
                .map(each -> key.filter(each.key()::equals).isPresent() ? each.as(Field.NUMBER) : each)
                .toList();
    }

    /**
     * A test report is dated by the day behind its own number, or else by the day of its issue; it has no validity, and
     * the day up to which a laboratory is accredited is not its own.
     */
    private List<Particular> ownDates(List<Particular> found) {
        if (kind != PaperKind.TEST_REPORT) {
            return found;
        }
        Optional<String> own = found.stream()
                .filter(each -> each.field() == Field.TEST_REPORT_DATE)
                .map(Particular::key)
                .findFirst();
        return found.stream()
                .map(each -> switch (each.field()) {
                    case TEST_REPORT_DATE -> own.filter(each.key()::equals).isPresent() ? each.as(Field.ISSUED) : each;
                    case ISSUED -> own.isPresent() ? each.as(Field.DATE) : each;
                    case VALID_FROM, VALID_TO -> each.as(Field.DATE);
                    default -> each;
                })
                .toList();
    }

    /**
     * A number or day that two stretches of a picture say alike is sure, since few misreadings of one are another that its
     * form allows, and none twice the same; words and free designations are misread alike. So is a validity of whole
     * years, which tells both its days.
     */
    private static List<Particular> confirmed(List<Particular> found) {
        Map<String, Long> said = found.stream()
                .collect(Collectors.groupingBy(each -> each.field() + "|" + each.key(), Collectors.counting()));
        Set<Particular> wholeYears = Validity.ofWholeYears(found);
        List<Particular> confirmed = new ArrayList<>();
        for (Particular each : found) {
            boolean twice = hasForm(each) && said.getOrDefault(each.field() + "|" + each.key(), 0L) > 1;
            boolean legible = each.certainty() == Certainty.LIKELY;
            confirmed.add(legible && (twice || wholeYears.contains(each)) ? each.with(Certainty.SURE) : each);
        }
        return confirmed;
    }

    private static boolean hasForm(Particular found) {
        return found.kind() != null || DAYS.contains(found.field());
    }
}
