package org.sharedregistry.language;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.sharedregistry.identifier.Folding;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * The one analysis of text, for the index, for queries and for highlighting. Words are cut by the rules of Unicode
 * (UAX 29). Every Cyrillic word passes both the Russian and the Belarusian chain, since one text may hold both.
 */
public final class TextAnalysis {

    private static final int LONGEST_TERM = 128;
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`´]");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{Nd}]+(?:[-./\\\\_][\\p{L}\\p{Nd}]+)*");
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private TextAnalysis() {}

    /** The words of a text in order. */
    public static List<Token> words(String text) {
        SnowballStemmer russian = new RussianStemmer();
        SnowballStemmer english = new EnglishStemmer();
        List<Token> tokens = new ArrayList<>();
        try (StandardTokenizer tokenizer = new StandardTokenizer()) {
            tokenizer.setReader(new StringReader(text));
            CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                String word = surface(term.toString());
                if (!word.isEmpty()) {
                    tokens.add(token(offset.startOffset(), offset.endOffset(), word, russian, english));
                }
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
        return tokens;
    }

    /**
     * The codes of a text: the identifiers of the field, and whatever else mixes in digits, whole and in its parts.
     */
    public static List<Code> codes(String text) {
        List<Code> codes = new ArrayList<>();
        Identifiers.find(text).forEach(mention -> add(codes, mention.start(), mention.end(), body(mention.reading())));
        String folded = Folding.fold(text);
        Matcher whole = CODE.matcher(folded);
        while (whole.find()) {
            if (DIGIT.matcher(whole.group()).find()) {
                add(codes, whole.start(), whole.end(), withoutSeparators(whole.group()));
                Matcher part = PART.matcher(whole.group());
                while (part.find()) {
                    if (part.end() - part.start() < whole.group().length()
                            && DIGIT.matcher(part.group()).find()) {
                        add(codes, whole.start() + part.start(), whole.start() + part.end(), part.group());
                    }
                }
            }
        }
        return codes;
    }

    /** The whole codes that a query can mean: every reading of it as an identifier, and it as it is without separators. */
    public static List<String> codesOfQuery(String query) {
        List<String> codes = new ArrayList<>();
        Identifiers.read(query).forEach(reading -> codes.add(body(reading)));
        Identifiers.find(query).forEach(mention -> codes.add(body(mention.reading())));
        String whole = withoutSeparators(Folding.fold(query));
        if (DIGIT.matcher(whole).find() && whole.length() <= LONGEST_TERM) {
            codes.add(whole);
        }
        return codes.stream().distinct().toList();
    }

    /** Lower case, ё as е, without accents and apostrophes. */
    static String surface(String word) {
        String lower = APOSTROPHES.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
        // й and ў are letters of their own, not и and у with a mark: only marks that stay apart are taken off.
        String composed = Normalizer.normalize(lower, Normalizer.Form.NFC);
        String plain = MARKS.matcher(composed).replaceAll("").replace('ё', 'е');
        return plain.length() <= LONGEST_TERM ? plain : plain.substring(0, LONGEST_TERM);
    }

    private static Token token(int start, int end, String word, SnowballStemmer russian, SnowballStemmer english) {
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        if (script == UnicodeScript.CYRILLIC) {
            return new Token(start, end, word, stem(russian, word), BelarusianStemmer.stem(word), word);
        }
        return new Token(start, end, word, word, word, script == UnicodeScript.LATIN ? stem(english, word) : word);
    }

    private static String stem(SnowballStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static void add(List<Code> codes, int start, int end, String term) {
        if (term.length() <= LONGEST_TERM) {
            codes.add(new Code(start, end, term));
        }
    }

    private static String body(Reading reading) {
        return withoutSeparators(reading.key().substring(reading.key().indexOf('|') + 1));
    }

    private static String withoutSeparators(String folded) {
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
