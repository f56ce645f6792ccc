package org.sharedregistry.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.Reason.Effect;
import org.sharedregistry.recognition.RegimeFact.Accepted;

/**
 * Whether something is proven by the attestations there are. One that stands and covers the goods is enough; what the
 * others lack is then a warning. If none is enough, what each of them lacks says why.
 *
 * @param carrying those that prove it
 */
record Proof(List<Reason> reasons, List<Evidence> evidence, List<AttestationFact> carrying) {

    /**
     * What has to be proven.
     *
     * @param name for the evidence: {@code production}, {@code conformity} or a regulation
     * @param subject of the reason when it is not proven
     * @param regulation that conformity with is to be proven; null for anything else
     * @param concerns which attestations of an accepted kind are about it at all
     */
    record Requirement(
            String name,
            String subject,
            @Nullable String regulation,
            List<Accepted> accepted,
            Predicate<AttestationFact> concerns,
            ReasonCode proven,
            ReasonCode missing) {}

    static Proof of(Requirement requirement, Case asked) {
        List<Examined> examined = asked.facts().attestations().stream()
                .flatMap(versions -> versions.on(asked.attestationDay()).stream())
                .filter(requirement.concerns())
                .sorted(Comparator.comparing(AttestationFact::number).thenComparing(AttestationFact::id))
                .flatMap(attestation -> examine(requirement, asked, attestation))
                .toList();
        List<Evidence> evidence = examined.stream()
                .map(each -> evidence(requirement, asked, each))
                .toList();
        List<AttestationFact> carrying = examined.stream()
                .filter(Examined::carries)
                .map(Examined::attestation)
                .toList();
        return new Proof(reasons(requirement, asked, examined), evidence, carrying);
    }

    /** Of several ways in which it is accepted, the one for which it lacks least counts. */
    private static Stream<Examined> examine(Requirement requirement, Case asked, AttestationFact attestation) {
        return requirement.accepted().stream()
                .filter(way -> way.takes(attestation, asked.question().purpose(), asked.attestationDay()))
                .map(way -> new Examined(attestation, Shortfalls.of(asked, attestation, way, requirement.regulation())))
                .min(Comparator.comparing(Examined::decisive))
                .stream();
    }

    private static Evidence evidence(Requirement requirement, Case asked, Examined each) {
        AttestationFact attestation = each.attestation;
        return new Evidence(
                attestation.id(),
                attestation.kind(),
                attestation.number(),
                requirement.name(),
                each.carries(),
                attestation.on(asked.attestationDay()).status(),
                attestation.lastDay(asked.attestationDay()).orElse(null));
    }

    private static List<Reason> reasons(Requirement requirement, Case asked, List<Examined> examined) {
        List<Reason> reasons = new ArrayList<>();
        if (examined.stream().anyMatch(Examined::carries)) {
            for (Examined each : examined) {
                if (each.carries()) {
                    AttestationFact proof = each.attestation;
                    reasons.add(Reason.supports(
                            requirement.proven(),
                            proof.number(),
                            proof.on(asked.attestationDay()).since(),
                            requirement.regulation()));
                }
                each.shortfalls.forEach(reason -> reasons.add(reason.as(Effect.WARNS)));
            }
            return reasons;
        }
        Effect best = examined.stream()
                .map(Examined::decisive)
                .min(Comparator.naturalOrder())
                .orElse(Effect.BLOCKS);
        if (best == Effect.BLOCKS) {
            reasons.add(Reason.blocks(requirement.missing(), requirement.subject(), null, requirement.regulation()));
        }
        for (Examined each : examined) {
            each.shortfalls.forEach(reason -> reasons.add(each.decisive() == best ? reason : reason.as(Effect.WARNS)));
        }
        return reasons;
    }

    /** An attestation and what it lacks. */
    private record Examined(AttestationFact attestation, List<Reason> shortfalls) {

        /** What matters most of what it lacks. */
        Effect decisive() {
            return shortfalls.stream()
                    .map(Reason::effect)
                    .max(Comparator.naturalOrder())
                    .orElse(Effect.SUPPORTS);
        }

        boolean carries() {
            return decisive().compareTo(Effect.WARNS) <= 0;
        }
    }
}
