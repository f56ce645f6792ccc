package org.sharedregistry.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.attestation.Sources;
import org.sharedregistry.attestation.Sources.Source;
import org.sharedregistry.document.Documents;
import org.sharedregistry.document.Documents.Link;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.log.Recorded;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Evidence;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.Recognition;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Verdict;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.regime.Regimes;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.verification.Resolver.Resolved;
import org.springframework.stereotype.Service;

/** Answers numbers: finds what they name, and judges the documents and the goods apart from each other. */
@Service
public class Verification {

    private static final int MOST_KEPT = 10_000;

    private final RecordLog log;
    private final Resolver resolver;
    private final Attestations attestations;
    private final Documents documents;
    private final Regimes regimes;
    private final Sources sources;
    private final Wording wording;
    private final Clock clock;

    /** What was recorded up to a record never changes, and so neither does an answer from it. */
    private final Cache<Asked, Answer> lastGiven =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Verification(
            RecordLog log,
            Resolver resolver,
            Attestations attestations,
            Documents documents,
            Regimes regimes,
            Sources sources,
            Wording wording,
            Clock clock) {
        this.log = log;
        this.resolver = resolver;
        this.attestations = attestations;
        this.documents = documents;
        this.regimes = regimes;
        this.sources = sources;
        this.wording = wording;
        this.clock = clock;
    }

    /** A check, by one look at the registry, that refuses questions which cannot be answered whatever they are about. */
    public Consumer<VerificationQuery> check() {
        Map<String, Versions<RegimeFact>> rules = regimes.known();
        Instant now = clock.instant();
        return query -> {
            requirePast(query.knownAt(), now);
            asked(query, rules);
        };
    }

    public Answer answer(Caller caller, VerificationQuery query) {
        return answers(caller, List.of(query)).get(0);
    }

    /**
     * Answers questions in their order, those with the same {@code knownAt} together.
     *
     * <p>Each is answered from what was recorded up to one record. Records become visible in their order and never
     * change, so this is one state of the registry, without a transaction to hold it still.
     */
    public List<Answer> answers(Caller caller, List<VerificationQuery> queries) {
        Map<Optional<Instant>, List<VerificationQuery>> byMoment = queries.stream()
                .distinct()
                .collect(Collectors.groupingBy(query -> Optional.ofNullable(query.knownAt())));
        Map<VerificationQuery, Answer> answers = new HashMap<>();
        byMoment.forEach((moment, together) ->
                answers.putAll(answers(caller, together, known(moment.orElse(null)), moment.orElse(null))));
        return queries.stream()
                .map(query -> Objects.requireNonNull(answers.get(query)))
                .toList();
    }

    private Recorded known(@Nullable Instant knownAt) {
        if (knownAt == null) {
            return log.newest();
        }
        requirePast(knownAt, clock.instant());
        return log.newestAt(knownAt);
    }

    private static void requirePast(@Nullable Instant knownAt, Instant now) {
        if (knownAt != null && knownAt.isAfter(now)) {
            throw RegistryProblem.parameter(
                    "knownAt", "What will be known is not known yet; the moment is in the future.");
        }
    }

    private Map<VerificationQuery, Answer> answers(
            Caller caller, List<VerificationQuery> queries, Recorded known, @Nullable Instant moment) {
        Map<String, Versions<RegimeFact>> rules = regimes.known(known.sequence());
        Map<VerificationQuery, Answer> answers = new HashMap<>();
        List<Asked> unanswered = new ArrayList<>();
        for (VerificationQuery query : queries) {
            Map<String, Versions<RegimeFact>> regime = asked(query, rules);
            LocalDate day = Optional.ofNullable(query.on()).orElseGet(() -> today(query, regime));
            Asked asked = new Asked(query, day, moment, known.sequence(), caller.readerNames());
            Answer given = lastGiven.getIfPresent(asked);
            if (given == null) {
                unanswered.add(asked);
            } else {
                answers.put(query, given);
            }
        }
        answerAnew(caller, unanswered, known, rules).forEach((asked, answer) -> {
            lastGiven.put(asked, answer);
            answers.put(asked.query, answer);
        });
        return answers;
    }

    private Map<Asked, Answer> answerAnew(
            Caller caller, List<Asked> asked, Recorded known, Map<String, Versions<RegimeFact>> rules) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<String, Resolved> resolved = resolver.resolve(
                asked.stream().map(each -> each.query.number()).collect(Collectors.toSet()), known.sequence());
        Map<Asked, Judged> judged = asked.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        each -> judge(each, Objects.requireNonNull(resolved.get(each.query.number())), rules, known)));
        Map<String, List<Answer.DocumentReference>> shown = documents(caller, judged.values(), known.sequence());
        Map<Asked, Answer> answers = new HashMap<>();
        judged.forEach((each, found) -> answers.put(
                each,
                wording.answer(
                        found,
                        shown,
                        suggestions(found, known),
                        Optional.ofNullable(each.moment).orElse(known.at()),
                        known)));
        return answers;
    }

    private Judged judge(Asked each, Resolved resolved, Map<String, Versions<RegimeFact>> all, Recorded known) {
        VerificationQuery query = each.query;
        LocalDate day = each.day;
        Map<String, Versions<RegimeFact>> asked = asked(query, all);
        List<JudgedGoods> goods = resolved.dossiers().stream()
                .filter(dossier -> asked.containsKey(dossier.entry().regime()))
                .map(dossier ->
                        new JudgedGoods(dossier, Recognition.on(day, facts(dossier, query, asked), query.question())))
                .toList();
        // Of several entries those are meant that the item at hand can be one of; if it is none, each says so.
        List<JudgedGoods> meant = goods.stream()
                .filter(judged -> !judged.finding().isAboutOtherGoods())
                .toList();
        List<JudgedGoods> judged = meant.isEmpty() ? goods : meant;
        Optional<RegimeFact> applicable = applicable(query, asked)
                .flatMap(versions -> versions.on(day).stream())
                .findFirst();
        Optional<Source> source = source(resolved, known);
        boolean unread = source.isPresent()
                && applicable
                        .map(RegimeFact::staleAfterDays)
                        .filter(days -> source.get().isStale(day, days))
                        .isPresent();
        Verdict verdict = verdict(resolved.named(), judged, asked, query, unread);
        return new Judged(query, day, resolved, judged, verdict, source, applicable.map(RegimeFact::rules));
    }

    private Facts facts(Dossier dossier, VerificationQuery query, Map<String, Versions<RegimeFact>> asked) {
        Facts facts = dossier.facts();
        return query.rules() == null
                ? facts
                : facts.under(Objects.requireNonNull(asked.get(dossier.entry().regime())));
    }

    /** The regimes that the question may be judged by; a version that is named holds on every day. */
    private static Map<String, Versions<RegimeFact>> asked(
            VerificationQuery query, Map<String, Versions<RegimeFact>> all) {
        Map<String, Versions<RegimeFact>> asked = new TreeMap<>(all);
        if (query.regime() != null) {
            asked.keySet().retainAll(Set.of(query.regime()));
            if (asked.isEmpty()) {
                throw RegistryProblem.parameter("regime", "There is no such regime; /api/v1/regimes lists them.");
            }
        }
        if (query.rules() != null) {
            RegimeFact named = asked.values().stream()
                    .flatMap(versions -> versions.recorded().stream())
                    .map(Versions.Version::fact)
                    .filter(fact -> fact.rules().equals(query.rules()))
                    .findFirst()
                    .orElseThrow(() -> RegistryProblem.parameter(
                            "rules", "There is no such version of rules; /api/v1/regimes lists them."));
            return Map.of(named.regime(), Versions.of(named));
        }
        return asked;
    }

    /** Today where the goods are going, by the time zone of a regime that the destination is party to. */
    private LocalDate today(VerificationQuery query, Map<String, Versions<RegimeFact>> asked) {
        ZoneId zone = applicable(query, asked)
                .findFirst()
                .map(versions -> versions.newest().zone())
                .orElse(ZoneOffset.UTC);
        return LocalDate.now(clock.withZone(zone));
    }

    private static Stream<Versions<RegimeFact>> applicable(
            VerificationQuery query, Map<String, Versions<RegimeFact>> asked) {
        return asked.values().stream()
                .filter(versions -> versions.newest().party(query.destination()).isPresent());
    }

    private Optional<Source> source(Resolved resolved, Recorded known) {
        return sources.known(known.sequence()).stream()
                .filter(source -> resolved.readings().stream().anyMatch(source::holds))
                .findFirst();
    }

    private static Verdict verdict(
            List<Attestation> named,
            List<JudgedGoods> judged,
            Map<String, Versions<RegimeFact>> asked,
            VerificationQuery query,
            boolean unread) {
        if (named.size() > 1) {
            return Verdict.AMBIGUOUS;
        }
        Set<Verdict> verdicts =
                judged.stream().map(each -> each.finding().verdict()).collect(Collectors.toSet());
        if (verdicts.size() == 1) {
            return verdicts.iterator().next();
        }
        if (!verdicts.isEmpty()) {
            return verdicts.stream().anyMatch(Verdict::mayPass) ? Verdict.DEPENDS_ON_ITEM : Verdict.NOT_RECOGNIZED;
        }
        if (named.isEmpty()) {
            return unread ? Verdict.UNDETERMINED : Verdict.NOT_FOUND;
        }
        // A good document on goods that nobody entered: from elsewhere no regime applies, from here nothing is known.
        String origin = named.get(0).content().origin();
        boolean covered = origin == null
                || applicable(query, asked)
                        .anyMatch(versions -> versions.newest().party(origin).isPresent());
        return covered ? Verdict.NOT_FOUND : Verdict.NOT_APPLICABLE;
    }

    /** Numbers that may have been meant, when nothing has the one that was asked; never taken for it. */
    private List<String> suggestions(Judged judged, Recorded known) {
        boolean found = !judged.resolved().named().isEmpty()
                || !judged.resolved().dossiers().isEmpty();
        return found
                ? List.of()
                : attestations.similar(
                        judged.query().number(), judged.resolved().readings(), known.sequence());
    }

    private Map<String, List<Answer.DocumentReference>> documents(
            Caller caller, Collection<Judged> judged, long known) {
        List<UUID> ids = judged.stream()
                .flatMap(each -> each.goods().stream())
                .flatMap(each -> each.finding().evidence().stream())
                .map(Evidence::attestation)
                .distinct()
                .map(UUID::fromString)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        return documents.filedAs(ids, known).stream()
                .filter(filed -> documents.isReadable(caller, filed.document()))
                .collect(Collectors.groupingBy(
                        filed -> filed.subject().toString(),
                        Collectors.mapping(Verification::reference, Collectors.toList())));
    }

    private static Answer.DocumentReference reference(Link filed) {
        return new Answer.DocumentReference(
                filed.document().id(), filed.document().fileName());
    }

    /**
     * All that an answer depends on.
     *
     * @param day that counts
     * @param moment as asked for; null for now
     * @param known the place in the order of records up to which things are known
     * @param readers the names under which the caller may read documents
     */
    private record Asked(
            VerificationQuery query,
            LocalDate day,
            @Nullable Instant moment,
            long known,
            Set<String> readers) {}
}
