package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.grouping.GroupDocs;
import org.apache.lucene.search.grouping.GroupingSearch;
import org.apache.lucene.search.grouping.TopGroups;
import org.apache.lucene.util.BytesRef;
import org.sharedregistry.search.CodePoints;
import org.sharedregistry.search.GroupedResult.Group;
import org.sharedregistry.search.SearchQuery;

/**
 * Gathers what fits a query by group. First the groups are put in order, tier by tier; then what is shown of those that
 * are wanted is read, since a group's best entries and its number come from all tiers.
 */
final class GroupedAnswer {

    private static final Sort BY_RELEVANCE =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.STRING));

    private final SearchQuery query;
    private final Tiers tiers;
    private final List<View> views;

    GroupedAnswer(SearchQuery query, Tiers tiers, List<View> views) {
        this.query = query;
        this.tiers = tiers;
        this.views = views;
    }

    List<Group> groups(int from, int best) throws IOException {
        List<String> names = find(tiers.inOrder(), from + query.size(), 1).stream()
                .map(Found::name)
                .distinct()
                .skip(from)
                .limit(query.size())
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        Query wanted = Queries.in(Fields.GROUP, names);
        List<Query> ofThese =
                tiers.inOrder().stream().map(tier -> Queries.both(tier, wanted)).toList();
        List<Found> found = find(ofThese, names.size(), best);
        return names.stream().map(name -> group(name, found, best)).toList();
    }

    private static Group group(String name, List<Found> found, int best) {
        List<Found> parts =
                found.stream().filter(each -> each.name().equals(name)).toList();
        return new Group(
                name,
                parts.stream().flatMap(part -> part.best().stream()).limit(best).toList(),
                parts.stream().mapToLong(Found::count).sum());
    }

    /** The best groups of each tier, one tier after the other. */
    private List<Found> find(List<Query> wanted, int most, int best) throws IOException {
        List<Found> all = new ArrayList<>();
        for (Query tier : wanted) {
            List<Found> found = new ArrayList<>();
            for (View view : views) {
                found.addAll(find(view, tier, most, best));
            }
            found.stream().sorted(Found.ORDER).forEach(all::add);
        }
        return all;
    }

    private List<Found> find(View view, Query wanted, int most, int best) throws IOException {
        if (most == 0) {
            return List.of();
        }
        TopGroups<BytesRef> top = new GroupingSearch(Fields.GROUP)
                .setGroupSort(BY_RELEVANCE)
                .setSortWithinGroup(BY_RELEVANCE)
                .setGroupDocsLimit(best)
                .search(view.searcher(), view.visible(wanted, query.kind(), query.filters()), 0, most);
        return Stream.of(top.groups).map(Found::of).toList();
    }

    /** A group with its best entries of one tier. */
    private record Found(String name, float score, List<String> best, long count) {

        static final Comparator<Found> ORDER = Comparator.comparing(Found::score, Comparator.reverseOrder())
                .thenComparing(found -> found.best().get(0), CodePoints.ORDER);

        static Found of(GroupDocs<BytesRef> group) {
            return new Found(
                    group.groupValue.utf8ToString(),
                    (Float) Objects.requireNonNull(group.groupSortValues)[0],
                    Stream.of(group.scoreDocs).map(Found::id).toList(),
                    group.totalHits.value);
        }

        private static String id(ScoreDoc doc) {
            Object[] sortedBy = Objects.requireNonNull(((FieldDoc) doc).fields);
            return ((BytesRef) sortedBy[1]).utf8ToString();
        }
    }
}
