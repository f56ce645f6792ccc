package org.sharedregistry.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An attestation for tests: it limits nothing and nothing was decided on it, until a test says so. */
final class SomeAttestation {

    private final String number;
    private final String kind;
    private Period validity;
    private LocalDate issued;
    private Set<String> regulations = Set.of();
    private Set<String> standards = Set.of();
    private Set<String> models = Set.of();
    private Set<String> sites = Set.of();
    private Set<String> batches = Set.of();
    private Set<String> hs = Set.of();
    private Set<String> okpd2 = Set.of();
    private @Nullable Integer points;
    private @Nullable BigDecimal localShare;
    private @Nullable BigDecimal quantity;
    private @Nullable String unit;
    private @Nullable String source;
    private @Nullable String issuer;
    private final List<String> reports = new ArrayList<>();
    private final List<StatusEvent> events = new ArrayList<>();

    private SomeAttestation(String kind, String number, Period validity) {
        this.kind = kind;
        this.number = number;
        this.validity = validity;
        this.issued = validity.from();
    }

    /** Issued on its first day. */
    static SomeAttestation of(String kind, String number, Period validity) {
        return new SomeAttestation(kind, number, validity);
    }

    String number() {
        return number;
    }

    Period validity() {
        return validity;
    }

    SomeAttestation valid(Period days) {
        validity = days;
        return this;
    }

    SomeAttestation issuedOn(LocalDate day) {
        issued = day;
        return this;
    }

    SomeAttestation issuedBy(String body) {
        issuer = body;
        return this;
    }

    SomeAttestation takenFrom(String register) {
        source = register;
        return this;
    }

    SomeAttestation restingOn(String report) {
        reports.add(report);
        return this;
    }

    SomeAttestation forRegulations(Set<String> named) {
        regulations = named;
        return this;
    }

    SomeAttestation withStandards(Set<String> named) {
        standards = named;
        return this;
    }

    SomeAttestation onlyModels(Set<String> covered) {
        models = covered;
        return this;
    }

    SomeAttestation onlySites(Set<String> covered) {
        sites = covered;
        return this;
    }

    SomeAttestation onlyBatches(Set<String> covered) {
        batches = covered;
        return this;
    }

    SomeAttestation onlyHs(Set<String> covered) {
        hs = covered;
        return this;
    }

    SomeAttestation onlyOkpd2(Set<String> covered) {
        okpd2 = covered;
        return this;
    }

    SomeAttestation atMost(BigDecimal most, String counted) {
        quantity = most;
        unit = counted;
        return this;
    }

    SomeAttestation stating(int scored) {
        points = scored;
        return this;
    }

    SomeAttestation stating(BigDecimal share) {
        localShare = share;
        return this;
    }

    SomeAttestation with(StatusEvent event) {
        events.add(event);
        return this;
    }

    /** As recorded up to a place in the order of records. */
    AttestationFact build(long known, Map<String, SomeAttestation> others, Map<String, Versions<BodyFact>> bodies) {
        return new AttestationFact(
                "id of " + number,
                kind,
                number,
                issued,
                validity,
                new Claims(
                        regulations, standards, models, sites, batches, hs, okpd2, points, localShare, quantity, unit),
                source,
                issuer == null ? null : Optional.ofNullable(bodies.get(issuer)).orElse(new Versions<>(List.of())),
                reports.stream()
                        .flatMap(report -> Optional.ofNullable(others.get(report)).stream())
                        .map(report -> Versions.of(report.build(known, others, bodies)))
                        .toList(),
                events.stream().filter(event -> event.sequence() <= known).toList());
    }
}
