package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.search.SuggestedTitles;
import org.sharedregistry.search.Widened;

/** Finds titles that continue what was typed. */
final class Suggestions {

    private final IndexSearcher searcher;
    private final String kind;
    private final String typed;

    Suggestions(IndexSearcher searcher, String kind, String typed) {
        this.searcher = searcher;
        this.kind = kind;
        this.typed = typed;
    }

    List<String> titles(int size) throws IOException {
        return Widened.search(
                SuggestedTitles.beginning(typed),
                (parsed, widening) -> titles(parsed, size),
                found -> !found.isEmpty());
    }

    private List<String> titles(ParsedQuery parsed, int size) throws IOException {
        if (size == 0 || !parsed.mustNot().isEmpty()) {
            return List.of();
        }
        Query wanted = Queries.both(Queries.titleWords(parsed), Queries.ofKind(kind));
        StoredFields stored = searcher.storedFields();
        List<String> titles = new ArrayList<>();
        for (ScoreDoc doc : searcher.search(wanted, size * SuggestedTitles.LOOKED_AT_FOR_ONE).scoreDocs) {
            titles.add(stored.document(doc.doc, Set.of(Fields.TITLE)).get(Fields.TITLE));
        }
        return new SuggestedTitles(parsed).lines(titles, size);
    }
}
