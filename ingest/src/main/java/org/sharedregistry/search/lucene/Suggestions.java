package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.search.SuggestedTitles;

/** Finds titles that continue what was typed. */
final class Suggestions {

    private final IndexSearcher searcher;
    private final String kind;
    private final SuggestedTitles suggested;

    Suggestions(IndexSearcher searcher, String kind, String typed) {
        this.searcher = searcher;
        this.kind = kind;
        suggested = new SuggestedTitles(typed);
    }

    List<String> titles(int size) throws IOException {
        ParsedQuery parsed = suggested.query();
        if (size == 0 || !parsed.mustNot().isEmpty()) {
            return List.of();
        }
        Query wanted = new BooleanQuery.Builder()
                .add(Queries.titleWords(parsed), Occur.MUST)
                .add(Queries.ofKind(kind), Occur.FILTER)
                .build();
        StoredFields stored = searcher.storedFields();
        List<String> titles = new ArrayList<>();
        for (ScoreDoc doc : searcher.search(wanted, size * SuggestedTitles.LOOKED_AT_FOR_ONE).scoreDocs) {
            titles.add(stored.document(doc.doc, Set.of(Fields.TITLE)).get(Fields.TITLE));
        }
        return suggested.lines(titles, size);
    }
}
