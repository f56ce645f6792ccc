package org.sharedregistry.search.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.language.ParsedQuery.Clause;
import org.sharedregistry.language.ParsedQuery.Phrase;
import org.sharedregistry.language.ParsedQuery.Prefix;
import org.sharedregistry.language.ParsedQuery.Word;
import org.sharedregistry.language.Token;
import org.sharedregistry.search.SearchQuery;

/** A question of the port in Lucene's terms. */
final class Queries {

    private static final float TITLE_WEIGHT = 3;

    private Queries() {}

    /** What a query asks of words; everything when it asks for none, nothing when it asks for codes alone. */
    static Query words(ParsedQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        query.must().forEach(clause -> all.add(clause(clause), Occur.MUST));
        query.mustNot().forEach(clause -> all.add(clause(clause), Occur.MUST_NOT));
        if (query.must().isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return all.build();
    }

    /** What holds one of the codes that a query can mean. */
    static Query codes(ParsedQuery query) {
        return new ConstantScoreQuery(in(Fields.CODE, query.codes()));
    }

    /** What limits a query without ranking it: kind, keywords and days. */
    static List<Query> filters(SearchQuery query) {
        List<Query> filters = new ArrayList<>();
        filters.add(new TermQuery(new Term(Fields.KIND, query.kind())));
        for (Map.Entry<String, Set<String>> keyword : query.keywords().entrySet()) {
            filters.add(in(Fields.keyword(keyword.getKey()), keyword.getValue()));
        }
        query.on()
                .forEach((field, day) -> filters.add(
                        LongRange.newContainsQuery(Fields.period(field), Fields.day(day), Fields.day(day))));
        return filters;
    }

    /** What names one of some readers. */
    static Query readableBy(Set<String> readers) {
        return in(Fields.READER, readers);
    }

    private static Query clause(Clause clause) {
        return new DisjunctionMaxQuery(
                List.of(new BoostQuery(within(Fields.TITLE, clause), TITLE_WEIGHT), within(Fields.TEXT, clause)), 0);
    }

    private static Query within(String field, Clause clause) {
        if (clause instanceof Word word) {
            return new DisjunctionMaxQuery(
                    Fields.CHAINS.entrySet().stream()
                            .<Query>map(chain -> new TermQuery(new Term(
                                    field + "." + chain.getKey(),
                                    chain.getValue().apply(word.token()))))
                            .toList(),
                    0);
        }
        if (clause instanceof Phrase phrase) {
            PhraseQuery.Builder words = new PhraseQuery.Builder();
            phrase.tokens().stream().map(Token::word).forEach(word -> words.add(new Term(field + ".word", word)));
            return words.build();
        }
        return new PrefixQuery(new Term(field + ".word", ((Prefix) clause).beginning()));
    }

    private static Query in(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
