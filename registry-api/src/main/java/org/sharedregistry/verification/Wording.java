package org.sharedregistry.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.Sources.Source;
import org.sharedregistry.identifier.Reading;
import org.sharedregistry.log.Recorded;
import org.sharedregistry.recognition.AttestationFact;
import org.sharedregistry.recognition.Finding;
import org.sharedregistry.recognition.Item;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.verification.Answer.Candidate;
import org.sharedregistry.verification.Answer.DocumentAnswer;
import org.sharedregistry.verification.Answer.DocumentReference;
import org.sharedregistry.verification.Answer.DocumentStatus;
import org.sharedregistry.verification.Answer.Match;
import org.springframework.stereotype.Component;

/** Puts what was found into an answer, in the language asked for. */
@Component
class Wording {

    private static final int MATCHES_ON_A_PAGE = 50;

    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param shown documents that the caller may read, by attestation
     * @param knownAt the moment asked for, or that of the newest record
     */
    Answer answer(
            Judged judged,
            Map<String, List<DocumentReference>> shown,
            List<String> suggestions,
            Instant knownAt,
            Recorded known) {
        VerificationQuery query = judged.query();
        Item item = query.question().item();
        return new Answer(
                new Answer.Query(
                        query.number(),
                        query.destination(),
                        query.purposeOrCustoms(),
                        judged.day(),
                        query.manufacturedOn(),
                        item.equals(Item.UNNAMED) ? null : item,
                        knownAt,
                        judged.resolved().readings().stream()
                                .map(reading -> reading(reading, query.language()))
                                .toList()),
                document(judged, item),
                judged.verdict(),
                judged.goods().stream()
                        .skip((query.pageOrFirst() - 1L) * MATCHES_ON_A_PAGE)
                        .limit(MATCHES_ON_A_PAGE)
                        .map(each -> match(each, shown, query))
                        .toList(),
                judged.goods().size(),
                suggestions,
                judged.rules().orElse(null),
                query.textsOrNewest(),
                known.at());
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

    private static @Nullable DocumentAnswer document(Judged judged, Item item) {
        List<Attestation> named = judged.resolved().named();
        String source = judged.source().map(Source::name).orElse(null);
        LocalDate asOf = judged.source().map(Source::readUpTo).orElse(null);
        if (named.isEmpty()) {
            return judged.resolved().dossiers().isEmpty()
                    ? unknown(DocumentStatus.NOT_FOUND, source, asOf, List.of())
                    : null;
        }
        if (named.size() > 1) {
            List<Candidate> candidates =
                    named.stream().map(each -> candidate(each, judged.day())).toList();
            return unknown(DocumentStatus.AMBIGUOUS, null, null, candidates);
        }
        Attestation attestation = named.get(0);
        AttestationFact fact = attestation.facts().on(judged.day()).orElseGet(attestation::fact);
        return new DocumentAnswer(
                DocumentStatus.of(fact.on(judged.day()).status()),
                attestation.id(),
                attestation.number(),
                attestation.kind().name(),
                fact.validity().from(),
                fact.lastDay(judged.day()).orElse(null),
                fact.covers(item, judged.day()).orElse(null),
                source,
                asOf,
                List.of());
    }

    private static DocumentAnswer unknown(
            DocumentStatus status, @Nullable String source, @Nullable LocalDate asOf, List<Candidate> candidates) {
        return new DocumentAnswer(status, null, null, null, null, null, null, source, asOf, candidates);
    }

    private static Candidate candidate(Attestation attestation, LocalDate day) {
        return new Candidate(
                attestation.id(),
                attestation.number(),
                attestation.kind().name(),
                DocumentStatus.of(attestation.fact().on(day).status()));
    }

    private Match match(JudgedGoods judged, Map<String, List<DocumentReference>> shown, VerificationQuery query) {
        Dossier dossier = judged.dossier();
        Finding finding = judged.finding();
        String language = query.language();
        return new Match(
                new Answer.GoodsSummary(
                        dossier.entry().address(),
                        dossier.description().name(language),
                        new Answer.Maker(
                                dossier.manufacturer().name(language),
                                dossier.manufacturer().taxId(),
                                dossier.manufacturer().state()),
                        dossier.entry().state(),
                        new TreeSet<>(dossier.description().hs()),
                        new TreeSet<>(dossier.description().models())),
                finding.verdict(),
                conditions(dossier, finding),
                finding.reasons().stream()
                        .map(reason -> new Answer.Ground(
                                reason.code(),
                                reason.effect(),
                                reason.subject(),
                                reason.since(),
                                reason.act(),
                                texts.text(reason, language, query.textsOrNewest())))
                        .toList(),
                finding.evidence().stream()
                        .map(proof -> new Answer.Proof(
                                proof.attestation(),
                                proof.kind(),
                                proof.number(),
                                proof.proves(),
                                proof.carries(),
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
}
