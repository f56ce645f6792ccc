package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.language.Widening;
import org.sharedregistry.search.Position;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchResult.Hit;

/** The entries that fit a query, in order, from one state of both halves of a generation. */
final class Answer {

    private final SearchQuery query;
    private final Tiers tiers;
    private final Widening widening;
    private final List<View> views;
    private final @Nullable Position after;

    Answer(SearchQuery query, Tiers tiers, Widening widening, List<View> views) {
        this.query = query;
        this.tiers = tiers;
        this.widening = widening;
        this.views = views;
        after = query.after() == null ? null : Position.parse(query.after(), query.order());
    }

    List<Hit> hits() throws IOException {
        List<Hit> hits = new ArrayList<>();
        if (byScore()) {
            addHits(hits, tiers.exact(), Position.EXACT);
            addHits(hits, tiers.words(), Position.WORDS);
        } else {
            addHits(hits, tiers.all(), Position.WORDS);
        }
        return hits;
    }

    private void addHits(List<Hit> hits, Query wanted, int tier) throws IOException {
        int missing = query.size() - hits.size();
        if (missing <= 0 || (after != null && after.tier() > tier)) {
            return;
        }
        List<Found> found = new ArrayList<>();
        for (View view : views) {
            found.addAll(top(view.searcher(), view.visible(wanted, query.kind(), query.filters()), tier, missing));
        }
        found.stream()
                .sorted(order())
                .limit(missing)
                .map(each -> each.hit(widening))
                .forEach(hits::add);
    }

    private List<Found> top(IndexSearcher searcher, Query wanted, int tier, int size) throws IOException {
        int documents = searcher.getIndexReader().maxDoc();
        if (documents == 0) {
            return new ArrayList<>();
        }
        FieldDoc behind = after != null && after.tier() == tier ? behind(after, documents) : null;
        TopDocs top = searcher.searchAfter(behind, wanted, size, sort());
        StoredFields stored = searcher.storedFields();
        List<Found> found = new ArrayList<>();
        for (ScoreDoc doc : top.scoreDocs) {
            String group = stored.document(doc.doc, Set.of(Fields.GROUP)).get(Fields.GROUP);
            Object[] sortedBy = Objects.requireNonNull(((FieldDoc) doc).fields);
            found.add(new Found(sortedBy[0], (BytesRef) sortedBy[1], tier, group));
        }
        return found;
    }

    /** A position as what Lucene goes on behind, in an index of so many documents. */
    private FieldDoc behind(Position position, int documents) {
        return new FieldDoc(documents - 1, Float.NaN, new Object[] {sortedBy(position), new BytesRef(position.id())});
    }

    private @Nullable Object sortedBy(Position position) {
        if (byScore()) {
            return position.score();
        }
        return position.value() == null ? null : new BytesRef(position.value());
    }

    private Sort sort() {
        return new Sort(primary(), new SortField(Fields.ID, SortField.Type.STRING));
    }

    private SortField primary() {
        String field = query.order().field();
        if (field == null) {
            return SortField.FIELD_SCORE;
        }
        SortField byField = new SortField(Fields.sort(field), SortField.Type.STRING);
        byField.setMissingValue(SortField.STRING_LAST);
        return byField;
    }

    /** The order that {@link #sort} gives each half, for the two together. */
    private Comparator<Found> order() {
        Comparator<Found> primary = byScore()
                ? Comparator.comparing(Found::score, Comparator.reverseOrder())
                : Comparator.comparing(Found::bytes, Comparator.nullsLast(Comparator.naturalOrder()));
        return primary.thenComparing(Found::id);
    }

    private boolean byScore() {
        return query.order().field() == null;
    }

    /** @param sortedBy a score, or the value of the sort field, or null for none */
    private record Found(@Nullable Object sortedBy, BytesRef id, int tier, String group) {

        float score() {
            return sortedBy instanceof Float score ? score : 0;
        }

        @Nullable
        BytesRef bytes() {
            return sortedBy instanceof BytesRef bytes ? bytes : null;
        }

        Hit hit(Widening widening) {
            String value = sortedBy instanceof BytesRef bytes
                    ? bytes.utf8ToString()
                    : sortedBy == null ? null : sortedBy.toString();
            String named = id.utf8ToString();
            return new Hit(named, group, new Position(widening, tier, value, named).written());
        }
    }
}
