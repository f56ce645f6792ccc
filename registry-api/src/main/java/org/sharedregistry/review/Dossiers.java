package org.sharedregistry.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.attestation.Sources;
import org.sharedregistry.decision.Decisions;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.RecordedGoods;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.regime.Regimes;
import org.springframework.stereotype.Component;

/** Gathers dossiers, any number of them with the same three queries. */
@Component
public class Dossiers {

    private final Goods goods;
    private final Attestations attestations;
    private final Sources sources;
    private final Decisions decisions;
    private final Regimes regimes;
    private final RecordLog log;

    Dossiers(
            Goods goods,
            Attestations attestations,
            Sources sources,
            Decisions decisions,
            Regimes regimes,
            RecordLog log) {
        this.goods = goods;
        this.attestations = attestations;
        this.sources = sources;
        this.decisions = decisions;
        this.regimes = regimes;
        this.log = log;
    }

    /** The dossiers of some entries as known now. */
    public List<Dossier> of(Collection<UUID> ids) {
        return of(ids, log.newest().sequence());
    }

    /**
     * The dossiers of some entries, in the order of their numbers. An entry that was not recorded yet at that moment is
     * left out.
     *
     * @param known the place in the order of records up to which facts count
     */
    public List<Dossier> of(Collection<UUID> ids, long known) {
        List<RecordedGoods> recorded = goods.recorded(ids, known);
        Map<UUID, List<Attestation>> evidence = attestations.covering(ids, known);
        Map<UUID, Decisions.Recorded> decided = decisions.recorded(ids, known);
        Map<String, Versions<RegimeFact>> regime = regimes.known(known);
        Map<String, LocalDate> read =
                sources.known(known).stream().collect(Collectors.toMap(Sources.Source::name, Sources.Source::readUpTo));
        return recorded.stream()
                .filter(each -> regime.containsKey(each.entry().regime()))
                .map(each -> new Dossier(
                        each,
                        evidence.getOrDefault(each.entry().id(), List.of()),
                        Objects.requireNonNull(decided.get(each.entry().id())),
                        Objects.requireNonNull(regime.get(each.entry().regime())),
                        read))
                .toList();
    }
}
