package org.sharedregistry.search.lucene;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.sharedregistry.language.Code;
import org.sharedregistry.language.TextAnalysis;
import org.sharedregistry.language.Token;
import org.sharedregistry.search.IndexEntry;
import org.sharedregistry.search.Inventory;

/** How an entry lies in a Lucene index. Change {@link #FORM} with anything here, so that older indexes are filled anew. */
final class Fields {

    static final String FORM = "4";

    static final String ID = "id";
    static final String HASH = "hash";
    static final String KIND = "kind";
    static final String GROUP = "group";
    static final String READER = "reader";
    static final String VERSION = "version";
    static final String CODE = "code";
    static final String TITLE = "title";
    static final String TEXT = "text";

    /** The chain that gives words as written, the only one with positions: phrases and beginnings are sought there. */
    static final String WORD = "word";

    private static final String ENGLISH = "en";

    /** The fields of a word, by the chain that gives their terms. */
    static final Map<String, Function<Token, String>> CHAINS =
            Map.of(WORD, Token::word, "ru", Token::ru, "be", Token::be, ENGLISH, Token::en);

    /** Lucene takes no value beyond 32,766 bytes; longer ones count by their beginning. */
    private static final int LONGEST_VALUE = 1_000;

    private static final FieldType WITH_POSITIONS = terms(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType WITHOUT_POSITIONS = terms(IndexOptions.DOCS_AND_FREQS);

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

    static Document document(IndexEntry entry, long version) {
        Document document = withVersion(entry.id(), version);
        document.add(new NumericDocValuesField(HASH, Inventory.hash(entry.id())));
        addExact(document, KIND, entry.kind());
        document.add(new StoredField(GROUP, entry.group()));
        addExact(document, GROUP, entry.group());
        document.add(new SortedDocValuesField(GROUP, new BytesRef(value(entry.group()))));
        document.add(new StoredField(TITLE, entry.title()));
        entry.readers().forEach(reader -> addExact(document, READER, reader));
        addWords(document, TITLE, entry.title());
        addWords(document, TEXT, entry.text());
        Stream.of(entry.title(), entry.text())
                .flatMap(text -> TextAnalysis.codes(text).stream())
                .map(Code::term)
                .distinct()
                .forEach(code -> addExact(document, CODE, code));
        entry.keywords()
                .forEach((field, values) -> values.stream()
                        .map(Fields::value)
                        .distinct()
                        .forEach(value -> {
                            addExact(document, keyword(field), value);
                            document.add(new SortedSetDocValuesField(keyword(field), new BytesRef(value)));
                        }));
        entry.periods()
                .forEach((field, values) -> values.forEach((value, periods) -> periods.forEach(period ->
                        document.add(new LongRange(period(field, value), day(period.first()), day(period.last()))))));
        entry.sort()
                .forEach((field, value) ->
                        document.add(new SortedDocValuesField(sort(field), new BytesRef(value(value)))));
        return document;
    }

    /** What stays of a removed entry: a version and no kind, so that no search finds it. */
    static Document trace(String id, long version) {
        return withVersion(id, version);
    }

    static long[] day(LocalDate day) {
        return new long[] {day.toEpochDay()};
    }

    static String value(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
    }

    private static Document withVersion(String id, long version) {
        Document document = new Document();
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(id)));
        document.add(new NumericDocValuesField(VERSION, version));
        return document;
    }

    private static void addExact(Document document, String field, String value) {
        document.add(new StringField(field, value(value), Field.Store.NO));
    }

    private static void addWords(Document document, String field, String text) {
        List<Token> tokens = TextAnalysis.words(text);
        CHAINS.forEach((chain, term) -> document.add(new Field(
                field + "." + chain,
                new TermStream(tokens.stream().map(term).iterator()),
                chain.equals(WORD) ? WITH_POSITIONS : WITHOUT_POSITIONS)));
    }

    private static FieldType terms(IndexOptions options) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
