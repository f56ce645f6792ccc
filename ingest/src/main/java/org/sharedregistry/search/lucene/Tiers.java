package org.sharedregistry.search.lucene;

import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.sharedregistry.language.ParsedQuery;

/**
 * What a query asks for, in Lucene's terms. An exact identifier is a tier of its own before everything that merely has
 * the words.
 *
 * @param all everything asked for
 * @param exact what holds a code that the query can mean
 * @param words the rest
 */
record Tiers(Query all, Query exact, Query words) {

    static Tiers of(ParsedQuery parsed) {
        Query words = Queries.words(parsed);
        if (parsed.codes().isEmpty()) {
            return new Tiers(words, new MatchNoDocsQuery("No code"), words);
        }
        Query codes = Queries.codes(parsed);
        Query all = new BooleanQuery.Builder()
                .add(words, Occur.SHOULD)
                .add(codes, Occur.SHOULD)
                .build();
        Query rest = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(codes, Occur.MUST_NOT)
                .build();
        return new Tiers(all, codes, rest);
    }

    /** In the order of relevance, each under its number in {@link org.sharedregistry.search.Position}. */
    List<Query> inOrder() {
        return List.of(exact, words);
    }
}
