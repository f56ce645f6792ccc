package org.sharedregistry.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.IOUtils;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.language.Widening;
import org.sharedregistry.search.GroupedResult;
import org.sharedregistry.search.IndexWrite;
import org.sharedregistry.search.Inventory;
import org.sharedregistry.search.Position;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.Widened;

/**
 * One complete index in a folder of its own. What everybody may see and what only some may see lie in two Lucene
 * indexes, so that the statistics of the hidden never show in the ranking of the open.
 */
final class Generation implements Closeable {

    private static final String OPEN = "public";
    private static final String RESTRICTED = "restricted";

    private final Shard open;
    private final Shard restricted;

    private Generation(Shard open, Shard restricted) {
        this.open = open;
        this.restricted = restricted;
    }

    /** An empty one in a new folder. */
    static Generation create(Path folder) throws IOException {
        return both(folder, home -> Shard.create(Files.createDirectories(home)));
    }

    /** The one in a folder. */
    static Generation open(Path folder) throws IOException {
        return both(folder, Shard::open);
    }

    /**
     * Applies the writes. Of the two halves the one that gains an entry is not committed together with the one that
     * loses it: a crash in between shows it in both or in none, until the batch is repeated.
     */
    void write(List<IndexWrite> batch) throws IOException {
        // Before anybody has to wait: the analysis is most of the work, and several threads do it at once.
        List<Document> documents = batch.stream().map(Generation::document).toList();
        synchronized (this) {
            Map<String, Long> held = versions(batch);
            for (int i = 0; i < batch.size(); i++) {
                IndexWrite write = batch.get(i);
                if (write.version() >= held.getOrDefault(write.id(), Long.MIN_VALUE)) {
                    apply(write, documents.get(i));
                    held.put(write.id(), write.version());
                }
            }
            open.commit();
            restricted.commit();
        }
    }

    Inventory inventory() throws IOException {
        return open.inventory().plus(restricted.inventory());
    }

    SearchResult search(SearchQuery query) throws IOException {
        String after = query.after();
        if (after != null) {
            Widening widening = Position.parse(after, query.order()).widening();
            return viewing(query, views -> result(query, ParsedQuery.of(query.text(), widening), widening, views));
        }
        return viewing(
                query,
                views -> Widened.search(
                        query.text(),
                        (parsed, widening) -> result(query, parsed, widening, views),
                        result -> result.total() > 0));
    }

    GroupedResult searchGroups(SearchQuery query, int from, int best) throws IOException {
        return viewing(
                query,
                views -> Widened.search(
                        query.text(),
                        (parsed, widening) -> {
                            Tiers tiers = Tiers.of(parsed);
                            return new GroupedResult(
                                    new GroupedAnswer(query, tiers, views).groups(from, best),
                                    total(query, tiers, views),
                                    new FacetCounts(query, tiers.all()).in(views),
                                    widening);
                        },
                        result -> result.total() > 0));
    }

    List<String> suggest(String kind, String typed, int size) throws IOException {
        return open.search(searcher -> new Suggestions(searcher, kind, typed).titles(size));
    }

    private static SearchResult result(SearchQuery query, ParsedQuery parsed, Widening widening, List<View> views)
            throws IOException {
        Tiers tiers = Tiers.of(parsed);
        return new SearchResult(
                new Answer(query, tiers, widening, views).hits(),
                total(query, tiers, views),
                new FacetCounts(query, tiers.all()).in(views),
                widening);
    }

    private static long total(SearchQuery query, Tiers tiers, List<View> views) throws IOException {
        long total = 0;
        for (View view : views) {
            total += view.count(tiers.all(), query.kind(), query.filters());
        }
        return total;
    }

    private <T> T viewing(SearchQuery query, Viewing<T> viewing) throws IOException {
        return open.search(everybodys -> restricted.search(theirs -> viewing.with(View.of(query, everybodys, theirs))));
    }

    /** Whether both halves are fit for use. */
    synchronized boolean isUsable() {
        return open.isUsable() && restricted.isUsable();
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(open, restricted);
    }

    private static Generation both(Path folder, Opening opening) throws IOException {
        Shard open = opening.shard(folder.resolve(OPEN));
        try {
            return new Generation(open, opening.shard(folder.resolve(RESTRICTED)));
        } catch (IOException | RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private Map<String, Long> versions(List<IndexWrite> batch) throws IOException {
        Set<String> ids = batch.stream().map(IndexWrite::id).collect(Collectors.toSet());
        Map<String, Long> versions = new HashMap<>(open.versions(ids));
        restricted.versions(ids).forEach((id, version) -> versions.merge(id, version, Math::max));
        return versions;
    }

    private static Document document(IndexWrite write) {
        return write instanceof IndexWrite.Put put
                ? Fields.document(put.entry(), put.version())
                : Fields.trace(write.id(), write.version());
    }

    /** Writes to the half an entry belongs to, and takes it from the other, where it may have been before. */
    private void apply(IndexWrite write, Document document) throws IOException {
        boolean hidden =
                write instanceof IndexWrite.Put put && !put.entry().readers().isEmpty();
        (hidden ? restricted : open).put(write.id(), document);
        (hidden ? open : restricted).remove(write.id());
    }

    private interface Viewing<T> {
        T with(List<View> views) throws IOException;
    }

    private interface Opening {
        Shard shard(Path folder) throws IOException;
    }
}
