package org.sharedregistry.attestation;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Likeness;
import org.sharedregistry.identifier.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a number that names nothing may have been meant to be. */
final class SimilarNumbers {

    private static final int MOST = 5;

    /** Documents of many states and bodies share a serial. */
    private static final int MOST_COMPARED = 200;

    /** Of those that share an end or a validity; in a registry of millions that bounds the question. */
    private static final int ENOUGH = 5_000;

    private static final int MOST_CONFUSIONS = 2;

    private static final int SHORTEST_CODE = 2;

    /** What is no document's number, however it is spelled. */
    private static final Set<IdentifierKind> NEVER_MISSPELT =
            EnumSet.of(IdentifierKind.STATE_REGISTER_CARD, IdentifierKind.OTHER_SCHEME);

    private final JdbcClient jdbc;

    SimilarNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most five; those that differ by confused signs before those with equal serial and year, the likest first. */
    List<String> to(String number, List<Reading> readings, long known) {
        if (readings.stream().map(Reading::kind).anyMatch(NEVER_MISSPELT::contains)) {
            return List.of();
        }
        List<Likeness> asked = Stream.concat(
                        Stream.of(number), readings.stream().map(Reading::display))
                .map(Likeness::of)
                .distinct()
                .toList();
        return candidates(asked, NumberKey.candidates(number, readings), known).stream()
                .map(candidate -> Similar.of(candidate, asked))
                .filter(Similar::isLikely)
                .sorted()
                .map(Similar::number)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** See {@link Attestations#like}. */
    List<UUID> like(
            List<String> keys, List<String> numbers, List<String> from, List<String> to, List<String> codes, int most) {
        List<Likeness> asked = numbers.stream().map(Likeness::of).toList();
        return jdbc.sql("""
                        with likely (id, likeliness) as (
                            select id, 4 from attestation where key = any (:keys)
                            union all select attestation, 4 from attestation_alias where key = any (:keys)
                            union all select id, 2 from attestation where skeleton = any (:skeletons)
                            union all (select id, 1 from attestation where tail = any (:tails) limit :enough)
                            union all (select attestation, 1 + coalesce(data -> 'hs' ??| :codes, false)::int
                                       from attestation_version
                                       where data ->> 'validTo' = any (:to) and data ->> 'validFrom' = any (:from)
                                       limit :enough))
                        select id from likely group by id order by sum(likeliness) desc, id limit :most
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("skeletons", asked.stream().map(Likeness::skeleton).toArray(String[]::new))
                .param(
                        "tails",
                        asked.stream().flatMap(each -> each.tails().stream()).toArray(String[]::new))
                .param("from", from.toArray(String[]::new))
                .param("to", to.toArray(String[]::new))
                .param("codes", codes.stream().flatMap(SimilarNumbers::headings).toArray(String[]::new))
                .param("enough", ENOUGH)
                .param("most", most)
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }

    /** A code and all shorter ones that stand for it. */
    private static Stream<String> headings(String code) {
        return IntStream.rangeClosed(SHORTEST_CODE, code.length()).mapToObj(length -> code.substring(0, length));
    }

    /** Test reports are secrets of their owners: not even their numbers are proposed. */
    private List<Candidate> candidates(List<Likeness> asked, Set<String> missed, long known) {
        return jdbc.sql("""
                        select number, split_part(key, '|', 2) as body, coalesce(tail, '') as tail from attestation a
                        where (skeleton = any (:skeletons) or tail = any (:tails))
                            and key <> all (:missed)
                            and kind <> 'TEST_REPORT'
                            and exists (
                                select from attestation_version v where v.attestation = a.id and v.sequence <= :known)
                        order by skeleton = any (:skeletons) desc, number
                        limit :most
                        """)
                .param("skeletons", asked.stream().map(Likeness::skeleton).toArray(String[]::new))
                .param(
                        "tails",
                        asked.stream().flatMap(each -> each.tails().stream()).toArray(String[]::new))
                .param("missed", missed.toArray(String[]::new))
                .param("known", known)
                .param("most", MOST_COMPARED)
                .query((row, index) -> new Candidate(
                        row.getString("number"), Likeness.of(row.getString("body")), row.getString("tail")))
                .list();
    }

    /** A number that is held. */
    private record Candidate(String number, Likeness likeness, String tail) {}

    /**
     * How like it is to the number asked about.
     *
     * @param confusions in how many places signs are confused; {@link Integer#MAX_VALUE} when it differs otherwise
     * @param agreed how many signs agree from the beginning on
     */
    private record Similar(String number, int confusions, boolean sameTail, int agreed) implements Comparable<Similar> {

        private static final Comparator<Similar> LIKEST_FIRST = Comparator.comparingInt(Similar::confusions)
                .thenComparing(Comparator.comparingInt(Similar::agreed).reversed())
                .thenComparing(Similar::number);

        static Similar of(Candidate candidate, List<Likeness> asked) {
            return new Similar(
                    candidate.number,
                    asked.stream()
                            .mapToInt(
                                    each -> each.confusions(candidate.likeness).orElse(Integer.MAX_VALUE))
                            .filter(count -> count <= MOST_CONFUSIONS)
                            .min()
                            .orElse(Integer.MAX_VALUE),
                    asked.stream().anyMatch(each -> each.tails().contains(candidate.tail)),
                    asked.stream()
                            .mapToInt(each -> each.commonBeginning(candidate.likeness))
                            .max()
                            .orElse(0));
        }

        boolean isLikely() {
            return confusions <= MOST_CONFUSIONS || sameTail;
        }

        @Override
        public int compareTo(Similar other) {
            return LIKEST_FIRST.compare(this, other);
        }
    }
}
