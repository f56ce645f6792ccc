package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.search.Filter;
import org.sharedregistry.search.SearchQuery;

/**
 * What an audience may see of one state of a half.
 *
 * @param readable what it may see there; null when everything
 */
record View(HalfSearcher searcher, @Nullable Query readable) {

    /** Everything public, and of the rest what names the audience. */
    static List<View> of(SearchQuery query, HalfSearcher open, HalfSearcher restricted) {
        View everybodys = new View(open, null);
        return query.audience().readers().isEmpty()
                ? List.of(everybodys)
                : List.of(everybodys, new View(restricted, Queries.readableBy(query.audience())));
    }

    long count(Query wanted, String kind, List<Filter> filters) throws IOException {
        return searcher.count(visible(wanted, kind, filters));
    }

    /** What is wanted, of a kind, past the filters, and visible here. */
    Query visible(Query wanted, String kind, List<Filter> filters) {
        List<Query> limits = new ArrayList<>();
        limits.add(Queries.ofKind(kind));
        filters.forEach(filter -> limits.add(Queries.passing(filter)));
        if (readable != null) {
            limits.add(readable);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(wanted, Occur.MUST);
        limits.forEach(limit -> all.add(limit, Occur.FILTER));
        return all.build();
    }
}
