package org.sharedregistry.search.lucene;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.sharedregistry.language.Code;
import org.sharedregistry.language.TextAnalysis;
import org.sharedregistry.language.Token;
import org.sharedregistry.search.IndexEntry;

/** How an entry lies in a Lucene index. Change {@link #FORM} with anything here, so that older indexes are filled anew. */
final class Fields {

    static final String FORM = "1";

    static final String ID = "id";
    static final String KIND = "kind";
    static final String GROUP = "group";
    static final String READER = "reader";
    static final String VERSION = "version";
    static final String CODE = "code";
    static final String TITLE = "title";
    static final String TEXT = "text";

    /** The fields of a word, by the chain that gives their terms. All share positions. */
    static final Map<String, Function<Token, String>> CHAINS =
            Map.of("word", Token::word, "ru", Token::ru, "be", Token::be, "en", Token::en);

    private Fields() {}

    static String keyword(String field) {
        return "keyword." + field;
    }

    static String period(String field) {
        return "period." + field;
    }

    static String sort(String field) {
        return "sort." + field;
    }

    static Document document(IndexEntry entry, long version) {
        Document document = new Document();
        document.add(new StringField(ID, entry.id(), Field.Store.YES));
        document.add(new SortedDocValuesField(ID, new BytesRef(entry.id())));
        document.add(new StringField(KIND, entry.kind(), Field.Store.NO));
        document.add(new StoredField(GROUP, entry.group()));
        document.add(new StoredField(TITLE, entry.title()));
        document.add(new NumericDocValuesField(VERSION, version));
        entry.readers().forEach(reader -> document.add(new StringField(READER, reader, Field.Store.NO)));
        addWords(document, TITLE, entry.title());
        addWords(document, TEXT, entry.text());
        Stream.of(entry.title(), entry.text())
                .flatMap(text -> TextAnalysis.codes(text).stream())
                .map(Code::term)
                .distinct()
                .forEach(code -> document.add(new StringField(CODE, code, Field.Store.NO)));
        entry.keywords()
                .forEach((field, values) ->
                        values.forEach(value -> document.add(new StringField(keyword(field), value, Field.Store.NO))));
        entry.periods()
                .forEach((field, periods) -> periods.forEach(
                        period -> document.add(new LongRange(period(field), day(period.first()), day(period.last())))));
        entry.sort()
                .forEach((field, value) -> document.add(new SortedDocValuesField(sort(field), new BytesRef(value))));
        return document;
    }

    static long[] day(LocalDate day) {
        return new long[] {day.toEpochDay()};
    }

    private static void addWords(Document document, String field, String text) {
        List<Token> tokens = TextAnalysis.words(text);
        CHAINS.forEach((chain, term) -> document.add(new TextField(
                field + "." + chain, new TermStream(tokens.stream().map(term).toList()))));
    }
}
