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
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.goods.Site;
import org.sharedregistry.recognition.AttestationFact;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.GoodsFact;
import org.sharedregistry.recognition.InquiryFact;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.SiteFact;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.recognition.Versions.Version;

/** A goods entry with everything that bears on it, as recorded up to some moment. */
public record Dossier(
        GoodsEntry entry, Contents contents, Versions<RegimeFact> regime, Map<String, LocalDate> sources) {

    /** The description recorded last. */
    public GoodsDescription description() {
        return contents.descriptions.newest();
    }

    public Manufacturer manufacturer() {
        return contents.manufacturer;
    }

    public List<Attestation> attestations() {
        return contents.attestations;
    }

    public List<DecisionFact> decisions() {
        return contents.decisions;
    }

    /** The version of the regime recorded last. */
    public RegimeFact newestRegime() {
        return regime.newest();
    }

    /** In the terms of recognition. */
    public Facts facts() {
        return new Facts(
                contents.goodsFacts,
                regime,
                contents.siteFacts,
                contents.attestationFacts,
                contents.decisions,
                contents.inquiries,
                sources);
    }

    /** The sectors of the regime that the goods belong to. */
    public Stream<RegimeFact.Sector> sectors() {
        GoodsFact newest = contents.goodsFacts.newest();
        return newestRegime().sectors().stream().filter(sector -> sector.covers(newest));
    }

    /** What was recorded of an entry, and the same in the terms of recognition. */
    record Contents(
            Versions<GoodsDescription> descriptions,
            Manufacturer manufacturer,
            List<Site> sites,
            List<Attestation> attestations,
            List<DecisionFact> decisions,
            List<InquiryFact> inquiries,
            Versions<GoodsFact> goodsFacts,
            List<Versions<SiteFact>> siteFacts,
            List<Versions<AttestationFact>> attestationFacts) {

        static Contents of(
                GoodsEntry entry,
                Versions<GoodsDescription> descriptions,
                Manufacturer manufacturer,
                List<Site> sites,
                List<Attestation> attestations,
                List<DecisionFact> decisions,
                List<InquiryFact> inquiries) {
            return new Contents(
                    descriptions,
                    manufacturer,
                    sites,
                    attestations,
                    decisions,
                    inquiries,
                    facts(entry, manufacturer, descriptions),
                    sites.stream().map(Site::facts).toList(),
                    Attestation.facts(attestations));
        }

        private static Versions<GoodsFact> facts(
                GoodsEntry entry, Manufacturer manufacturer, Versions<GoodsDescription> descriptions) {
            Set<String> makers = new HashSet<>(manufacturer.names().values());
            makers.add(manufacturer.taxId());
            return new Versions<>(descriptions.recorded().stream()
                    .map(version ->
                            new Version<>(version.valid(), version.sequence(), fact(entry, makers, version.fact())))
                    .toList());
        }

        private static GoodsFact fact(GoodsEntry entry, Set<String> makers, GoodsDescription description) {
            return new GoodsFact(
                    entry.address(),
                    entry.state(),
                    entry.submittedOn(),
                    makers,
                    description.hs(),
                    description.okpd2(),
                    description.okrb(),
                    description.models(),
                    description.sites().stream().map(UUID::toString).collect(Collectors.toSet()));
        }
    }
}
