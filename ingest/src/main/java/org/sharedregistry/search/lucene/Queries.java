package org.sharedregistry.search.lucene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.language.ParsedQuery.AnyOf;
import org.sharedregistry.language.ParsedQuery.Clause;
import org.sharedregistry.language.ParsedQuery.Designation;
import org.sharedregistry.language.ParsedQuery.Phrase;
import org.sharedregistry.language.ParsedQuery.Prefix;
import org.sharedregistry.language.ParsedQuery.Similar;
import org.sharedregistry.language.ParsedQuery.Word;
import org.sharedregistry.language.Spelling;
import org.sharedregistry.language.Token;
import org.sharedregistry.search.Filter;
import org.sharedregistry.search.SearchQuery.Audience;

/** A question of the port in Lucene's terms. */
final class Queries {

    private static final float TITLE_WEIGHT = 3;

    private Queries() {}

    /** What a query asks of words; everything when it asks for none. */
    static Query words(ParsedQuery query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (query.must().isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        } else if (query.enough() < query.must().size()) {
            all.add(some(query), Occur.MUST);
        } else {
            query.must().forEach(clause -> all.add(clause(clause), Occur.MUST));
        }
        query.mustNot().forEach(clause -> all.add(clause(clause), Occur.MUST_NOT));
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

    /** What passes a filter. */
    static Query passing(Filter filter) {
        LocalDate day = filter.on();
        if (day == null) {
            return in(Fields.keyword(filter.field()), filter.values());
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        filter.values().forEach(value -> any.add(holdsOn(Fields.period(filter.field(), value), day), Occur.SHOULD));
        return any.build();
    }

    static Query ofKind(String kind) {
        return new TermQuery(new Term(Fields.KIND, kind));
    }

    /** What names one of an audience's readers. */
    static Query readableBy(Audience audience) {
        return in(Fields.READER, audience.readers());
    }

    static Query in(String field, Collection<String> values) {
        return new TermInSetQuery(
                field, values.stream().map(Fields::value).map(BytesRef::new).toList());
    }

    /** The one, ranked by it, where the other holds too. */
    static Query both(Query ranked, Query filter) {
        return new BooleanQuery.Builder()
                .add(ranked, Occur.MUST)
                .add(filter, Occur.FILTER)
                .build();
    }

    private static Query holdsOn(String field, LocalDate day) {
        return LongRange.newContainsQuery(field, Fields.day(day), Fields.day(day));
    }

    private static Query some(ParsedQuery query) {
        BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(query.enough());
        query.must().forEach(clause -> some.add(clause(clause), Occur.SHOULD));
        return some.build();
    }

    private static Query clause(Clause clause) {
        return new DisjunctionMaxQuery(
                List.of(new BoostQuery(within(Fields.TITLE, clause), TITLE_WEIGHT), within(Fields.TEXT, clause)), 0);
    }

    private static Query within(String field, Clause clause) {
        if (clause instanceof Word word) {
            return anyForm(field, word.token());
        }
        if (clause instanceof Similar similar) {
            return similar(field, similar);
        }
        if (clause instanceof AnyOf any) {
            return new DisjunctionMaxQuery(
                    any.readings().stream()
                            .map(reading -> allOf(field, reading))
                            .toList(),
                    0);
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

    private static Query similar(String field, Similar similar) {
        List<Query> alike = new ArrayList<>();
        alike.add(anyForm(field, similar.token()));
        similar.beginning().ifPresent(beginning -> alike.add(beginning(field, beginning)));
        Fields.CHAINS.forEach((chain, term) -> {
            String word = term.apply(similar.token());
            // A chain that leaves the word as it is has what is written in the field of words.
            if (Spelling.edits(word) > 0
                    && (chain.equals(Fields.WORD)
                            || !word.equals(similar.token().word()))) {
                alike.add(new FuzzyQuery(new Term(field + "." + chain, word), Spelling.edits(word)));
            }
        });
        return new DisjunctionMaxQuery(alike, 0);
    }

    private static Query allOf(String field, List<Clause> clauses) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        clauses.forEach(clause -> all.add(within(field, clause), Occur.MUST));
        return all.build();
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
}
