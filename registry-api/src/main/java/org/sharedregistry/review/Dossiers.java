package org.sharedregistry.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.attestation.Attestations.Cover;
import org.sharedregistry.decision.Decisions;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.goods.Manufacturers;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.regime.Regimes;
import org.springframework.stereotype.Component;

/** Gathers dossiers, any number of them with the same handful of queries. */
@Component
public class Dossiers {

    private final Goods goods;
    private final Manufacturers manufacturers;
    private final Attestations attestations;
    private final Decisions decisions;
    private final Regimes regimes;

    Dossiers(
            Goods goods, Manufacturers manufacturers, Attestations attestations, Decisions decisions, Regimes regimes) {
        this.goods = goods;
        this.manufacturers = manufacturers;
        this.attestations = attestations;
        this.decisions = decisions;
        this.regimes = regimes;
    }

    /**
     * The dossiers of some entries, in the order of their numbers; drafts among them only if asked for by id. An entry
     * that was not recorded yet at that moment is left out.
     *
     * @param known the place in the order of records up to which facts count
     */
    public List<Dossier> of(Collection<UUID> ids, long known) {
        List<GoodsEntry> entries = goods.all(ids);
        Map<UUID, Versions<GoodsDescription>> descriptions = goods.descriptions(ids, known);
        Map<UUID, List<Attestation>> evidence = evidence(ids, known);
        Map<UUID, List<DecisionFact>> decided = decisions.facts(ids, known);
        Map<String, Versions<RegimeFact>> regime = regimes.known(known);
        Map<UUID, Manufacturer> makers = manufacturers.byIds(
                entries.stream().map(GoodsEntry::manufacturer).toList());
        return entries.stream()
                .filter(entry -> descriptions.containsKey(entry.id()))
                .filter(entry -> regime.containsKey(entry.regime()))
                .map(entry -> new Dossier(
                        entry,
                        Objects.requireNonNull(makers.get(entry.manufacturer())),
                        Objects.requireNonNull(descriptions.get(entry.id())),
                        Objects.requireNonNull(regime.get(entry.regime())),
                        evidence.getOrDefault(entry.id(), List.of()),
                        decided.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Attestation>> evidence(Collection<UUID> ids, long known) {
        Set<Cover> covers = attestations.covering(ids, known);
        Map<UUID, Attestation> byId =
                attestations.all(covers.stream().map(Cover::attestation).collect(Collectors.toSet()), known).stream()
                        .collect(Collectors.toMap(Attestation::id, Function.identity()));
        Map<UUID, List<Attestation>> evidence = new HashMap<>();
        for (Cover cover : covers) {
            Attestation attestation = byId.get(cover.attestation());
            if (attestation != null) {
                evidence.computeIfAbsent(cover.goods(), key -> new ArrayList<>())
                        .add(attestation);
            }
        }
        return evidence;
    }
}
