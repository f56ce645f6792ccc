package org.sharedregistry.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.document.Documents.Filed;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.log.Recorded;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.AttestationFact;
import org.sharedregistry.recognition.AttestationStatus;
import org.sharedregistry.recognition.Evidence;
import org.sharedregistry.recognition.Finding;
import org.sharedregistry.recognition.Question;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.recognition.Recognition;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Verdict;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.regime.Regimes;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.review.Dossiers;
import org.sharedregistry.verification.Answer.DocumentAnswer;
import org.sharedregistry.verification.Answer.DocumentStatus;
import org.sharedregistry.verification.Answer.Match;
import org.springframework.stereotype.Service;

/** Answers a number: reads it, finds what it names, and judges the document and the goods apart from each other. */
@Service
public class Verification {

    private static final int MOST_MATCHES = 50;

    private final RecordLog log;
    private final Attestations attestations;
    private final Goods goods;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Regimes regimes;
    private final Texts texts;
    private final Clock clock;

    Verification(
            RecordLog log,
            Attestations attestations,
            Goods goods,
            Dossiers dossiers,
            Documents documents,
            Regimes regimes,
            Texts texts,
            Clock clock) {
        this.log = log;
        this.attestations = attestations;
        this.goods = goods;
        this.dossiers = dossiers;
        this.documents = documents;
        this.regimes = regimes;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Answers from what was recorded up to one record. Records become visible in their order and never change, so this
     * is one state of the registry, without a transaction to hold it still.
     */
    public Answer answer(Caller caller, VerificationQuery query) {
        Recorded known = known(query.knownAt());
        LocalDate day = Optional.ofNullable(query.on()).orElseGet(() -> today(query, known.sequence()));
        List<Reading> readings = Identifiers.read(query.number());
        List<Attestation> named = attestations.named(query.number(), readings, known.sequence());
        List<Match> matches = matches(caller, query, day, dossiers(query, readings, named, known.sequence()));
        return new Answer(
                new Answer.Query(
                        query.number(),
                        query.destination(),
                        query.purposeOrCustoms(),
                        day,
                        query.manufacturedOn(),
                        Optional.ofNullable(query.knownAt()).orElse(known.at()),
                        readings.stream()
                                .map(reading -> reading(reading, query.language()))
                                .toList()),
                document(named, matches, day, query),
                verdict(named, matches, query, known.sequence()),
                matches,
                List.of(),
                rules(query, known.sequence(), day),
                known.at());
    }

    private Recorded known(@Nullable Instant knownAt) {
        if (knownAt == null) {
            return log.newest();
        }
        if (knownAt.isAfter(clock.instant())) {
            throw RegistryProblem.parameter(
                    "knownAt", "What will be known is not known yet; the moment is in the future.");
        }
        return log.newestAt(knownAt);
    }

    /** Today where the goods are going, by the time zone of a regime that the destination is party to. */
    private LocalDate today(VerificationQuery query, long known) {
        ZoneId zone = applicable(query, known).findFirst().map(RegimeFact::zone).orElse(ZoneOffset.UTC);
        return LocalDate.now(clock.withZone(zone));
    }

    private @Nullable String rules(VerificationQuery query, long known, LocalDate day) {
        return regimes.known(known).values().stream()
                .filter(versions -> isAsked(query, versions))
                .flatMap(versions -> versions.on(day).stream())
                .filter(regime -> regime.party(query.destination()).isPresent())
                .map(RegimeFact::rules)
                .findFirst()
                .orElse(null);
    }

    private Stream<RegimeFact> applicable(VerificationQuery query, long known) {
        return regimes.known(known).values().stream()
                .filter(versions -> isAsked(query, versions))
                .map(versions -> versions.recorded().get(0).fact())
                .filter(regime -> regime.party(query.destination()).isPresent());
    }

    private static boolean isAsked(VerificationQuery query, Versions<RegimeFact> versions) {
        return query.regime() == null
                || query.regime().equals(versions.recorded().get(0).fact().id());
    }

    private List<Dossier> dossiers(
            VerificationQuery query, List<Reading> readings, List<Attestation> named, long known) {
        Set<UUID> ids = new LinkedHashSet<>();
        named.forEach(attestation -> ids.addAll(attestation.goods()));
        for (Reading reading : readings) {
            if (reading.kind() == IdentifierKind.REGISTRY_NUMBER) {
                goods.byAddress(reading.display()).map(GoodsEntry::id).ifPresent(ids::add);
            } else if (reading.kind() == IdentifierKind.GTIN) {
                ids.addAll(goods.byGtin(gtinForms(reading)));
            }
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        return dossiers.of(ids, known).stream()
                .filter(dossier -> dossier.entry().wasSubmittedBy(known))
                .filter(dossier -> query.regime() == null
                        || query.regime().equals(dossier.entry().regime()))
                .limit(MOST_MATCHES)
                .toList();
    }

    private List<Match> matches(Caller caller, VerificationQuery query, LocalDate day, List<Dossier> found) {
        Question question =
                new Question(query.destination(), query.purposeOrCustoms(), query.manufacturedOn(), query.model());
        List<Judged> judged = found.stream()
                .map(dossier -> new Judged(dossier, Recognition.on(day, dossier.facts(), question)))
                .toList();
        Map<String, List<Answer.DocumentReference>> shown =
                documents(caller, judged.stream().map(Judged::finding).toList());
        return judged.stream()
                .map(each -> match(each.dossier, each.finding, shown, query.language()))
                .toList();
    }

    private Match match(
            Dossier dossier, Finding finding, Map<String, List<Answer.DocumentReference>> shown, String language) {
        return new Match(
                new Answer.GoodsSummary(
                        dossier.entry().address(),
                        dossier.description().name(language),
                        new Answer.Maker(
                                dossier.manufacturer().name(language),
                                dossier.manufacturer().taxId(),
                                dossier.manufacturer().state()),
                        dossier.entry().state(),
                        dossier.description().hs(),
                        dossier.description().models()),
                finding.verdict(),
                conditions(dossier, finding),
                finding.reasons().stream()
                        .map(reason -> new Answer.Ground(
                                reason.code(),
                                reason.effect(),
                                reason.subject(),
                                reason.since(),
                                reason.act(),
                                texts.text(reason, language)))
                        .toList(),
                finding.evidence().stream()
                        .map(proof -> new Answer.Proof(
                                proof.attestation(),
                                proof.kind(),
                                proof.number(),
                                proof.status(),
                                proof.validTo(),
                                shown.getOrDefault(proof.attestation(), List.of())))
                        .toList());
    }

    /** A condition is worded in the reason of the decision that set it. */
    private static List<String> conditions(Dossier dossier, Finding finding) {
        return finding.reasons().stream()
                .filter(reason -> reason.effect() == Reason.Effect.CONDITIONS)
                .flatMap(reason -> dossier.decisions().stream()
                        .filter(decision -> decision.state().equals(reason.subject())
                                && decision.act().equals(reason.act())))
                .map(decision -> decision.reason())
                .distinct()
                .toList();
    }

    private Map<String, List<Answer.DocumentReference>> documents(Caller caller, Collection<Finding> findings) {
        List<UUID> ids = findings.stream()
                .flatMap(finding -> finding.evidence().stream())
                .map(Evidence::attestation)
                .distinct()
                .map(UUID::fromString)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Answer.DocumentReference>> shown = new HashMap<>();
        for (Filed filed : documents.filedAs(ids)) {
            Document document = filed.document();
            if (documents.isReadable(caller, document)) {
                shown.computeIfAbsent(filed.subject().toString(), key -> new ArrayList<>())
                        .add(new Answer.DocumentReference(document.id(), document.fileName()));
            }
        }
        return shown;
    }

    private static @Nullable DocumentAnswer document(
            List<Attestation> named, List<Match> matches, LocalDate day, VerificationQuery query) {
        if (named.size() > 1) {
            return DocumentAnswer.of(DocumentStatus.AMBIGUOUS);
        }
        if (named.isEmpty()) {
            return matches.isEmpty() ? DocumentAnswer.of(DocumentStatus.NOT_FOUND) : null;
        }
        Attestation attestation = named.get(0);
        AttestationFact fact = attestation.facts().on(day).orElseGet(attestation::fact);
        AttestationFact.Standing standing = fact.on(day);
        return new DocumentAnswer(
                DocumentStatus.of(standing.status()),
                attestation.id(),
                attestation.number(),
                attestation.kind().name(),
                fact.validity().from(),
                fact.lastDay(day).orElse(null),
                coversItem(attestation, standing, query.model()));
    }

    /** Whether the document covers the model asked about; null when none was named. */
    private static @Nullable Boolean coversItem(
            Attestation attestation, AttestationFact.Standing standing, @Nullable String model) {
        if (model == null) {
            return null;
        }
        Set<String> models = attestation.content().models();
        boolean named = models.isEmpty() || models.contains(model);
        return named
                && (standing.status() != AttestationStatus.PARTLY_SUSPENDED
                        || standing.covers(model).orElse(false));
    }

    private Verdict verdict(List<Attestation> named, List<Match> matches, VerificationQuery query, long known) {
        if (named.size() > 1) {
            return Verdict.AMBIGUOUS;
        }
        Set<Verdict> verdicts = matches.stream().map(Match::verdict).collect(Collectors.toSet());
        if (verdicts.isEmpty()) {
            return named.isEmpty() ? Verdict.NOT_FOUND : withoutGoods(named.get(0), query, known);
        }
        if (verdicts.size() == 1) {
            return verdicts.iterator().next();
        }
        boolean someMayPass = verdicts.contains(Verdict.RECOGNIZED)
                || verdicts.contains(Verdict.CONDITIONAL)
                || verdicts.contains(Verdict.DEPENDS_ON_ITEM);
        return someMayPass ? Verdict.DEPENDS_ON_ITEM : Verdict.NOT_RECOGNIZED;
    }

    /** A good document on goods that nobody entered: from elsewhere no regime applies, from here nothing is known. */
    private Verdict withoutGoods(Attestation attestation, VerificationQuery query, long known) {
        String origin = attestation.content().origin();
        boolean covered = origin == null
                || applicable(query, known)
                        .anyMatch(regime -> regime.party(origin).isPresent());
        return covered ? Verdict.NOT_FOUND : Verdict.NOT_APPLICABLE;
    }

    private Answer.NumberReading reading(Reading reading, String language) {
        return new Answer.NumberReading(
                reading.kind().name(),
                reading.display(),
                reading.confidence().name(),
                reading.corrections().stream()
                        .map(correction -> texts.text(correction, language))
                        .toList());
    }

    /** A GTIN is the same with and without leading zeros; entries hold it as their manufacturer wrote it. */
    private static Set<String> gtinForms(Reading reading) {
        String digits = reading.display().replaceFirst("^0+", "");
        return Stream.of(8, 12, 13, 14)
                .filter(length -> length >= digits.length())
                .map(length -> "0".repeat(length - digits.length()) + digits)
                .collect(Collectors.toSet());
    }

    private record Judged(Dossier dossier, Finding finding) {}
}
