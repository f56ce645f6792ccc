package org.sharedregistry.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/** Measures a batch of many questions, beside one SQL join over the same numbers in the same run. */
final class BatchBenchmark {

    private static final int RUNS = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Everything but the work: what each number names, and the newest versions of it and of the goods. */
    private static final String JOIN = """
            select asked.line, a.number, attested.data, g.number, described.data
            from unnest(?) with ordinality as asked (key, line)
            join attestation a on a.key = asked.key
            join attestation_goods c on c.attestation = a.id
            join goods g on g.id = c.goods
            join lateral (select data from attestation_version v where v.attestation = a.id
                          order by sequence desc limit 1) attested on true
            join lateral (select data from goods_version v where v.goods = g.id
                          order by sequence desc limit 1) described on true
            """;

    private final DataSource database;
    private final URI batch;
    private final String apiKey;

    /** @param apiKey of an officer */
    BatchBenchmark(DataSource database, int port, String apiKey) {
        this.database = database;
        this.batch = URI.create("http://localhost:" + port + "/api/v1/verifications/batch");
        this.apiKey = apiKey;
    }

    /** Prints medians of several runs, each of which asks for other numbers. */
    void print(Supplier<List<DrawnNumber>> lines) throws SQLException, IOException, InterruptedException {
        List<Double> joins = new ArrayList<>();
        List<Times> streams = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            List<DrawnNumber> drawn = lines.get();
            joins.add(join(drawn));
            streams.add(stream(drawn));
        }
        double join = median(joins.stream(), each -> each);
        System.out.printf("join: %.0f ms%n", join);
        double whole = median(streams.stream(), Times::whole);
        System.out.printf(
                "batch: %.0f ms, %.1f times the join, first line after %.0f ms%n",
                whole, whole / join, median(streams.stream(), Times::first));
    }

    private double join(List<DrawnNumber> lines) throws SQLException {
        long start = System.nanoTime();
        int rows = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(JOIN)) {
            statement.setObject(1, lines.stream().map(DrawnNumber::key).toArray(String[]::new));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows++;
                }
            }
        }
        requireAll(rows, lines);
        return millisSince(start);
    }

    private Times stream(List<DrawnNumber> lines) throws IOException, InterruptedException {
        String body = IntStream.range(0, lines.size())
                .mapToObj(i -> "{\"lineId\":\"%d\",\"number\":\"%s\",\"destination\":\"%s\"}\n"
                        .formatted(i + 1, lines.get(i).number(), lines.get(i).destination()))
                .collect(Collectors.joining());
        HttpRequest request = HttpRequest.newBuilder(batch)
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body))
                .build();
        long start = System.nanoTime();
        HttpResponse<Stream<String>> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
        try (Stream<String> answer = response.body()) {
            Iterator<String> answers = answer.iterator();
            answers.next();
            double first = millisSince(start);
            String last = "";
            while (answers.hasNext()) {
                last = answers.next();
            }
            double whole = millisSince(start);
            requireAll(JSON.readTree(last).at("/summary/answered").asInt(), lines);
            return new Times(first, whole);
        }
    }

    private static void requireAll(int answered, List<DrawnNumber> lines) {
        if (answered != lines.size()) {
            throw new IllegalStateException(answered + " answers to " + lines.size() + " lines");
        }
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static <T> double median(Stream<T> all, ToDoubleFunction<T> value) {
        double[] sorted = all.mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Until the first answer was there and until the last, in milliseconds. */
    private record Times(double first, double whole) {}
}
