package org.sharedregistry.examination;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.sharedregistry.identifier.Folding;
import org.sharedregistry.identifier.Likeness;
import org.sharedregistry.paper.Certainty;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.OrganisationName;

/** A paper held against what the registry has: where they agree, where they differ, and what only one of them says. */
record Comparison(Recorded recorded, List<Line> lines) {

    /** Codes of which a shorter one stands for all that begin with it. */
    private static final Set<Field> CODES = Set.of(Field.HS, Field.OKPD2, Field.OKRB007);

    private static final Set<Field> NAMES = Set.of(Field.MANUFACTURER, Field.APPLICANT);

    /** What stands on every paper of an attestation that says it at all; not all print codes or laboratories. */
    private static final Set<Field> EXPECTED_OF_ATTESTATIONS = EnumSet.of(
            Field.NUMBER,
            Field.ISSUED,
            Field.VALID_FROM,
            Field.VALID_TO,
            Field.MANUFACTURER,
            Field.MODEL,
            Field.HS,
            Field.REGULATION,
            Field.BODY_ACCREDITATION,
            Field.TEST_REPORT);

    /** What a paper for goods says in any case: whose they are, and which. */
    private static final Set<Field> EXPECTED_OF_GOODS = EnumSet.of(Field.MANUFACTURER, Field.MODEL);

    /** In how many places signs that are taken for one another may differ, for a number to be called alike. */
    private static final int MOST_CONFUSIONS = 2;

    /** Between two keys; -1 beyond one sign. */
    private static final LevenshteinDistance ONE_SIGN = new LevenshteinDistance(1);

    /** What a paper says in other words: a validity without a day of issue begins on that day, and the other way round. */
    private static final Map<Field, Field> INSTEAD =
            Map.of(Field.ISSUED, Field.VALID_FROM, Field.VALID_FROM, Field.ISSUED, Field.NUMBER, Field.TAIL);

    static Comparison of(Printed printed, Recorded recorded) {
        List<Line> lines = new ArrayList<>();
        new TreeMap<>(recorded.values()).forEach((field, held) -> {
            List<Printed.Value> said = said(printed, field, held);
            boolean expected = !held.isEmpty() && isExpected(recorded.subject(), field);
            if (!said.isEmpty() || expected) {
                lines.add(line(recorded.subject(), field, said, held));
            }
        });
        return new Comparison(recorded, lines);
    }

    private static List<Printed.Value> said(Printed printed, Field field, List<Recorded.Value> held) {
        List<Printed.Value> said = printed.all(field);
        if (field == Field.MANUFACTURER_ID) {
            // A paper may name the registration number besides, which the registry does not keep.
            Set<String> schemes = held.stream().map(each -> scheme(each.key())).collect(Collectors.toSet());
            return said.stream()
                    .filter(each -> schemes.contains(scheme(each.key())))
                    .toList();
        }
        Field instead = INSTEAD.get(field);
        return said.isEmpty() && instead != null ? printed.all(instead) : said;
    }

    private static boolean isExpected(Recorded.Subject subject, Field field) {
        return (subject == Recorded.Subject.GOODS ? EXPECTED_OF_GOODS : EXPECTED_OF_ATTESTATIONS).contains(field);
    }

    private static String scheme(String key) {
        return key.substring(0, Math.max(key.indexOf('|'), 0));
    }

    /** The lines on which paper and registry do not say the same. */
    List<Line> mismatches() {
        return lines.stream().filter(line -> line.outcome != Outcome.AGREES).toList();
    }

    private static Line line(
            Recorded.Subject subject, Field field, List<Printed.Value> printed, List<Recorded.Value> held) {
        if (printed.isEmpty()) {
            // What recognition overlooks is absent as well.
            return new Line(field, Outcome.NOT_ON_PAPER, Certainty.POSSIBLE, printed, held);
        }
        if (held.isEmpty()) {
            return new Line(field, Outcome.NOT_RECORDED, printed.get(0).certainty(), printed, held);
        }
        List<Printed.Value> strange = printed.stream()
                .filter(each -> held.stream().noneMatch(other -> isSame(field, each, other)))
                .toList();
        boolean overlap = strange.size() < printed.size();
        boolean anyMissing =
                held.stream().anyMatch(each -> printed.stream().noneMatch(other -> isSame(field, other, each)));
        Rule rule = Rule.of(subject, field);
        if (rule.isKept(strange.isEmpty(), overlap, anyMissing)) {
            return new Line(field, Outcome.AGREES, printed.get(0).certainty(), printed, held);
        }
        if (rule == Rule.RECORDED) {
            return new Line(field, Outcome.NOT_RECORDED, strange.get(0).certainty(), strange, held);
        }
        if (overlap) {
            Certainty certainty =
                    strange.isEmpty() ? Certainty.POSSIBLE : strange.get(0).certainty();
            return new Line(field, Outcome.PARTLY, certainty, printed, held);
        }
        boolean alike = printed.stream().anyMatch(each -> held.stream().anyMatch(other -> isAlike(field, each, other)));
        return new Line(
                field, alike ? Outcome.ALIKE : Outcome.DIFFERS, printed.get(0).certainty(), printed, held);
    }

    private static boolean isSame(Field field, Printed.Value printed, Recorded.Value held) {
        if (CODES.contains(field)) {
            return printed.key().startsWith(held.key()) || held.key().startsWith(printed.key());
        }
        return printed.key().equals(held.key())
                // Kept as it was written, by somebody who knew no form for it.
                || (field == Field.NUMBER && held.key().equals("FREE|" + Folding.bare(printed.value())));
    }

    /** Whether they differ as a misreading differs from what was printed. */
    private static boolean isAlike(Field field, Printed.Value printed, Recorded.Value held) {
        if (NAMES.contains(field)) {
            return OrganisationName.isAlike(printed.key(), held.key());
        }
        if (field != Field.NUMBER) {
            return printed.certainty() != Certainty.SURE && ONE_SIGN.apply(printed.key(), held.key()) >= 0;
        }
        Likeness one = Likeness.of(printed.value());
        Likeness other = Likeness.of(held.value());
        OptionalInt confusions = one.confusions(other);
        return confusions.orElse(Integer.MAX_VALUE) <= MOST_CONFUSIONS
                || one.tails().stream().anyMatch(other.tails()::contains);
    }

    /** When paper and registry agree in a field in which both say something. */
    private enum Rule {
        /** Both say the same values. */
        SAME,
        /** One value is the same: of a name in three languages a paper has one, of several codes a sample's. */
        ONE,
        /** The paper says all that is recorded; it may be about other goods too. */
        ALL_RECORDED,
        /** All that the paper says is recorded; other papers say the rest. */
        RECORDED;

        static Rule of(Recorded.Subject subject, Field field) {
            if (subject == Recorded.Subject.ATTESTATION) {
                // Several registers have a card of one attestation.
                return NAMES.contains(field) || field == Field.CARD ? ONE : SAME;
            }
            return field == Field.MODEL ? ALL_RECORDED : field == Field.REGULATION ? RECORDED : ONE;
        }

        boolean isKept(boolean nothingStrange, boolean overlap, boolean anyMissing) {
            return switch (this) {
                case SAME -> nothingStrange && !anyMissing;
                case ONE -> overlap;
                case ALL_RECORDED -> !anyMissing;
                case RECORDED -> nothingStrange;
            };
        }
    }

    /** How a paper and the registry stand to each other in one field. */
    public enum Outcome {
        AGREES,
        /** Nothing printed is recorded, but the difference is what a misreading looks like. */
        ALIKE,
        /** Some of it is the same, and one of them says more. */
        PARTLY,
        DIFFERS,
        NOT_ON_PAPER,
        NOT_RECORDED
    }

    /**
     * One field of the two.
     *
     * @param certainty how sure it is that the paper says so
     */
    record Line(
            Field field,
            Outcome outcome,
            Certainty certainty,
            List<Printed.Value> printed,
            List<Recorded.Value> recorded) {

        /** The values as shown, in a fixed order: what a settlement of this line was about. */
        List<String> printedValues() {
            return sorted(printed.stream().map(Printed.Value::value));
        }

        List<String> recordedValues() {
            return sorted(recorded.stream().map(Recorded.Value::value));
        }

        private static List<String> sorted(Stream<String> values) {
            return values.distinct().sorted().toList();
        }
    }
}
