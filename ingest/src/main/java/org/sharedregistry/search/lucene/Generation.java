package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.search.IndexWrite;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SearchResult.Hit;

/**
 * One complete index in a folder of its own. What everybody may see and what only some may see lie in two Lucene
 * indexes, so that the statistics of the hidden never show in the ranking of the open.
 */
final class Generation implements AutoCloseable {

    private final Shard open;
    private final Shard restricted;

    Generation(Path folder) throws IOException {
        open = new Shard(Files.createDirectories(folder.resolve("public")));
        restricted = new Shard(Files.createDirectories(folder.resolve("restricted")));
    }

    void write(List<IndexWrite> batch) throws IOException {
        Map<String, Long> written = new HashMap<>();
        for (IndexWrite write : batch) {
            long held = written.containsKey(write.id()) ? written.get(write.id()) : version(write.id());
            if (write.version() >= held) {
                apply(write);
                written.put(write.id(), write.version());
            }
        }
        open.commit();
        restricted.commit();
    }

    SearchResult search(SearchQuery query) throws IOException {
        ParsedQuery parsed = ParsedQuery.of(query.text());
        boolean byScore = query.order().field() == null;
        Query words = Queries.words(parsed);
        if (parsed.codes().isEmpty() || !byScore) {
            Query either = parsed.codes().isEmpty() ? words : either(words, Queries.codes(parsed));
            return new SearchResult(hits(query, either, 1, query.size()), count(query, either));
        }
        // An exact identifier is a tier of its own before everything that merely has the words.
        Query codes = Queries.codes(parsed);
        List<Hit> hits = new ArrayList<>();
        if (query.after() == null || Position.parse(query.after()).tier() == 0) {
            hits.addAll(hits(query, codes, 0, query.size()));
        }
        if (hits.size() < query.size()) {
            hits.addAll(hits(query, without(words, codes), 1, query.size() - hits.size()));
        }
        return new SearchResult(hits, count(query, either(words, codes)));
    }

    List<String> suggest(String kind, String typed, int size) throws IOException {
        if (typed.isBlank()) {
            return List.of();
        }
        SearchQuery query = new SearchQuery(
                kind,
                typed.strip() + "*",
                SearchQuery.Audience.PUBLIC,
                Map.of(),
                Map.of(),
                SearchQuery.Order.RELEVANCE,
                size * 3,
                null);
        Set<String> titles = new LinkedHashSet<>();
        open.search(searcher -> {
            StoredFields stored = searcher.storedFields();
            Query wanted = filtered(query, Queries.words(ParsedQuery.of(query.text())), false);
            for (ScoreDoc doc : searcher.search(wanted, query.size()).scoreDocs) {
                titles.add(stored.document(doc.doc)
                        .get(Fields.TITLE)
                        .lines()
                        .findFirst()
                        .orElse(""));
            }
            return titles;
        });
        return titles.stream().limit(size).toList();
    }

    @Override
    public void close() throws IOException {
        open.close();
        restricted.close();
    }

    private long version(String id) throws IOException {
        return Math.max(open.version(id), restricted.version(id));
    }

    /** Writes to the half an entry belongs to, and takes it from the other, where it may have been before. */
    private void apply(IndexWrite write) throws IOException {
        if (write instanceof IndexWrite.Put put) {
            Shard to = put.entry().readers().isEmpty() ? open : restricted;
            Shard from = to == open ? restricted : open;
            to.put(put.id(), Fields.document(put.entry(), put.version()));
            from.remove(put.id());
        } else {
            open.remove(write.id());
            restricted.remove(write.id());
        }
    }

    private List<Hit> hits(SearchQuery query, Query wanted, int tier, int size) throws IOException {
        List<Found> found = new ArrayList<>(top(open, query, filtered(query, wanted, false), tier, size));
        if (!query.audience().readers().isEmpty()) {
            found.addAll(top(restricted, query, filtered(query, wanted, true), tier, size));
        }
        Comparator<Found> order = query.order().field() == null
                ? Comparator.comparing(Found::score, Comparator.reverseOrder())
                : Comparator.comparing(found1 -> found1.position.value());
        return found.stream()
                .sorted(order.thenComparing(hit -> hit.position.id()))
                .limit(size)
                .map(hit -> new Hit(hit.position.id(), hit.group, hit.position.written()))
                .toList();
    }

    private long count(SearchQuery query, Query wanted) throws IOException {
        long count = open.search(searcher -> (long) searcher.count(filtered(query, wanted, false)));
        return query.audience().readers().isEmpty()
                ? count
                : count + restricted.search(searcher -> (long) searcher.count(filtered(query, wanted, true)));
    }

    private static List<Found> top(Shard shard, SearchQuery query, Query wanted, int tier, int size)
            throws IOException {
        String field = query.order().field();
        boolean byScore = field == null;
        Sort sort = new Sort(
                field == null ? SortField.FIELD_SCORE : new SortField(Fields.sort(field), SortField.Type.STRING),
                new SortField(Fields.ID, SortField.Type.STRING));
        Position after = query.after() == null ? null : Position.parse(query.after());
        return shard.search(searcher -> {
            int documents = searcher.getIndexReader().maxDoc();
            if (documents == 0) {
                return List.of();
            }
            TopDocs top = after != null && after.tier() == tier
                    ? searcher.searchAfter(after.after(byScore, documents), wanted, size, sort)
                    : searcher.search(wanted, size, sort);
            return found(searcher, top, tier);
        });
    }

    private static List<Found> found(IndexSearcher searcher, TopDocs top, int tier) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Found> found = new ArrayList<>();
        for (ScoreDoc doc : top.scoreDocs) {
            Object value = ((FieldDoc) doc).fields[0];
            String id = ((BytesRef) ((FieldDoc) doc).fields[1]).utf8ToString();
            String written =
                    value instanceof BytesRef bytes ? bytes.utf8ToString() : String.valueOf(value == null ? "" : value);
            float score = value instanceof Float number ? number : 0;
            found.add(new Found(
                    score,
                    new Position(tier, written, id),
                    stored.document(doc.doc, Set.of(Fields.GROUP)).get(Fields.GROUP)));
        }
        return found;
    }

    private static Query filtered(SearchQuery query, Query wanted, boolean toReaders) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(wanted, Occur.MUST);
        Stream<Query> readable =
                toReaders ? Stream.of(Queries.readableBy(query.audience().readers())) : Stream.empty();
        Stream.concat(Queries.filters(query).stream(), readable).forEach(filter -> all.add(filter, Occur.FILTER));
        return all.build();
    }

    private static Query either(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.SHOULD)
                .add(other, Occur.SHOULD)
                .build();
    }

    private static Query without(Query wanted, Query unwanted) {
        return new BooleanQuery.Builder()
                .add(wanted, Occur.MUST)
                .add(unwanted, Occur.MUST_NOT)
                .build();
    }

    private record Found(float score, Position position, String group) {}
}
