package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.sharedregistry.language.Highlighter;
import org.sharedregistry.language.ParsedQuery;

/** Finds titles that continue what was typed. */
final class Suggestions {

    /** Titles repeat themselves, so more are looked at than are wanted. */
    private static final int LOOKED_AT_FOR_ONE = 10;

    private final Highlighter highlighter = new Highlighter();
    private final IndexSearcher searcher;
    private final String kind;
    private final String typed;

    Suggestions(IndexSearcher searcher, String kind, String typed) {
        this.searcher = searcher;
        this.kind = kind;
        this.typed = typed.strip() + "*";
    }

    List<String> titles(int size) throws IOException {
        ParsedQuery parsed = ParsedQuery.of(typed);
        if (size == 0 || !parsed.mustNot().isEmpty()) {
            return List.of();
        }
        Query wanted = new BooleanQuery.Builder()
                .add(Queries.titleWords(parsed), Occur.MUST)
                .add(Queries.ofKind(kind), Occur.FILTER)
                .build();
        StoredFields stored = searcher.storedFields();
        Set<String> titles = new LinkedHashSet<>();
        for (ScoreDoc doc : searcher.search(wanted, size * LOOKED_AT_FOR_ONE).scoreDocs) {
            String title = stored.document(doc.doc, Set.of(Fields.TITLE)).get(Fields.TITLE);
            titles.add(line(title));
        }
        return titles.stream().limit(size).toList();
    }

    /** The line that fits, of a title that gives the name in one language a line. */
    private String line(String title) {
        return title.lines()
                .filter(line -> !highlighter.spans(line, typed).isEmpty())
                .findFirst()
                .orElseGet(() -> title.lines().findFirst().orElse(""));
    }
}
