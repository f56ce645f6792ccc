package org.sharedregistry.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
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
import org.sharedregistry.attestation.Sources;
import org.sharedregistry.decision.Decisions;
import org.sharedregistry.decision.Inquiries;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.goods.Manufacturers;
import org.sharedregistry.goods.Site;
import org.sharedregistry.goods.Sites;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.InquiryFact;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.regime.Regimes;
import org.sharedregistry.review.Dossier.Contents;
import org.springframework.stereotype.Component;

/** Gathers dossiers, any number of them with the same handful of queries. */
@Component
public class Dossiers {

    private static final int MOST_READ = 10_000;

    private final Goods goods;
    private final Manufacturers manufacturers;
    private final Sites sites;
    private final Attestations attestations;
    private final Sources sources;
    private final Decisions decisions;
    private final Inquiries inquiries;
    private final Regimes regimes;
    private final RecordLog log;
    private final Cache<Revision, Contents> read =
            Caffeine.newBuilder().maximumSize(MOST_READ).build();

    Dossiers(
            Goods goods,
            Manufacturers manufacturers,
            Sites sites,
            Attestations attestations,
            Sources sources,
            Decisions decisions,
            Inquiries inquiries,
            Regimes regimes,
            RecordLog log) {
        this.goods = goods;
        this.manufacturers = manufacturers;
        this.sites = sites;
        this.attestations = attestations;
        this.sources = sources;
        this.decisions = decisions;
        this.inquiries = inquiries;
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
        List<GoodsEntry> entries = goods.all(ids);
        Map<UUID, Contents> contents = contents(entries, known);
        Map<String, Versions<RegimeFact>> regime = regimes.known(known);
        Map<String, LocalDate> read =
                sources.known(known).stream().collect(Collectors.toMap(Sources.Source::name, Sources.Source::readUpTo));
        return entries.stream()
                .filter(entry -> contents.containsKey(entry.id()) && regime.containsKey(entry.regime()))
                .map(entry -> new Dossier(
                        entry,
                        Objects.requireNonNull(contents.get(entry.id())),
                        Objects.requireNonNull(regime.get(entry.regime())),
                        read))
                .toList();
    }

    /**
     * What was recorded of each entry. Whatever is recorded about an entry or what it rests on raises its revision, so
     * what was read at a revision is what is known at any place from there on, and need not be read again.
     */
    private Map<UUID, Contents> contents(List<GoodsEntry> entries, long known) {
        Map<UUID, Contents> contents = new HashMap<>();
        List<GoodsEntry> missing = new ArrayList<>();
        for (GoodsEntry entry : entries) {
            Contents held = entry.revision() <= known ? read.getIfPresent(Revision.of(entry)) : null;
            if (held == null) {
                missing.add(entry);
            } else {
                contents.put(entry.id(), held);
            }
        }
        if (!missing.isEmpty()) {
            Map<UUID, Contents> fresh = read(missing, known);
            contents.putAll(fresh);
            missing.stream()
                    .filter(entry -> entry.revision() <= known && fresh.containsKey(entry.id()))
                    .forEach(entry -> read.put(Revision.of(entry), Objects.requireNonNull(fresh.get(entry.id()))));
        }
        return contents;
    }

    private Map<UUID, Contents> read(List<GoodsEntry> entries, long known) {
        List<UUID> ids = entries.stream().map(GoodsEntry::id).toList();
        Set<UUID> makers = entries.stream().map(GoodsEntry::manufacturer).collect(Collectors.toSet());
        Map<UUID, Versions<GoodsDescription>> descriptions = goods.descriptions(ids, known);
        Map<UUID, Manufacturer> manufacturer = manufacturers.byIds(makers, known);
        Map<UUID, List<Site>> siteList =
                sites.of(makers, known).stream().collect(Collectors.groupingBy(Site::manufacturer));
        Map<UUID, List<Attestation>> evidence = evidence(ids, known);
        Map<UUID, List<DecisionFact>> decided = decisions.facts(ids, known);
        Map<UUID, List<InquiryFact>> asked = inquiries.facts(ids, known);
        Map<UUID, Contents> contents = new HashMap<>();
        for (GoodsEntry entry : entries) {
            Versions<GoodsDescription> versions = descriptions.get(entry.id());
            if (versions != null) {
                contents.put(
                        entry.id(),
                        Contents.of(
                                entry,
                                versions,
                                Objects.requireNonNull(manufacturer.get(entry.manufacturer())),
                                siteList.getOrDefault(entry.manufacturer(), List.of()),
                                evidence.getOrDefault(entry.id(), List.of()),
                                decided.getOrDefault(entry.id(), List.of()),
                                asked.getOrDefault(entry.id(), List.of())));
            }
        }
        return contents;
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

    private record Revision(UUID goods, long sequence) {
        static Revision of(GoodsEntry entry) {
            return new Revision(entry.id(), entry.revision());
        }
    }
}
