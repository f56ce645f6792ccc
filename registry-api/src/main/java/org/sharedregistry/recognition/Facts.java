package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Everything recorded that bears on whether some goods are recognised. */
public record Facts(
        Versions<GoodsFact> goods,
        Versions<RegimeFact> regime,
        List<Versions<AttestationFact>> attestations,
        List<DecisionFact> decisions) {

    public Facts {
        attestations = List.copyOf(attestations);
        decisions = List.copyOf(decisions);
    }

    /** The days on which the verdict may change, each once, in order. */
    List<LocalDate> boundaries() {
        Stream<LocalDate> ofAttestations = attestations.stream()
                .flatMap(versions -> Stream.concat(
                        versions.boundaries(),
                        versions.recorded().stream()
                                .flatMap(version -> version.fact().boundaries())));
        Stream<LocalDate> ofDecisions = decisions.stream()
                .flatMap(decision ->
                        Stream.of(decision.period().from(), decision.period().to()));
        Stream<LocalDate> ofRegime = Stream.concat(
                regime.boundaries(),
                regime.recorded().stream()
                        .flatMap(version -> Stream.concat(
                                Stream.concat(
                                                Stream.of(version.fact().agreement()),
                                                version.fact().parties().stream()
                                                        .map(RegimeFact.Party::act))
                                        .flatMap(act -> Stream.of(
                                                act.inForce().from(),
                                                act.inForce().to())),
                                version.fact().sectors().stream()
                                        .flatMap(sector -> sector.ready().values().stream()))));
        return Stream.of(goods.boundaries(), ofRegime, ofAttestations, ofDecisions, Stream.of(LocalDate.MIN))
                .flatMap(days -> days)
                .filter(day -> day.isBefore(LocalDate.MAX))
                .distinct()
                .sorted()
                .toList();
    }
}
