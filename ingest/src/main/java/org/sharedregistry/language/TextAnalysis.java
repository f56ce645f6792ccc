package org.sharedregistry.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedregistry.identifier.Folding;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;

/**
 * The one analysis of text, for the index, for queries and for highlighting, so that a word that was found is also
 * marked. Every Cyrillic word passes both the Russian and the Belarusian chain, since one text may hold both.
 *
 * <p>Total and deterministic: any string is taken, and equal strings give equal terms. A term is 1 to
 * {@value #LONGEST_TERM} letters and digits, without white space.
 */
public final class TextAnalysis {

    /** Raised whenever the same text gives other terms than before: the index is then filled anew. */
    public static final int VERSION = 2;

    static final int LONGEST_TERM = 128;

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{Nd}]+(?:[-./\\\\_]+[\\p{L}\\p{Nd}]+)*+");
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private TextAnalysis() {}

    /** The words of a text in order; none is left out for being common. Longer words count by their beginning. */
    public static List<Token> words(String text) {
        return new WordScanner(text).words();
    }

    /**
     * The codes of a text: the identifiers of the field, and whatever else mixes in digits, whole and in its parts.
     * What is longer than a term is left out.
     */
    public static List<Code> codes(String text) {
        List<Code> codes = new ArrayList<>();
        Identifiers.find(text).forEach(mention -> add(codes, mention.start(), mention.end(), body(mention.reading())));
        Matcher whole = CODE.matcher(folded(text));
        while (whole.find()) {
            if (hasDigit(whole.group())) {
                add(codes, whole.start(), whole.end(), withoutSeparators(whole.group()));
                addParts(codes, whole.start(), whole.group());
            }
        }
        return codes;
    }

    /** The whole codes that a query can mean: every reading of it as an identifier, and it as it is without separators. */
    static List<String> codesOfQuery(String query) {
        List<String> codes = new ArrayList<>();
        Identifiers.read(query).forEach(reading -> codes.add(body(reading)));
        Identifiers.find(query).forEach(mention -> codes.add(body(mention.reading())));
        codes.add(codeOf(query));
        return codes.stream().filter(TextAnalysis::isCode).distinct().toList();
    }

    /** The code that a text is as a whole: its letters and digits, folded. */
    static String codeOf(String text) {
        return withoutSeparators(folded(text));
    }

    static boolean hasDigit(String text) {
        return DIGIT.matcher(text).find();
    }

    static String shortened(String term) {
        if (term.length() <= LONGEST_TERM) {
            return term;
        }
        boolean splitsPair = Character.isHighSurrogate(term.charAt(LONGEST_TERM - 1));
        return term.substring(0, splitsPair ? LONGEST_TERM - 1 : LONGEST_TERM);
    }

    private static boolean isCode(String term) {
        return hasDigit(term) && term.length() <= LONGEST_TERM;
    }

    private static void addParts(List<Code> codes, int start, String whole) {
        Matcher part = PART.matcher(whole);
        while (part.find()) {
            boolean isPart = part.end() - part.start() < whole.length();
            if (isPart && hasDigit(part.group())) {
                add(codes, start + part.start(), start + part.end(), part.group());
            }
        }
    }

    private static void add(List<Code> codes, int start, int end, String term) {
        if (isCode(term)) {
            codes.add(new Code(start, end, term));
        }
    }

    /** Folded; before a number {@code №} is a separator, not the letter N. */
    private static String folded(String text) {
        return Folding.fold(text.replace('№', '-'));
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
