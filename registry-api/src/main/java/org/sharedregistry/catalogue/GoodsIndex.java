package org.sharedregistry.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.Finding;
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

    static final String STATE = "state";
    static final String HS = "hs";
    static final String HS_CHAPTER = "hsChapter";
    static final String OKPD2 = "okpd2";
    static final String OKRB = "okrb";
    static final String REGULATION = "regulation";
    static final String MANUFACTURER = "manufacturer";
    static final String SECTOR = "sector";

    /** The field of verdicts, each on the days on which it holds: of any state, and of each by itself. */
    static final String STATUS = "status";

    /** The field of the states that recognise the goods, each on the days on which it does. */
    static final String RECOGNIZED_IN = "recognizedIn";

    private static final int CHAPTER_DIGITS = 2;
    private static final int HEADING_DIGITS = 4;
    private static final int SUBHEADING_DIGITS = 6;

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
    public long count() {
        return goods.count();
    }

    @Override
    public void ids(Consumer<String> ids) {
        goods.eachSubmitted(id -> ids.accept(id(id)));
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

    /** The value of {@link #STATUS} for a verdict at the border of a state, or of any when that is null. */
    static String status(@Nullable String destination, Verdict verdict) {
        return destination == null ? verdict.name() : destination + "-" + verdict;
    }

    /** The verdict in a value of {@link #STATUS}. */
    static String verdict(String status) {
        return status.substring(status.indexOf('-') + 1);
    }

    /** A technical regulation, however spelled. */
    static String regulation(String written) {
        return Identifiers.read(written).stream()
                .filter(reading -> reading.kind() == IdentifierKind.TECHNICAL_REGULATION)
                .findFirst()
                .map(Reading::display)
                .orElse(written);
    }

    private static IndexEntry entry(Dossier dossier) {
        GoodsDescription description = dossier.description();
        return new IndexEntry(
                id(dossier.entry().id()),
                KIND,
                dossier.entry().id().toString(),
                Set.of(),
                Names.title(description.names()),
                text(dossier),
                keywords(dossier),
                periods(dossier),
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
                        description.hs().stream()
                                .flatMap(GoodsIndex::headings)
                                .distinct()
                                .sorted(),
                        description.okpd2().stream().sorted(),
                        dossier.attestations().stream().map(Attestation::number))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Set<String>> keywords(Dossier dossier) {
        GoodsDescription description = dossier.description();
        return Map.of(
                STATE, Set.of(dossier.entry().state()),
                MANUFACTURER, Set.of(dossier.manufacturer().id().toString()),
                SECTOR, dossier.sectors().map(RegimeFact.Sector::id).collect(Collectors.toSet()),
                HS, prefixes(description.hs()),
                HS_CHAPTER,
                        description.hs().stream()
                                .map(code -> code.substring(0, CHAPTER_DIGITS))
                                .collect(Collectors.toSet()),
                OKPD2, prefixes(description.okpd2()),
                OKRB, prefixes(description.okrb()),
                REGULATION,
                        description.regulations().stream()
                                .map(GoodsIndex::regulation)
                                .collect(Collectors.toSet()));
    }

    /** A code of the TN VED with the heading and the subheading it stands under, which are codes as well. */
    private static Stream<String> headings(String code) {
        return Stream.of(HEADING_DIGITS, SUBHEADING_DIGITS, code.length())
                .filter(length -> length <= code.length())
                .map(length -> code.substring(0, length));
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

    private static Map<String, Map<String, List<Period>>> periods(Dossier dossier) {
        Map<String, List<Period>> verdicts = new HashMap<>();
        Map<String, List<Period>> recognized = new HashMap<>();
        Facts facts = dossier.facts();
        for (RegimeFact.Party party : dossier.newestRegime().parties()) {
            String state = party.state();
            for (Finding finding : Recognition.timeline(facts, Question.atTheBorderOf(state))) {
                Period days = Validity.days(finding.period());
                add(verdicts, status(null, finding.verdict()), days);
                add(verdicts, status(state, finding.verdict()), days);
                if (finding.verdict() == Verdict.RECOGNIZED) {
                    add(recognized, state, days);
                }
            }
        }
        return Map.of(STATUS, verdicts, RECOGNIZED_IN, recognized, Validity.FIELD, Validity.of(dossier.attestations()));
    }

    private static void add(Map<String, List<Period>> periods, String value, Period days) {
        periods.computeIfAbsent(value, each -> new ArrayList<>()).add(days);
    }
}
