package org.sharedregistry.judged;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.sharedregistry.Client;
import org.sharedregistry.judged.Judgement.Subject;
import org.sharedregistry.killed.RegistryProcess;
import org.sharedregistry.search.elasticsearch.ElasticsearchServer;
import tools.jackson.databind.JsonNode;

/** A registry with the demo in it, filled once and then asked the judged queries over HTTP, on one engine or another. */
final class JudgedRegistry {

    /** May read every document, so that none is kept from ranking. */
    private static final String READER = "authority-BY-1";

    private static final String SIZE = "100";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home;
    private final DemoGoods goods = DemoGoods.read();

    private JudgedRegistry(Path home) {
        this.home = home;
    }

    /**
     * Reads the demo's documents and others.
     *
     * @param home an empty folder; its name becomes that of the indices
     */
    static JudgedRegistry filled(Path home, List<Path> documents) throws IOException, InterruptedException {
        RegistryProcess process = RegistryProcess.in(home);
        try {
            Client client = process.as(READER);
            for (Path each : documents) {
                upload(client, each);
            }
            await().atMost(PATIENCE).until(() -> isQuiet(process));
        } finally {
            process.stop();
        }
        return new JudgedRegistry(home);
    }

    List<Measured> onLucene(List<Judgement> judgements) throws IOException, InterruptedException {
        return measured(judgements, "--registry.search.lucene.folder=" + home.resolve("judged"));
    }

    List<Measured> onElasticsearch(ElasticsearchServer server, List<Judgement> judgements)
            throws IOException, InterruptedException {
        return measured(
                judgements,
                "--registry.search.engine=elasticsearch",
                "--registry.search.elasticsearch.hosts=" + server.address(),
                "--registry.search.elasticsearch.prefix="
                        + home.getFileName().toString().replace('-', '_'),
                "--registry.search.elasticsearch.replicas=0");
    }

    /**
     * Asks an index that is filled at the start: in the one that documents were read into, what was replaced meanwhile
     * still counts in the statistics, and differs from time to time.
     */
    private List<Measured> measured(List<Judgement> judgements, String... engine)
            throws IOException, InterruptedException {
        RegistryProcess process = RegistryProcess.in(home, engine);
        try {
            Client client = process.as(READER);
            // Until it is filled, searches are answered with 503.
            await().atMost(PATIENCE).until(() -> client.get("/api/v1/goods").status() == 200);
            return judgements.stream()
                    .map(each -> new Measured(each, Figures.of(found(client, each), each.grades())))
                    .toList();
        } finally {
            process.stop();
        }
    }

    /** The keys of goods, or pages as {@code file#page}, best first. */
    private List<String> found(Client client, Judgement judgement) {
        boolean isGoods = judgement.of() == Subject.GOODS;
        String path = isGoods ? "/api/v1/goods" : "/api/v1/documents";
        Client.Answer answer = client.get(path, "q", judgement.ask(), "size", SIZE);
        if (answer.status() != 200) {
            throw new IllegalStateException(judgement.ask() + " was answered with " + answer.json());
        }
        return each(answer.json().path("items"))
                .flatMap(item -> isGoods ? Stream.of(key(item)) : pages(item))
                .toList();
    }

    private String key(JsonNode item) {
        return goods.key(item.at("/names/ru").asString());
    }

    private static Stream<String> pages(JsonNode document) {
        String file = document.path("fileName").asString();
        return each(document.path("pages"))
                .map(page -> file + "#" + page.path("page").asInt());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static void upload(Client client, Path file) throws IOException {
        Client.Answer answer = client.upload(file.getFileName().toString(), Files.readAllBytes(file), "kind", "OTHER");
        if (answer.status() != 202) {
            throw new IllegalStateException(file + " was answered with " + answer.json());
        }
    }

    /** Whether nothing waits to be read or indexed. */
    private static boolean isQuiet(RegistryProcess process) throws IOException, SQLException {
        return process.count("select count(*) from reading_queue") == 0
                && process.count("select count(*) from index_change") == 0;
    }
}
