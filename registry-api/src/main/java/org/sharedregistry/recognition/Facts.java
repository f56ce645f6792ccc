package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything recorded that bears on whether some goods are recognised.
 *
 * @param sites those of the manufacturer
 * @param sources for each register that attestations are taken from, the day up to which it was read
 */
public record Facts(
        Versions<GoodsFact> goods,
        Versions<RegimeFact> regime,
        List<Versions<SiteFact>> sites,
        List<Versions<AttestationFact>> attestations,
        List<DecisionFact> decisions,
        List<InquiryFact> inquiries,
        Map<String, LocalDate> sources) {

    public Facts {
        sites = List.copyOf(sites);
        attestations = List.copyOf(attestations);
        decisions = List.copyOf(decisions);
        inquiries = List.copyOf(inquiries);
        sources = Map.copyOf(sources);
    }

    /** The same facts, to be judged by other versions of the regime. */
    public Facts under(Versions<RegimeFact> others) {
        return new Facts(goods, others, sites, attestations, decisions, inquiries, sources);
    }

    /** The days on which the verdict may change, each once, in order. */
    List<LocalDate> boundaries() {
        return Stream.of(
                        Stream.of(LocalDate.MIN),
                        goods.boundaries(),
                        regime.boundaries(RegimeFact::boundaries),
                        sites.stream().flatMap(Versions::boundaries),
                        attestations.stream().flatMap(each -> each.boundaries(AttestationFact::boundaries)),
                        decisions.stream()
                                .flatMap(each -> Stream.of(
                                        each.period().from(), each.period().to())),
                        deadlines(),
                        staleness())
                .flatMap(days -> days)
                .filter(day -> day.isBefore(LocalDate.MAX))
                .distinct()
                .sorted()
                .toList();
    }

    /** The day by which the authority of a party must have decided on goods that were submitted. */
    public LocalDate due(LocalDate submitted, RegimeFact.Party party) {
        List<InquiryFact> own = inquiries.stream()
                .filter(inquiry -> inquiry.state().equals(party.state()))
                .toList();
        return party.decision().due(submitted, own);
    }

    private Stream<LocalDate> deadlines() {
        return goods.recorded().stream()
                .flatMap(version -> Stream.ofNullable(version.fact().submitted()))
                .flatMap(submitted -> regime.recorded().stream()
                        .flatMap(version -> version.fact().parties().stream())
                        .map(party -> due(submitted, party)));
    }

    private Stream<LocalDate> staleness() {
        return regime.recorded().stream()
                .flatMap(version -> Stream.ofNullable(version.fact().staleAfterDays()))
                .flatMap(days -> sources.values().stream().map(read -> read.plusDays(days + 1L)));
    }
}
