package org.sharedregistry.attestation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.AttestationFact;
import org.sharedregistry.recognition.BodyFact;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.StatusEvent;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.recognition.Versions.Version;

/**
 * An attestation with everything recorded of it up to some moment.
 *
 * @param key what every spelling of its number comes down to
 * @param body who issued it; null for a declaration that its applicant registered
 * @param manufacturer null when the registry does not hold it
 * @param revision the sequence of the newest record about it
 * @param issuer what is known of the body; null when there is none
 * @param goods the ids of the entries it covers
 */
public record Attestation(
        UUID id,
        String key,
        AttestationKind kind,
        String number,
        @Nullable UUID body,
        @Nullable UUID manufacturer,
        long revision,
        Versions<AttestationContent> contents,
        @Nullable Versions<BodyFact> issuer,
        List<StatusEvent> events,
        List<UUID> goods) {

    public Attestation {
        events = List.copyOf(events);
        goods = List.copyOf(goods);
    }

    /** Some attestations in the terms of recognition, each with those of the test reports it rests on that are among them. */
    public static List<Versions<AttestationFact>> facts(List<Attestation> attestations) {
        Map<String, Attestation> reports = attestations.stream()
                .filter(attestation -> attestation.kind == AttestationKind.TEST_REPORT)
                .collect(Collectors.toMap(Attestation::key, Function.identity()));
        return attestations.stream()
                .map(attestation -> attestation.facts(reports))
                .toList();
    }

    /** In the terms of recognition, apart from what it rests on. */
    public Versions<AttestationFact> facts() {
        return facts(Map.of());
    }

    /** What was recorded last. */
    public AttestationContent content() {
        return contents.newest();
    }

    /** What was recorded last, in the terms of recognition. */
    public AttestationFact fact() {
        return fact(content(), List.of());
    }

    /** The keys of the test reports it rests on. */
    public Set<String> reportKeys() {
        return reportKeys(content());
    }

    /** The numbers of the test reports that it names and that are not among those held. */
    public Set<String> missingReports(Set<String> held) {
        return content().reports().stream()
                .filter(number -> !held.contains(NumberKey.of(AttestationKind.TEST_REPORT, number)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its state as an ETag. */
    public String etag() {
        return "\"" + revision + "\"";
    }

    private Versions<AttestationFact> facts(Map<String, Attestation> reports) {
        return new Versions<>(contents.recorded().stream()
                .map(version -> new Version<>(
                        version.valid(),
                        version.sequence(),
                        fact(
                                version.fact(),
                                reports.isEmpty()
                                        ? List.of()
                                        : reportKeys(version.fact()).stream()
                                                .map(reports::get)
                                                .filter(Objects::nonNull)
                                                .map(Attestation::facts)
                                                .toList())))
                .toList());
    }

    private static Set<String> reportKeys(AttestationContent content) {
        return content.reports().stream()
                .map(number -> NumberKey.of(AttestationKind.TEST_REPORT, number))
                .collect(Collectors.toSet());
    }

    private AttestationFact fact(AttestationContent content, List<Versions<AttestationFact>> reports) {
        return new AttestationFact(
                id.toString(),
                kind.name(),
                number,
                content.issuedOn(),
                Period.inclusive(content.validFrom(), content.validTo()),
                content.claims(),
                content.source(),
                issuer,
                reports,
                events);
    }
}
