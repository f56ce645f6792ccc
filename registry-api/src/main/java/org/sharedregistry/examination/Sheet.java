package org.sharedregistry.examination;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.identifier.Folding;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.paper.PaperKind;
import org.sharedregistry.paper.PaperReader;
import org.sharedregistry.paper.Particular;

/**
 * A page among many that were sent together.
 *
 * @param fileName of the document it lies in, with {@code pages} pages in all
 * @param paper what the page says by itself
 * @param words that stand on it, folded; those with digits tell one filled-in form from another
 */
record Sheet(UUID document, String fileName, int page, int pages, Paper paper, Optional<Mark> mark, Set<String> words) {

    /** {@code стр. 2 из 3}, {@code лист 1 на 3 листах}, {@code 2 / 3}. */
    private static final Pattern MARK = Pattern.compile(
            "(?iu)(?:(?:стр(?:аница|\\.)?|старонка|лист|аркуш|page|sheet)\\s{0,3}№?\\s{0,3}(?<number>\\d{1,3})"
                    + "(?:\\s{0,3}(?:из|з|of|/)\\s{0,3}(?<total>\\d{1,3}))?"
                    + "|(?:^|[·|\\n])\\s{0,3}(?<bare>\\d{1,3})\\s{0,3}/\\s{0,3}(?<of>\\d{1,3})$)");

    /** Before the mark or behind it: {@code на 3 листах}. */
    private static final Pattern TOTAL =
            Pattern.compile("(?iu)(?:на|всего)\\s{1,3}(?<total>\\d{1,3})\\s{1,3}(?:лист|стр|аркуш|старон)");

    private static final Pattern TRAILING_NUMBER = Pattern.compile("^(.*?)[ _.(-]*(\\d{1,4})[ )]*(?:\\.\\w+)?$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]{3,}");

    static Sheet of(UUID document, String fileName, int pages, ExtractedPage page) {
        PaperReader reader = new PaperReader();
        reader.read(page);
        Set<String> words = new HashSet<>();
        WORD.matcher(Folding.fold(page.text())).results().forEach(word -> words.add(word.group()));
        return new Sheet(document, fileName, page.number(), pages, reader.paper(), Mark.in(page.text()), words);
    }

    boolean hasHeading() {
        return paper.kind() != PaperKind.OTHER;
    }

    /** The key of its own number. */
    Optional<String> number() {
        return paper.numbers().stream().map(Particular::key).findFirst();
    }

    /** Where it stands among its like by the number at the end of its file's name. */
    Optional<Integer> fileNumber() {
        Matcher name = TRAILING_NUMBER.matcher(fileName);
        return name.matches() ? Optional.of(Integer.valueOf(name.group(2))) : Optional.empty();
    }

    /** Its file's name without that number, folded; what is left of nothing but a number is nothing. */
    Optional<String> fileStem() {
        Matcher name = TRAILING_NUMBER.matcher(fileName);
        return name.matches() && !Folding.bare(name.group(1)).isEmpty()
                ? Optional.of(Folding.bare(name.group(1)))
                : Optional.empty();
    }

    /** What of a page's words stands on both pages, 0 to 1. */
    double likeness(Sheet other) {
        Set<String> both = new HashSet<>(words);
        both.retainAll(other.words);
        int all = words.size() + other.words.size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }

    /** What a page says of its place; {@code total} is 0 where it does not say how many there are. */
    record Mark(int number, int total) {

        private static Optional<Mark> in(String text) {
            Matcher mark = MARK.matcher(text.strip());
            Matcher total = TOTAL.matcher(text);
            int all = total.find() ? Integer.parseInt(total.group("total")) : 0;
            while (mark.find()) {
                int number = Integer.parseInt(either(mark, "number", "bare"));
                String said = either(mark, "total", "of");
                int last = said.isEmpty() ? all : Integer.parseInt(said);
                if (number >= 1 && (last == 0 || number <= last)) {
                    return Optional.of(new Mark(number, last));
                }
            }
            return Optional.empty();
        }

        private static String either(Matcher match, String one, String other) {
            String found = match.group(one) != null ? match.group(one) : match.group(other);
            return found == null ? "" : found;
        }

        boolean follows(Mark before) {
            return number > before.number && (total == before.total || total == 0 || before.total == 0);
        }
    }
}
