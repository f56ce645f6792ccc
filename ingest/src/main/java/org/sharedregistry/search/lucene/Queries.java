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
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.language.ParsedQuery.Clause;
import org.sharedregistry.language.ParsedQuery.Designation;
import org.sharedregistry.language.ParsedQuery.Phrase;
import org.sharedregistry.language.ParsedQuery.Prefix;
import org.sharedregistry.language.ParsedQuery.Word;
import org.sharedregistry.language.Token;
import org.sharedregistry.search.SearchQuery;

/** A question of the port in Lucene's terms. */
final class Queries {

    private static final float TITLE_WEIGHT = 3;

    private Queries() {}

    /** What a query asks of words; everything when it asks for none. */
    static Query words(ParsedQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        query.must().forEach(clause -> all.add(clause(clause), Occur.MUST));
        query.mustNot().forEach(clause -> all.add(clause(clause), Occur.MUST_NOT));
        if (query.must().isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return all.build();
    }

    /** What a query asks of words, sought in the title alone; codes may stand anywhere. */
    static Query titleWords(ParsedQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        query.must().forEach(clause -> all.add(within(Fields.TITLE, clause), Occur.MUST));
        return all.build();
    }

    /** What holds one of the codes that a query can mean. */
    static Query codes(ParsedQuery query) {
        return new ConstantScoreQuery(in(Fields.CODE, query.codes()));
    }

    /** What limits a query without ranking it: kind, keywords and days. */
    static List<Query> filters(SearchQuery query) {
        List<Query> filters = new ArrayList<>();
        filters.add(ofKind(query.kind()));
        for (Map.Entry<String, Set<String>> keyword : query.keywords().entrySet()) {
            filters.add(in(Fields.keyword(keyword.getKey()), keyword.getValue()));
        }
        query.on()
                .forEach((field, day) -> filters.add(
                        LongRange.newContainsQuery(Fields.period(field), Fields.day(day), Fields.day(day))));
        return filters;
    }

    static Query ofKind(String kind) {
        return new TermQuery(new Term(Fields.KIND, kind));
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
            return anyForm(field, word.token());
        }
        if (clause instanceof Phrase phrase) {
            return phrase(field, phrase.tokens());
        }
        if (clause instanceof Prefix prefix) {
            return beginning(field, prefix.beginning());
        }
        if (clause instanceof Designation designation) {
            return new DisjunctionMaxQuery(List.of(code(designation), spelledOut(field, designation)), 0);
        }
        return new MatchNoDocsQuery("Neither letter nor digit");
    }

    private static Query anyForm(String field, Token token) {
        return new DisjunctionMaxQuery(
                Fields.CHAINS.entrySet().stream()
                        .<Query>map(chain -> new TermQuery(new Term(
                                field + "." + chain.getKey(), chain.getValue().apply(token))))
                        .toList(),
                0);
    }

    private static Query phrase(String field, List<Token> tokens) {
        PhraseQuery.Builder words = new PhraseQuery.Builder();
        tokens.forEach(token -> words.add(word(field, token.word())));
        return words.build();
    }

    private static Query beginning(String field, String word) {
        return new PrefixQuery(word(field, word));
    }

    /** Finds without ranking, so that a code counts for the words it is spelled with and not twice. */
    private static Query code(Designation designation) {
        Term code = new Term(Fields.CODE, designation.code());
        Query query = designation.goesOn() ? new PrefixQuery(code) : new TermQuery(code);
        return new BoostQuery(new ConstantScoreQuery(query), 0);
    }

    private static Query spelledOut(String field, Designation designation) {
        List<Token> tokens = designation.tokens();
        if (!designation.goesOn()) {
            return phrase(field, tokens);
        }
        return tokens.size() == 1
                ? beginning(field, tokens.get(0).word())
                : new MatchNoDocsQuery("A beginning of several words is sought as a code");
    }

    private static Term word(String field, String word) {
        return new Term(field + "." + Fields.WORD, word);
    }

    private static Query in(String field, Collection<String> values) {
        return new TermInSetQuery(
                field, values.stream().map(Fields::value).map(BytesRef::new).toList());
    }
}
