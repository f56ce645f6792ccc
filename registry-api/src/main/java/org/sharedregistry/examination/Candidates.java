package org.sharedregistry.examination;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.examination.Comparison.Line;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.paper.Field;
import org.springframework.stereotype.Component;

/**
 * What a paper can be about: the attestations and goods entries that it may name or show, with the grounds for and
 * against each. None is chosen here, however good its grounds: that is for a person.
 */
@Component
public class Candidates {

    private static final int MOST = 10;

    /** A number without its letters is shared by few; these are looked at one by one. */
    private static final int MOST_COMPARED = 300;

    /** What agreement in a field counts; half of it counts against where both say something else. */
    private static final Map<Field, Integer> WEIGHTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Field.NUMBER, 100),
            Map.entry(Field.CARD, 100),
            Map.entry(Field.TEST_REPORT, 25),
            Map.entry(Field.VALID_TO, 20),
            Map.entry(Field.GTIN, 20),
            Map.entry(Field.VALID_FROM, 15),
            Map.entry(Field.ISSUED, 15),
            Map.entry(Field.HS, 15),
            Map.entry(Field.MANUFACTURER_ID, 15),
            Map.entry(Field.MODEL, 15),
            Map.entry(Field.MANUFACTURER, 10),
            Map.entry(Field.OKPD2, 8),
            Map.entry(Field.BODY_ACCREDITATION, 6),
            Map.entry(Field.LABORATORY_ACCREDITATION, 4),
            Map.entry(Field.REGULATION, 4)));

    private final Examined examined;
    private final Attestations attestations;
    private final Goods goods;
    private final Records records;

    Candidates(Examined examined, Attestations attestations, Goods goods, Records records) {
        this.examined = examined;
        this.attestations = attestations;
        this.goods = goods;
        this.records = records;
    }

    /** What a document can be about, for those who examine it. */
    public Proposed of(Caller caller, UUID document) {
        Printed printed = examined.printed(examined.document(caller, document));
        List<Candidate> likely = attestations(caller, printed);
        return new Proposed(likely, goods(caller, printed, likely));
    }

    /** At most ten attestations that the caller may know of, the best first. */
    List<Candidate> attestations(Caller caller, Printed printed) {
        List<String> keys = Stream.of(Field.NUMBER, Field.CARD)
                .flatMap(field -> values(printed, field, Printed.Value::key).stream())
                .toList();
        List<String> numbers = values(printed, Field.NUMBER, Printed.Value::value);
        List<String> tails = values(printed, Field.TAIL, Printed.Value::value);
        List<UUID> found = attestations.like(
                keys,
                Stream.concat(numbers.stream(), tails.stream()).toList(),
                values(printed, Field.VALID_FROM, Printed.Value::value),
                values(printed, Field.VALID_TO, Printed.Value::value),
                values(printed, Field.HS, Printed.Value::value),
                MOST_COMPARED);
        Map<UUID, Attestation> byId = attestations.all(found);
        List<Attestation> known =
                byId.values().stream().filter(each -> mayKnow(caller, each)).toList();
        Map<UUID, Set<String>> covered = covered(caller, known);
        return best(printed, records.ofAttestations(known), covered);
    }

    /**
     * At most ten goods entries that the paper may be filed for, the best first: what the likeliest attestations cover,
     * what carries an article number on it, and what the caller makes itself.
     */
    List<Candidate> goods(Caller caller, Printed printed, List<Candidate> likely) {
        Set<UUID> ids = new LinkedHashSet<>(goods.byNumbers(
                        likely.stream().flatMap(each -> each.goods.stream()).collect(Collectors.toSet()))
                .values());
        goods.byGtins(values(printed, Field.GTIN, Printed.Value::value))
                .values()
                .forEach(ids::addAll);
        if (caller.organisation() != null) {
            ids.addAll(goods.madeBy(caller.organisation()));
        }
        return best(printed, records.ofGoods(ids), Map.of());
    }

    private static List<Candidate> best(Printed printed, List<Recorded> recorded, Map<UUID, Set<String>> covered) {
        return recorded.stream()
                .map(each -> candidate(Comparison.of(printed, each), covered.getOrDefault(each.id(), Set.of())))
                .filter(candidate -> candidate.score > 0)
                .sorted(Comparator.comparingInt(Candidate::score).reversed().thenComparing(Candidate::name))
                .limit(MOST)
                .toList();
    }

    private static Candidate candidate(Comparison comparison, Set<String> goods) {
        List<Ground> grounds = comparison.lines().stream()
                .filter(line -> points(line) != 0)
                .map(line -> new Ground(
                        line.field(), line.outcome(), points(line), line.printedValues(), line.recordedValues()))
                .toList();
        int score = grounds.stream().mapToInt(Ground::points).sum();
        Recorded recorded = comparison.recorded();
        return new Candidate(recorded.subject(), recorded.id(), recorded.name(), goods, score, grounds);
    }

    private static int points(Line line) {
        int weight = WEIGHTS.getOrDefault(line.field(), 0);
        return switch (line.outcome()) {
            case AGREES -> weight;
            case ALIKE, PARTLY -> weight / 2;
            case DIFFERS -> -weight / 2;
            case NOT_ON_PAPER, NOT_RECORDED -> 0;
        };
    }

    /** Test reports are secrets of their owners: not even their numbers are proposed to others. */
    static boolean mayKnow(Caller caller, Attestation attestation) {
        return attestation.kind() != AttestationKind.TEST_REPORT
                || caller.isOfficial()
                || caller.actsFor(attestation.manufacturer())
                || caller.actsFor(attestation.body());
    }

    /** The numbers of the entries that each covers; drafts are seen by their manufacturer alone. */
    private Map<UUID, Set<String>> covered(Caller caller, Collection<Attestation> known) {
        Map<UUID, GoodsEntry> entries =
                goods.all(known.stream().flatMap(each -> each.goods().stream()).collect(Collectors.toSet())).stream()
                        .filter(entry -> !entry.isDraft() || caller.actsFor(entry.manufacturer()))
                        .collect(Collectors.toMap(GoodsEntry::id, Function.identity()));
        return known.stream()
                .collect(Collectors.toMap(
                        Attestation::id,
                        each -> each.goods().stream()
                                .flatMap(id -> Stream.ofNullable(entries.get(id)))
                                .map(GoodsEntry::address)
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    private static List<String> values(Printed printed, Field field, Function<Printed.Value, String> part) {
        return printed.all(field).stream().map(part).toList();
    }

    /** The attestations and goods entries, each the best first. */
    public record Proposed(List<Candidate> attestations, List<Candidate> goods) {}

    /**
     * Something that a paper may be about.
     *
     * @param goods numbers of the entries that an attestation covers
     * @param score the sum of its grounds' points; it orders candidates and means nothing by itself
     */
    public record Candidate(
            Recorded.Subject subject, UUID id, String name, Set<String> goods, int score, List<Ground> grounds) {}

    /** A field that speaks for a candidate, or with negative points against it. */
    public record Ground(
            Field field, Comparison.Outcome outcome, int points, List<String> printed, List<String> recorded) {}
}
