package org.sharedregistry.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.Question;
import org.sharedregistry.recognition.Recognition;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Verdict;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.review.Dossiers;
import org.sharedregistry.search.IndexEntry;
import org.sharedregistry.search.IndexSource;
import org.sharedregistry.search.Period;
import org.springframework.stereotype.Component;

/**
 * What the index holds of goods. Recognition is indexed as the days on which it holds, so a search for what is
 * recognised on a day never contradicts the verdict, and nothing has to be written when a day passes.
 */
@Component
class GoodsIndex implements IndexSource {

    static final String KIND = Goods.INDEX_KIND;

    /** Smaller than any that is given out. */
    private static final UUID FIRST = new UUID(0, 0);

    private final Goods goods;
    private final Dossiers dossiers;

    GoodsIndex(Goods goods, Dossiers dossiers) {
        this.goods = goods;
        this.dossiers = dossiers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> subjects(String last, int size) {
        return goods.ids(last.isEmpty() ? FIRST : UUID.fromString(last), size).stream()
                .map(UUID::toString)
                .toList();
    }

    @Override
    public void load(Collection<String> subjects, Consumer<IndexEntry> entries, Consumer<String> removed) {
        List<UUID> ids = subjects.stream().map(UUID::fromString).toList();
        dossiers.of(ids).stream()
                .filter(dossier -> !dossier.entry().isDraft())
                .map(GoodsIndex::entry)
                .forEach(entries);
    }

    /** How goods are named in the index. */
    static String id(UUID goods) {
        return KIND + ":" + goods;
    }

    /** The field of the days on which goods are recognised in a state. */
    static String recognizedIn(String state) {
        return "recognizedIn." + state;
    }

    private static IndexEntry entry(Dossier dossier) {
        GoodsDescription description = dossier.description();
        return new IndexEntry(
                id(dossier.entry().id()),
                KIND,
                dossier.entry().id().toString(),
                Set.of(),
                String.join("\n", new TreeMap<>(description.names()).values()),
                text(dossier),
                keywords(dossier),
                recognized(dossier),
                Map.of("number", dossier.entry().address(), "name", description.name("ru")));
    }

    private static String text(Dossier dossier) {
        GoodsDescription description = dossier.description();
        return Stream.of(
                        Stream.of(dossier.entry().address()),
                        Stream.ofNullable(description.description()),
                        description.models().stream().sorted(),
                        dossier.manufacturer().names().values().stream().sorted(),
                        Stream.of(dossier.manufacturer().taxId()),
                        description.regulations().stream().sorted(),
                        description.gtins().stream().sorted(),
                        description.hs().stream().sorted(),
                        description.okpd2().stream().sorted(),
                        dossier.attestations().stream().map(Attestation::number))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Set<String>> keywords(Dossier dossier) {
        GoodsDescription description = dossier.description();
        Map<String, Set<String>> keywords = new HashMap<>();
        keywords.put("state", Set.of(dossier.entry().state()));
        keywords.put("regime", Set.of(dossier.entry().regime()));
        keywords.put(
                "manufacturer",
                Set.of(
                        dossier.manufacturer().id().toString(),
                        dossier.manufacturer().taxId()));
        keywords.put("sector", dossier.sectors().map(RegimeFact.Sector::id).collect(Collectors.toSet()));
        keywords.put("hs", prefixes(description.hs()));
        keywords.put("okpd2", prefixes(description.okpd2()));
        keywords.put("okrb", prefixes(description.okrb()));
        keywords.put("regulation", description.regulations());
        return keywords;
    }

    /** All beginnings of each code, since a shorter code stands for all that begin with it. */
    private static Set<String> prefixes(Set<String> codes) {
        Set<String> prefixes = new HashSet<>();
        for (String code : codes) {
            for (int length = 2; length <= code.length(); length++) {
                prefixes.add(code.substring(0, length));
            }
        }
        return prefixes;
    }

    private static Map<String, List<Period>> recognized(Dossier dossier) {
        Map<String, List<Period>> periods = new HashMap<>();
        Facts facts = dossier.facts();
        for (RegimeFact.Party party : dossier.newestRegime().parties()) {
            List<Period> recognized = Recognition.timeline(facts, Question.atTheBorderOf(party.state())).stream()
                    .filter(finding -> finding.verdict() == Verdict.RECOGNIZED)
                    .map(finding -> new Period(
                            finding.period().from(), finding.period().lastDay().orElse(LocalDate.MAX)))
                    .toList();
            periods.put(recognizedIn(party.state()), recognized);
        }
        return periods;
    }
}
