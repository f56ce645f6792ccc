package org.sharedregistry.search.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.language.Code;
import org.sharedregistry.language.TextAnalysis;
import org.sharedregistry.language.Token;
import org.sharedregistry.search.IndexEntry;
import org.sharedregistry.search.Inventory;
import org.sharedregistry.search.Period;

/** How an entry lies in an index. Change {@link #FORM} with anything here, so that older indexes are filled anew. */
final class Fields {

    static final String FORM = "3";

    static final String ID = "id";
    static final String HASH = "hash";
    static final String KIND = "kind";
    static final String GROUP = "group";
    static final String NAME = "name";
    static final String READER = "reader";
    static final String CODE = "code";
    static final String TITLE = "title";
    static final String TEXT = "text";

    /** The chain that gives words as written, the only one with positions: phrases and beginnings are sought there. */
    static final String WORD = "word";

    private static final String ENGLISH = "en";

    /** The fields of a word, by the chain that gives their terms. */
    static final Map<String, Function<Token, String>> CHAINS =
            Map.of(WORD, Token::word, "ru", Token::ru, "be", Token::be, ENGLISH, Token::en);

    /** BM25 as everywhere in this registry, and the factor by which Elasticsearch gives more for it than Lucene. */
    private static final float K1 = 1.2f;

    static final float SCORE_FACTOR = K1 + 1;

    /** Elasticsearch takes no value beyond 32,766 bytes; longer ones count by their beginning. */
    private static final int LONGEST_VALUE = 1_000;

    /** How many bits each half of a hash has. */
    static final int HALF_A_HASH = Inventory.HASH_BITS / 2;

    /** Of what is indexed only that is kept which hits show: the texts are in the database. */
    @SuppressWarnings("InlineFormatString") // too long to stand within the method
    private static final String DEFINITION = """
            {
              "settings": {
                "number_of_shards": %d,
                "number_of_replicas": %d,
                "refresh_interval": "-1",
                "translog.durability": "request",
                "similarity.default": {"type": "BM25", "k1": %s, "b": 0.75}
              },
              "mappings": {
                "_source": {"includes": ["group", "name"]},
                "dynamic": "strict",
                "dynamic_templates": [
                  {"keyword": {"path_match": "keyword.*", "mapping": {"type": "keyword"}}},
                  {"period": {"path_match": "period.*.*", "mapping": {"type": "long_range", "doc_values": false}}},
                  {"sort": {"path_match": "sort.*", "mapping": {"type": "keyword", "index": false}}}
                ],
                "properties": {
                  "id": {"type": "keyword", "index": false},
                  "hash": {"properties": {
                    "low": {"type": "integer", "index": false},
                    "high": {"type": "integer", "index": false}
                  }},
                  "kind": {"type": "keyword", "doc_values": false},
                  "group": {"type": "keyword"},
                  "name": {"type": "keyword", "index": false, "doc_values": false},
                  "reader": {"type": "keyword", "doc_values": false},
                  "code": {"type": "keyword", "doc_values": false},
                  "title": %4$s,
                  "text": %4$s,
                  "keyword": {"type": "object", "dynamic": true},
                  "period": {"type": "object", "dynamic": true},
                  "sort": {"type": "object", "dynamic": true}
                }
              }
            }
            """;

    private static final String WORDS = """
            {"properties": {
                    "word": {"type": "text", "analyzer": "whitespace"},
                    "ru": {"type": "text", "analyzer": "whitespace", "index_options": "freqs"},
                    "be": {"type": "text", "analyzer": "whitespace", "index_options": "freqs"},
                    "en": {"type": "text", "analyzer": "whitespace", "index_options": "freqs"}
                  }}""";

    private Fields() {}

    /** Whether a chain may have another term for a word than the word; else its field holds it as written. */
    static boolean changes(String chain, Token token) {
        return chain.equals(WORD) || token.isCyrillic() != chain.equals(ENGLISH);
    }

    static String keyword(String field) {
        return "keyword." + field;
    }

    static String period(String field, String value) {
        return "period." + field + "." + value;
    }

    static String sort(String field) {
        return "sort." + field;
    }

    /** What an index is made of. */
    static String definition(int shards, int replicas) {
        return DEFINITION.formatted(shards, replicas, K1, WORDS);
    }

    static Map<String, Object> document(IndexEntry entry) {
        Map<String, Object> document = new HashMap<>();
        document.put(ID, entry.id());
        document.put(HASH, hash(entry.id()));
        document.put(KIND, entry.kind());
        document.put(GROUP, value(entry.group()));
        document.put(NAME, clean(entry.title()));
        document.put(READER, values(entry.readers()));
        document.put(CODE, codes(entry));
        document.put(TITLE, words(entry.title()));
        document.put(TEXT, words(entry.text()));
        document.put("keyword", each(entry.keywords(), Fields::values));
        document.put("period", each(entry.periods(), values -> each(values, Fields::ranges)));
        document.put("sort", each(entry.sort(), Fields::value));
        return document;
    }

    /** What stays of a removed entry, or of one that is in the other half: a version and no kind, so that no search finds it. */
    static Map<String, Object> trace() {
        return Map.of();
    }

    static String value(String value) {
        return clean(value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE));
    }

    static List<String> values(Collection<String> values) {
        return values.stream().map(Fields::value).toList();
    }

    /** In halves, since Elasticsearch adds up in doubles: their sums are exact up to 2^27 entries in an index. */
    private static Map<String, Long> hash(String id) {
        long hash = Inventory.hash(id);
        return Map.of("low", hash & ((1L << HALF_A_HASH) - 1), "high", hash >>> HALF_A_HASH);
    }

    private static List<String> codes(IndexEntry entry) {
        return Stream.of(entry.title(), entry.text())
                .flatMap(text -> TextAnalysis.codes(text).stream())
                .map(Code::term)
                .distinct()
                .toList();
    }

    /** The terms of a text, one a word in each chain. No term holds white space. */
    private static Map<String, String> words(String text) {
        List<Token> tokens = TextAnalysis.words(text);
        return each(CHAINS, term -> tokens.stream().map(term).collect(Collectors.joining(" ")));
    }

    private static List<Map<String, Long>> ranges(List<Period> periods) {
        return periods.stream()
                .map(period -> Map.of(
                        "gte", period.first().toEpochDay(), "lte", period.last().toEpochDay()))
                .toList();
    }

    private static <T, R> Map<String, R> each(Map<String, T> fields, Function<T, R> value) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> value.apply(field.getValue())));
    }

    /** JSON has no room for half a surrogate pair. */
    private static String clean(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }
}
