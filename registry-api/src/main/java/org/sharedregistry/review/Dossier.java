package org.sharedregistry.review;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.decision.Decisions;
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.goods.RecordedGoods;
import org.sharedregistry.goods.Site;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.GoodsFact;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.recognition.Versions.Version;

/** A goods entry with everything that bears on it, as recorded up to some moment. */
public record Dossier(
        RecordedGoods goods,
        List<Attestation> attestations,
        Decisions.Recorded decided,
        Versions<RegimeFact> regime,
        Map<String, LocalDate> sources) {

    public GoodsEntry entry() {
        return goods.entry();
    }

    /** The description recorded last. */
    public GoodsDescription description() {
        return goods.descriptions().newest();
    }

    public Manufacturer manufacturer() {
        return goods.manufacturer();
    }

    public List<DecisionFact> decisions() {
        return decided.decisions();
    }

    /** The version of the regime recorded last. */
    public RegimeFact newestRegime() {
        return regime.newest();
    }

    /** In the terms of recognition. */
    public Facts facts() {
        return new Facts(
                goodsFacts(),
                regime,
                goods.sites().stream().map(Site::facts).toList(),
                Attestation.facts(attestations),
                decided.decisions(),
                decided.inquiries(),
                sources);
    }

    /** The sectors of the regime that the goods belong to. */
    public Stream<RegimeFact.Sector> sectors() {
        GoodsFact newest = goodsFacts().newest();
        return newestRegime().sectors().stream().filter(sector -> sector.covers(newest));
    }

    private Versions<GoodsFact> goodsFacts() {
        Set<String> makers = new HashSet<>(manufacturer().names().values());
        makers.add(manufacturer().taxId());
        return new Versions<>(goods.descriptions().recorded().stream()
                .map(version -> new Version<>(version.valid(), version.sequence(), fact(makers, version.fact())))
                .toList());
    }

    private GoodsFact fact(Set<String> makers, GoodsDescription description) {
        return new GoodsFact(
                entry().address(),
                entry().state(),
                entry().submittedOn(),
                makers,
                description.hs(),
                description.okpd2(),
                description.okrb(),
                description.models(),
                description.sites().stream().map(UUID::toString).collect(Collectors.toSet()));
    }
}
