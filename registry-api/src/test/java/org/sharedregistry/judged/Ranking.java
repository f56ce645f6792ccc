package org.sharedregistry.judged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sharedregistry.search.elasticsearch.ElasticsearchServer;
import org.springframework.util.FileSystemUtils;

/** Prints how well both engines rank, by kind of query. */
final class Ranking {

    private Ranking() {}

    /** The command {@code Ranking [<folder of real documents>]}; docs/search-ranking.md tells more. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (ElasticsearchServer server = ElasticsearchServer.start()) {
            print("the demo", List.of(), JudgedSet.demo(), server);
            if (arguments.length > 0) {
                print("real documents", JudgedSet.documents(Path.of(arguments[0])), JudgedSet.corpus(), server);
            }
        }
    }

    private static void print(
            String title, List<Path> documents, List<Judgement> judgements, ElasticsearchServer server)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("judged");
        try {
            JudgedRegistry registry = JudgedRegistry.filled(home, documents);
            print("Lucene, " + title, registry.onLucene(judgements));
            print("Elasticsearch, " + title, registry.onElasticsearch(server, judgements));
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private static void print(String title, List<Measured> measured) {
        Map<String, List<Measured>> byKind = measured.stream()
                .collect(Collectors.groupingBy(each -> each.judgement().kind(), TreeMap::new, Collectors.toList()));
        System.out.printf(Locale.ROOT, "%n%-40s%28s%28s%n", title, "tuned", "held out");
        System.out.printf(
                Locale.ROOT,
                "%-40s%12s%8s%8s%12s%8s%8s%n",
                "kind",
                "queries",
                "nDCG@10",
                "MRR",
                "queries",
                "nDCG@10",
                "MRR");
        byKind.forEach(Ranking::printLine);
        printLine("all", measured);
    }

    private static void printLine(String kind, List<Measured> measured) {
        System.out.printf(Locale.ROOT, "%-40s%s%s%n", kind, part(measured, false), part(measured, true));
    }

    private static String part(List<Measured> measured, boolean heldOut) {
        List<Measured> part = measured.stream()
                .filter(each -> each.judgement().heldOut() == heldOut)
                .toList();
        if (part.isEmpty()) {
            return String.format("%12d%8s%8s", 0, "", "");
        }
        Figures mean = Measured.mean(part);
        return String.format(Locale.ROOT, "%12d%8.3f%8.3f", part.size(), mean.ndcg(), mean.reciprocalRank());
    }
}
