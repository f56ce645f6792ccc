package org.sharedregistry.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.extraction.ExtractedPage.Code;
import org.sharedregistry.extraction.ExtractedPage.Rereading;
import org.sharedregistry.identifier.Ballot;
import org.sharedregistry.identifier.Confidence;
import org.sharedregistry.identifier.Elected;
import org.sharedregistry.identifier.Folding;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Mention;
import org.sharedregistry.identifier.Reading;
import org.sharedregistry.paper.Particular.Box;

/** The numbers of the field on a page, in its text and in its bar codes. */
final class Numbers {

    private static final Map<IdentifierKind, Field> FIELDS = Map.ofEntries(
            Map.entry(IdentifierKind.EAEU_CERTIFICATE, Field.CERTIFICATE),
            Map.entry(IdentifierKind.NATIONAL_CERTIFICATE, Field.CERTIFICATE),
            Map.entry(IdentifierKind.VOLUNTARY_CERTIFICATE, Field.CERTIFICATE),
            Map.entry(IdentifierKind.EAEU_DECLARATION, Field.DECLARATION),
            Map.entry(IdentifierKind.NATIONAL_DECLARATION, Field.DECLARATION),
            Map.entry(IdentifierKind.STATE_REGISTRATION, Field.STATE_REGISTRATION),
            Map.entry(IdentifierKind.ACCREDITATION, Field.ACCREDITATION),
            Map.entry(IdentifierKind.PRODUCTION_REGISTER_ENTRY, Field.PRODUCTION_CONFIRMATION),
            Map.entry(IdentifierKind.RADIO_ELECTRONICS_ENTRY, Field.PRODUCTION_CONFIRMATION),
            Map.entry(IdentifierKind.OWN_PRODUCTION_CERTIFICATE, Field.PRODUCTION_CONFIRMATION),
            Map.entry(IdentifierKind.CERTIFICATE_OF_ORIGIN, Field.PRODUCTION_CONFIRMATION),
            Map.entry(IdentifierKind.TECHNICAL_REGULATION, Field.REGULATION),
            Map.entry(IdentifierKind.HS_CODE, Field.HS),
            Map.entry(IdentifierKind.OKPD2, Field.OKPD2),
            Map.entry(IdentifierKind.OKRB007, Field.OKRB007),
            Map.entry(IdentifierKind.GTIN, Field.GTIN),
            Map.entry(IdentifierKind.STATE_REGISTER_CARD, Field.CARD),
            Map.entry(IdentifierKind.INN, Field.ORGANISATION_ID),
            Map.entry(IdentifierKind.OGRN, Field.ORGANISATION_ID),
            Map.entry(IdentifierKind.UNP, Field.ORGANISATION_ID));

    /** What digits alone can be only where words say so, and the words. */
    private static final Map<IdentifierKind, Cue> SAID_BY = Map.of(
            IdentifierKind.INN, Cue.INN,
            IdentifierKind.OGRN, Cue.OGRN,
            IdentifierKind.UNP, Cue.UNP);

    private static final EnumSet<Cue> ORGANISATION_NUMBERS = EnumSet.of(Cue.INN, Cue.OGRN, Cue.UNP);
    private static final EnumSet<Cue> CLASSIFIERS = EnumSet.of(Cue.OKPD2, Cue.OKRB007);

    /** Between a label and its number, such as {@code (ОГРН): }. */
    private static final int BESIDE = 12;

    /** Between a label and the last of several codes. */
    private static final int IN_THE_LIST = 200;

    /** The kinds of numbers that follow "registration number". */
    private static final EnumSet<Field> OWN_NUMBERS =
            EnumSet.of(Field.CERTIFICATE, Field.DECLARATION, Field.PRODUCTION_CONFIRMATION, Field.STATE_REGISTRATION);

    private static final EnumSet<Field> OF_DOCUMENTS = EnumSet.of(
            Field.CERTIFICATE,
            Field.DECLARATION,
            Field.PRODUCTION_CONFIRMATION,
            Field.STATE_REGISTRATION,
            Field.ACCREDITATION);

    private static final int LONGEST_OWN_NUMBER = 60;

    /** As certificates and declarations of Russia end, behind the letter of what they cover. */
    private static final Pattern TAIL =
            Pattern.compile("\\d(?<=[\\p{L}\\p{Nd}][.,:] ?\\d)\\d{4} ?/ ?\\d{2}(?![\\d/.-])");

    /** A number of a state, which the Union's would be with {@code ЕАЭС} before it. */
    private static final Pattern OF_A_STATE = Pattern.compile("\\P{L}*(?:N\\P{L}+)?BY ?/.*");

    private static final EnumSet<IdentifierKind> OF_A_STATE_ALONE =
            EnumSet.of(IdentifierKind.NATIONAL_CERTIFICATE, IdentifierKind.NATIONAL_DECLARATION);

    /** As Russia numbers bodies and laboratories; a letter that is still Latin was misread. */
    private static final Pattern MISREAD_ACCREDITATION = Pattern.compile("RA\\.RU\\..*[A-Z].*");

    /** What was {@code RA.RU.} before it was taken for Cyrillic letters; as long as that. */
    private static final Pattern MISREAD_RUSSIA =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])\\p{L}{2}\\.[\\p{L}0]{2}\\.(?=[12]\\d)");

    private static final int LONGEST_ACCREDITATION = 60;

    /** A form has two or three. */
    private static final int MOST_ACCREDITATIONS = 20;

    private final PageText text;

    Numbers(PageText text) {
        this.text = text;
    }

    List<Particular> read() {
        List<Particular> found = new ArrayList<>(elected());
        List<Particular> elected = List.copyOf(found);
        List<Mention> mentions = Identifiers.find(text.text());
        for (Mention mention : mentions.subList(0, Math.min(mentions.size(), PaperReader.MOST_PARTICULARS))) {
            if (elected.stream().noneMatch(each -> overlap(each, mention.start(), mention.end()))) {
                kind(mention).ifPresent(reading -> found.add(particular(mention, reading)));
            }
        }
        accreditations(found);
        labelled(found);
        tails(found);
        text.page().codes().forEach(code -> found.add(scanned(code)));
        found.sort(Comparator.comparingInt(Particular::start));
        return found;
    }

    /** What the readings of lines that were read several times agree on. */
    private List<Particular> elected() {
        Map<Line, List<String>> lines = text.page().rereadings().stream()
                .collect(Collectors.groupingBy(
                        each -> new Line(each.start(), each.end()),
                        LinkedHashMap::new,
                        Collectors.mapping(Rereading::text, Collectors.toList())));
        List<Particular> found = new ArrayList<>();
        lines.forEach((line, others) -> {
            for (Elected each : Ballot.numbers(text.text().substring(line.start, line.end), others)) {
                // What has a check digit and no letters is found in the text, where the words before it count.
                if (OF_DOCUMENTS.contains(field(each.reading()))) {
                    found.add(elected(each, line.start + each.start(), line.start + each.end()));
                }
            }
        });
        return found;
    }

    /** The readings vote on what differs between the numbers of one form, and so never on the letters of the Union. */
    private Particular elected(Elected elected, int start, int end) {
        boolean lacksUnion = OF_A_STATE
                .matcher(Folding.fold(text.text().substring(start, end)))
                .matches();
        return Stream.of(elected.reading())
                .filter(reading -> lacksUnion)
                .flatMap(reading -> Identifiers.read(reading.display().replaceFirst("^ЕАЭС ", "")).stream())
                .filter(reading -> OF_A_STATE_ALONE.contains(reading.kind()))
                .findFirst()
                .map(reading -> particular(reading, certainty(elected).and(Certainty.LIKELY), start, end))
                .orElseGet(() -> particular(elected.reading(), certainty(elected), start, end));
    }

    /** Behind the words for an accreditation a number can be told by its form, however its letters were misread. */
    private void accreditations(List<Particular> found) {
        text.cues().stream()
                .filter(cue -> cue.cue() == Cue.ACCREDITATION)
                .limit(MOST_ACCREDITATIONS)
                .forEach(cue -> accreditation(cue.end(), found));
    }

    private void accreditation(int start, List<Particular> found) {
        int end = Math.min(text.text().length(), start + LONGEST_ACCREDITATION);
        if (found.stream().anyMatch(each -> overlap(each, start, end))) {
            return;
        }
        String behind =
                MISREAD_RUSSIA.matcher(text.text().substring(start, end)).replaceFirst("RA.RU.");
        Ballot.numbers(behind, List.of()).stream()
                .filter(each -> each.reading().kind() == IdentifierKind.ACCREDITATION)
                .map(each -> particular(each.reading(), Certainty.POSSIBLE, start + each.start(), start + each.end()))
                .forEach(found::add);
    }

    private static Certainty certainty(Elected elected) {
        return elected.isSure() ? Certainty.SURE : elected.votes() > 0 ? Certainty.LIKELY : Certainty.POSSIBLE;
    }

    private static boolean overlap(Particular particular, int start, int end) {
        return particular.start() < end && particular.end() > start;
    }

    /** Which of its readings a number has on this page; nothing where digits have a check digit by chance alone. */
    private Optional<Reading> kind(Mention mention) {
        IdentifierKind kind = mention.reading().kind();
        if (kind == IdentifierKind.OKPD2 || kind == IdentifierKind.OKRB007) {
            boolean belarusian = text.before(mention.start(), IN_THE_LIST, CLASSIFIERS)
                    .filter(cue -> cue.cue() == Cue.OKRB007)
                    .isPresent();
            return reading(mention, belarusian ? IdentifierKind.OKRB007 : IdentifierKind.OKPD2);
        }
        if (!isDigits(mention.raw())) {
            return Optional.of(mention.reading());
        }
        Optional<Cue> beside =
                text.before(mention.start(), BESIDE, ORGANISATION_NUMBERS).map(CueHit::cue);
        for (IdentifierKind each : SAID_BY.keySet()) {
            if (beside.filter(SAID_BY.get(each)::equals).isPresent()) {
                return reading(mention, each);
            }
        }
        if (beside.isPresent()) {
            // Misread: its check digit does not hold.
            return Optional.empty();
        }
        // Shorter ones have a right check digit by chance too often.
        return mention.raw().length() >= 12 ? reading(mention, IdentifierKind.GTIN) : Optional.empty();
    }

    private static Optional<Reading> reading(Mention mention, IdentifierKind kind) {
        if (mention.reading().kind() == kind) {
            return Optional.of(mention.reading());
        }
        return Identifiers.read(mention.raw()).stream()
                .filter(reading -> reading.kind() == kind)
                .findFirst();
    }

    private Particular particular(Mention mention, Reading reading) {
        Certainty legible = text.legibility(mention.start(), mention.end());
        boolean checked = SAID_BY.containsKey(reading.kind()) || reading.kind() == IdentifierKind.GTIN;
        // A check digit that holds behind the words that ask for it is a witness of its own.
        Certainty certainty = checked && legible == Certainty.LIKELY
                ? Certainty.SURE
                : reading.confidence() == Confidence.LOW ? legible.and(Certainty.LIKELY) : legible;
        boolean misread = MISREAD_ACCREDITATION.matcher(reading.display()).matches();
        return particular(reading, misread ? Certainty.POSSIBLE : certainty, mention.start(), mention.end());
    }

    private Particular particular(Reading reading, Certainty certainty, int start, int end) {
        return text.particular(field(reading), reading.display(), reading.kind(), reading.key(), certainty, start, end);
    }

    private static Field field(Reading reading) {
        return FIELDS.getOrDefault(reading.kind(), Field.OTHER);
    }

    /** Digits that are a number of a register only because the words before them say so. */
    private void labelled(List<Particular> found) {
        for (CueHit cue : text.cues()) {
            int end = Math.min(text.text().length(), cue.end() + LONGEST_OWN_NUMBER);
            if (cue.cue() == Cue.NUMBER
                    && found.stream().noneMatch(each -> each.start() >= cue.end() && each.start() < end)) {
                firstNumber(cue.end(), end).ifPresent(found::add);
            }
        }
    }

    private Optional<Particular> firstNumber(int start, int limit) {
        int begin = start;
        while (begin < limit && !Character.isLetterOrDigit(text.text().charAt(begin))) {
            begin++;
        }
        int end = begin;
        while (end < limit && Character.isDigit(text.text().charAt(end))) {
            end++;
        }
        int first = begin;
        int last = end;
        return Identifiers.read(text.text().substring(first, last)).stream()
                .filter(reading -> OWN_NUMBERS.contains(field(reading)))
                .findFirst()
                .map(reading -> particular(reading, text.legibility(first, last).and(Certainty.LIKELY), first, last));
    }

    /** What is legible of a number of which nothing else is. */
    private void tails(List<Particular> found) {
        TAIL.matcher(text.text())
                .results()
                .limit(PaperReader.MOST_PARTICULARS)
                .filter(tail ->
                        found.stream().noneMatch(each -> each.start() < tail.end() && each.end() > tail.start()))
                .map(tail -> text.particular(
                        Field.TAIL,
                        tail.group().replace(" ", ""),
                        "TAIL|" + tail.group().replace(" ", ""),
                        Certainty.POSSIBLE,
                        tail.start(),
                        tail.end()))
                .toList()
                .forEach(found::add);
    }

    private Particular scanned(Code code) {
        Optional<Reading> reading = Identifiers.read(code.text()).stream()
                .filter(each -> each.confidence() != Confidence.LOW)
                .findFirst();
        return new Particular(
                reading.map(Numbers::field).orElse(Field.OTHER),
                reading.map(Reading::display).orElse(code.text()),
                reading.map(Reading::kind).orElse(null),
                reading.map(Reading::key).orElse(code.text()),
                Certainty.SURE,
                text.page().number(),
                0,
                0,
                code.text(),
                Stream.of(new Box(code.left(), code.top(), code.right(), code.bottom()))
                        .toList());
    }

    private static boolean isDigits(String raw) {
        return raw.chars().allMatch(Character::isDigit);
    }

    /** A stretch of the page's text that was read several times. */
    private record Line(int start, int end) {}
}
