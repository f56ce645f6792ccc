package org.sharedregistry.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sharedregistry.search.Ask.ask;
import static org.sharedregistry.search.SomeEntry.someEntry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.search.Ask;
import org.sharedregistry.search.GroupedResult.Group;
import org.sharedregistry.search.IndexWrite;
import org.sharedregistry.search.Position;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchQuery.Order;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SearchResult.Hit;
import org.sharedregistry.search.SomeEntry;
import org.sharedregistry.search.lucene.LuceneSearchIndex;

/** Both engines find the same, and rank it alike. */
class EnginesAgreeIT {

    private static final List<String> WORDS = List.of(
            "насос",
            "насосы",
            "насосная",
            "центробежный",
            "вода",
            "воды",
            "станок",
            "станка",
            "умова",
            "ўмоў",
            "pump",
            "pumps",
            "battery",
            "IP65",
            "15150-69",
            "15150",
            "69",
            "НА81",
            "сертификат",
            "ТР",
            "ТС");
    private static final List<String> MISTYPED =
            List.of("насас", "nasos", "yfcjc", "цетробежнй", "вда", "станкк", "баттери");
    private static final List<String> PIECES = List.of("%s", "%s", "%s*", "\"%s %s\"", "-%s", "%s-%s");

    private final Random random = new Random(11);

    @Test
    void aboutWhatIsFoundAndItsOrder(@TempDir Path folder) throws IOException {
        ElasticsearchServer server = ElasticsearchServer.shared();
        try (SearchIndex lucene = filled(new LuceneSearchIndex(folder), new Random(5));
                SearchIndex elasticsearch =
                        filled(ElasticsearchConfiguration.index(server.settings("agree")), new Random(5))) {
            for (int i = 0; i < 100; i++) {
                String text = query();
                Ask ask = random.nextBoolean() ? ask(text) : ask(text).as("BY");
                SearchQuery query = ask.atMost(1_000).counting("colour").query();
                SearchResult one = lucene.search(query);
                SearchResult other = elasticsearch.search(query);

                assertThat(other.total()).as(text).isEqualTo(one.total());
                assertThat(other.widening()).as(text).isEqualTo(one.widening());
                assertThat(other.facets()).as(text).isEqualTo(one.facets());
                assertThat(groups(elasticsearch, query)).as(text).isEqualTo(groups(lucene, query));
                assertSameRanking(text, ranking(one), ranking(other));
            }
        } finally {
            server.delete("agree-*");
        }
    }

    private static void assertSameRanking(String text, Map<String, Position> one, Map<String, Position> other) {
        assertThat(other).as(text).containsOnlyKeys(one.keySet());
        one.forEach((id, position) -> {
            Position there = Objects.requireNonNull(other.get(id));
            assertThat(there.tier()).as(text).isEqualTo(position.tier());
            if (position.tier() == Position.WORDS && !text.startsWith("-")) {
                double score = position.score() * Fields.SCORE_FACTOR;
                assertThat((double) there.score()).as(text + ": " + id).isCloseTo(score, within(score * 1e-5));
            }
        });
    }

    private static Map<String, Position> ranking(SearchResult result) {
        return result.hits().stream()
                .collect(Collectors.toMap(Hit::id, hit -> Position.parse(hit.position(), Order.RELEVANCE)));
    }

    /** The entries of each group, in any order: those that score alike may stand in either. */
    private static Map<String, Long> groups(SearchIndex index, SearchQuery query) {
        return index.searchGroups(query, 0, 3).groups().stream().collect(Collectors.toMap(Group::name, Group::count));
    }

    private static SearchIndex filled(SearchIndex index, Random random) {
        index.beginGeneration("only");
        List<IndexWrite> writes = IntStream.range(0, 400)
                .mapToObj(i -> {
                    SomeEntry entry = someEntry("id" + i)
                            .grouped("group" + i / 6)
                            .with("colour", word(random), word(random) + "!")
                            .titled(words(random, 3))
                            .saying(words(random, 30));
                    return (i / 6 % 3 > 0 ? entry : entry.onlyFor("BY")).put();
                })
                .toList();
        index.write(writes);
        index.activateGeneration("only");
        return index;
    }

    private String query() {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())).formatted(asked(), asked()))
                .collect(Collectors.joining(" "));
    }

    private String asked() {
        return random.nextInt(4) > 0 ? word(random) : MISTYPED.get(random.nextInt(MISTYPED.size()));
    }

    private static String words(Random random, int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> word(random))
                .collect(Collectors.joining(" "));
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
