package org.sharedregistry.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
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

/** A question of the port in Elasticsearch's terms. */
final class Queries {

    private static final float TITLE_WEIGHT = 3;
    private static final float TEXT_WEIGHT = 1;

    private Queries() {}

    /** What a query asks of words; everything when it asks for none. */
    static Query words(ParsedQuery query) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        if (query.must().isEmpty()) {
            all.must(Query.of(some -> some.matchAll(every -> every)));
        } else if (query.enough() < query.must().size()) {
            all.must(some(query));
        } else {
            query.must().forEach(clause -> all.must(clause(clause)));
        }
        query.mustNot().forEach(clause -> all.mustNot(clause(clause)));
        return all.build()._toQuery();
    }

    /** What a query asks of words, sought in the title alone; codes may stand anywhere. */
    static Query titleWords(ParsedQuery query) {
        BoolQuery.Builder all = new BoolQuery.Builder();
        query.must().forEach(clause -> all.must(within(Fields.TITLE, clause, TEXT_WEIGHT)));
        return all.build()._toQuery();
    }

    /** What holds one of the codes that a query can mean. */
    static Query codes(ParsedQuery query) {
        return Query.of(some -> some.constantScore(equal -> equal.filter(in(Fields.CODE, query.codes()))));
    }

    /** What passes a filter. */
    static Query passing(Filter filter) {
        LocalDate day = filter.on();
        if (day == null) {
            return in(Fields.keyword(filter.field()), filter.values());
        }
        List<Query> any = filter.values().stream()
                .map(value -> term(Fields.period(filter.field(), value), day.toEpochDay()))
                .toList();
        return Query.of(some -> some.bool(all -> all.should(any).minimumShouldMatch("1")));
    }

    static Query ofKind(String kind) {
        return term(Fields.KIND, kind, 1);
    }

    /** What names one of an audience's readers. */
    static Query readableBy(Audience audience) {
        return in(Fields.READER, audience.readers());
    }

    static Query in(String field, Collection<String> values) {
        List<FieldValue> terms =
                Fields.values(values).stream().map(FieldValue::of).toList();
        return Query.of(some -> some.terms(any -> any.field(field).terms(set -> set.value(terms))));
    }

    private static Query some(ParsedQuery query) {
        List<Query> clauses = query.must().stream().map(Queries::clause).toList();
        return Query.of(
                some -> some.bool(any -> any.should(clauses).minimumShouldMatch(Integer.toString(query.enough()))));
    }

    static Query filtered(Query wanted, List<Query> filters) {
        return Query.of(some -> some.bool(all -> all.must(wanted).filter(filters)));
    }

    static Query either(Query one, Query other) {
        return Query.of(some -> some.bool(any -> any.should(one, other)));
    }

    static Query without(Query wanted, Query unwanted) {
        return Query.of(some -> some.bool(all -> all.must(wanted).mustNot(unwanted)));
    }

    private static Query clause(Clause clause) {
        return best(List.of(within(Fields.TITLE, clause, TITLE_WEIGHT), within(Fields.TEXT, clause, TEXT_WEIGHT)));
    }

    private static Query within(String field, Clause clause, float weight) {
        if (clause instanceof Word word) {
            return anyForm(field, word.token(), weight);
        }
        if (clause instanceof Similar similar) {
            return similar(field, similar, weight);
        }
        if (clause instanceof AnyOf any) {
            return best(any.readings().stream()
                    .map(reading -> allOf(field, reading, weight))
                    .toList());
        }
        if (clause instanceof Phrase phrase) {
            return phrase(field, phrase.tokens(), weight);
        }
        if (clause instanceof Prefix prefix) {
            return beginning(word(field), prefix.beginning(), weight);
        }
        if (clause instanceof Designation designation) {
            return best(List.of(code(designation), spelledOut(field, designation, weight)));
        }
        return nothing();
    }

    private static Query anyForm(String field, Token token, float weight) {
        return best(Fields.CHAINS.entrySet().stream()
                .map(chain ->
                        term(field + "." + chain.getKey(), chain.getValue().apply(token), weight))
                .toList());
    }

    private static Query similar(String field, Similar similar, float weight) {
        List<Query> alike = new ArrayList<>();
        alike.add(anyForm(field, similar.token(), weight));
        similar.beginning().ifPresent(beginning -> alike.add(beginning(word(field), beginning, weight)));
        Fields.CHAINS.forEach((chain, term) -> {
            String word = term.apply(similar.token());
            // A chain that leaves the word as it is has what is written in the field of words.
            if (Spelling.edits(word) > 0
                    && (chain.equals(Fields.WORD)
                            || !word.equals(similar.token().word()))) {
                alike.add(spelledAlike(field + "." + chain, word, weight));
            }
        });
        return best(alike);
    }

    private static Query spelledAlike(String field, String word, float weight) {
        return Query.of(some -> some.fuzzy(fuzzy -> fuzzy.field(field)
                .value(word)
                .fuzziness(Integer.toString(Spelling.edits(word)))
                .boost(weight)));
    }

    private static Query allOf(String field, List<Clause> clauses, float weight) {
        List<Query> all =
                clauses.stream().map(clause -> within(field, clause, weight)).toList();
        return Query.of(some -> some.bool(every -> every.must(all)));
    }

    private static Query phrase(String field, List<Token> tokens, float weight) {
        String words = tokens.stream().map(Token::word).collect(Collectors.joining(" "));
        return Query.of(some ->
                some.matchPhrase(side -> side.field(word(field)).query(words).boost(weight)));
    }

    /** Its score is a constant, so it is given the factor that everything else has in Elasticsearch. */
    private static Query beginning(String field, String beginning, float weight) {
        return Query.of(some ->
                some.prefix(prefix -> prefix.field(field).value(beginning).boost(weight * Fields.SCORE_FACTOR)));
    }

    /** Finds without ranking, so that a code counts for the words it is spelled with and not twice. */
    private static Query code(Designation designation) {
        Query code = designation.goesOn()
                ? beginning(Fields.CODE, designation.code(), 1)
                : term(Fields.CODE, designation.code(), 1);
        return Query.of(some -> some.constantScore(equal -> equal.filter(code).boost(0f)));
    }

    private static Query spelledOut(String field, Designation designation, float weight) {
        List<Token> tokens = designation.tokens();
        if (!designation.goesOn()) {
            return phrase(field, tokens, weight);
        }
        // A beginning of several words is sought as a code.
        return tokens.size() == 1 ? beginning(word(field), tokens.get(0).word(), weight) : nothing();
    }

    private static String word(String field) {
        return field + "." + Fields.WORD;
    }

    private static Query best(List<Query> queries) {
        return Query.of(some -> some.disMax(max -> max.queries(queries)));
    }

    private static Query nothing() {
        return Query.of(some -> some.matchNone(none -> none));
    }

    private static Query term(String field, String value, float weight) {
        return Query.of(some -> some.term(term -> term.field(field).value(value).boost(weight)));
    }

    private static Query term(String field, long value) {
        return Query.of(some -> some.term(term -> term.field(field).value(value)));
    }
}
