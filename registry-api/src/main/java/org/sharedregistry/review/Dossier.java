package org.sharedregistry.review;

import java.util.List;
import java.util.stream.Stream;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Versions;

/**
 * A goods entry with everything that bears on it, as recorded up to some moment.
 *
 * @param manufacturer as known now
 */
public record Dossier(
        GoodsEntry entry,
        Manufacturer manufacturer,
        Versions<GoodsDescription> descriptions,
        Versions<RegimeFact> regime,
        List<Attestation> attestations,
        List<DecisionFact> decisions) {

    public Dossier {
        attestations = List.copyOf(attestations);
        decisions = List.copyOf(decisions);
    }

    /** The description recorded last. */
    public GoodsDescription description() {
        return descriptions.recorded().get(0).fact();
    }

    /** The version of the regime recorded last. */
    public RegimeFact newestRegime() {
        return regime.recorded().get(0).fact();
    }

    /** In the terms of recognition. */
    public Facts facts() {
        return new Facts(
                Goods.facts(entry, descriptions),
                regime,
                attestations.stream().map(Attestation::facts).toList(),
                decisions);
    }

    /** The sectors of the regime that the goods belong to. */
    public Stream<RegimeFact.Sector> sectors() {
        return newestRegime().sectors().stream()
                .filter(sector -> Goods.facts(entry, descriptions).recorded().stream()
                        .findFirst()
                        .filter(version -> sector.covers(version.fact()))
                        .isPresent());
    }
}
