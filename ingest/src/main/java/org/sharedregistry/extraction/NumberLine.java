package org.sharedregistry.extraction;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sharedregistry.extraction.ExtractedPage.Word;

/**
 * Words of a page that seem to be the number of a document, however badly read, and no words around them: what is read
 * again without its neighbours is read better.
 *
 * @param pieces its words on the one line or the two lines on which it stands
 */
record NumberLine(List<List<Word>> pieces) {

    /** Each costs about a hundredth of the reading of a page. */
    private static final int MOST_ON_A_PAGE = 6;

    /** A date, a plain word or the like is longer than what a number begins with: ЕАЭС N RU, № РОСС. */
    private static final int LONGEST_LEAD = 7;

    private static final int MOST_WORDS = 12;

    private static final Pattern PLAIN_WORD = Pattern.compile("\\p{Ll}{2}");
    private static final Pattern PLAIN_WORD_WITH_DIGIT = Pattern.compile("\\p{Ll}{3}");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private static final Pattern LOOKS_LIKE_A_NUMBER = Pattern.compile(
            // В.00123/24; НА81.В.00123; РОСС RU.12345; BY/112 and KG417/; ЕАЭС and more than a code behind it
            "\\p{L}[., ]+[\\dOОЗБВSIl!]{5} ?/ ?[\\dOОЗБ]{2}(?!\\d)"
                    + "|\\p{L}{2}[\\dOОЗБIl!]{2}[., ]*\\p{L}[., ]+\\d{5}"
                    + "|[РP][ОO0][СC]{2}.{0,6}\\d{4,5}\\b"
                    + "|/ ?112\\b.*\\d{5}"
                    + "|[KКX][ZGСG6] ?\\.? ?\\d{3,7}[./]"
                    + "|(?<![TТ][РP] )[ЕEКВ][АA]\\S{0,2}[СC](?!:).*\\d\\S*[./-]\\S*\\d{4}");

    /** Those of a page, in order. */
    static List<NumberLine> of(Recognised page) {
        List<NumberLine> lines = new ArrayList<>();
        List<Word> words = page.words();
        for (int first = 0; first < words.size() && lines.size() < MOST_ON_A_PAGE; ) {
            int end = endOfRun(page, first);
            while (end > first
                    && !DIGIT.matcher(textOf(page, words.get(end - 1))).find()) {
                end--;
            }
            List<Word> run = words.subList(first, end);
            if (!run.isEmpty() && LOOKS_LIKE_A_NUMBER.matcher(text(page, run)).find()) {
                lines.add(new NumberLine(pieces(page, run)));
            }
            first = Math.max(end, first + 1);
        }
        return lines;
    }

    int start() {
        return pieces.get(0).get(0).start();
    }

    int end() {
        List<Word> last = pieces.get(pieces.size() - 1);
        return last.get(last.size() - 1).end();
    }

    /** Where a piece stands on a picture of so many pixels, with a margin of a third of its height. */
    static Rectangle place(List<Word> piece, int width, int height) {
        double left = piece.stream().mapToDouble(Word::left).min().orElseThrow() * width;
        double top = piece.stream().mapToDouble(Word::top).min().orElseThrow() * height;
        double right = piece.stream().mapToDouble(Word::right).max().orElseThrow() * width;
        double bottom = piece.stream().mapToDouble(Word::bottom).max().orElseThrow() * height;
        double[] heights = piece.stream()
                .mapToDouble(word -> (word.bottom() - word.top()) * height)
                .sorted()
                .toArray();
        int margin = (int) Math.ceil(heights[heights.length / 2] / 3);
        Rectangle place =
                new Rectangle((int) left, (int) top, (int) Math.ceil(right - left), (int) Math.ceil(bottom - top));
        place.grow(margin, margin);
        return place.intersection(new Rectangle(width, height));
    }

    /** Where the words end that can be of one number, the first of which is given. */
    private static int endOfRun(Recognised page, int first) {
        boolean begun = false;
        List<Word> words = page.words();
        int end = first;
        while (end < words.size() && end - first < MOST_WORDS) {
            String text = textOf(page, words.get(end));
            boolean numeral = DIGIT.matcher(text).find();
            boolean fits = numeral
                    ? !PLAIN_WORD_WITH_DIGIT.matcher(text).find()
                    : text.length() <= LONGEST_LEAD && !PLAIN_WORD.matcher(text).find();
            // A number is divided between lines at most behind what it begins with.
            boolean divided = end > first && breaksBefore(page, end) && (begun || !numeral);
            if (!fits || divided) {
                return end;
            }
            begun |= numeral;
            end++;
        }
        return end;
    }

    private static List<List<Word>> pieces(Recognised page, List<Word> run) {
        int first = page.words().indexOf(run.get(0));
        for (int i = 1; i < run.size(); i++) {
            if (breaksBefore(page, first + i)) {
                return List.of(run.subList(0, i), run.subList(i, run.size()));
            }
        }
        return List.of(run);
    }

    private static boolean breaksBefore(Recognised page, int word) {
        List<Word> words = page.words();
        return page.text()
                .substring(words.get(word - 1).end(), words.get(word).start())
                .contains("\n");
    }

    private static String textOf(Recognised page, Word word) {
        return page.text().substring(word.start(), word.end());
    }

    private static String text(Recognised page, List<Word> run) {
        return page.text().substring(run.get(0).start(), run.get(run.size() - 1).end());
    }
}
