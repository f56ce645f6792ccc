package org.sharedregistry.consignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.identifier.Confidence;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Mention;

/**
 * Box 44 of a goods declaration, pasted whole, or numbers without their codes. Each document has a line: the code of its
 * kind, a sign of how it was presented behind a slash, its number, and its date behind a word that says so (Decision 257
 * of the Customs Union Commission, box 44). Programs also run the lines together; then the slash parts them.
 *
 * @param documents those of conformity and of origin, and those without a code
 * @param others of other kinds, such as contracts, invoices and waybills
 */
public record Box44(List<Document> documents, List<Document> others) {

    /** @param code of its kind in box 44, if one stands there */
    public record Document(@Nullable String code, String number) {}

    /** The classifier's groups of papers of conformity and of origin (Decision 378, annex 8). */
    private static final Set<String> ASKED = Set.of("01", "06");

    private static final Pattern PARTED = Pattern.compile("[\\n\\r;]|(?=(?<![\\p{L}\\d])\\d{5}/\\d\\s)");
    private static final Pattern ENTRY = Pattern.compile(
            "(?:\\d{1,3}[.)](?:\\s+|$))?(?:(?<code>0\\d{4}|\\d{5}(?=/\\d))(?:/\\d)?(?:\\s+|$))?(?<rest>.*)");
    private static final Pattern DATED = Pattern.compile("(?iU)[\\s,]+(?:от|ад|до|from|dated|of)\\s+\\d.*$");

    /** Reads a text of any size; what no number is found in stays as it was typed. */
    public static Box44 read(String text) {
        List<Document> documents = new ArrayList<>();
        List<Document> others = new ArrayList<>();
        String waiting = null;
        for (String piece : PARTED.split(text, -1)) {
            Matcher entry = ENTRY.matcher(piece.strip());
            if (!entry.matches()) {
                continue;
            }
            String code = entry.group("code") == null ? waiting : entry.group("code");
            String rest = entry.group("rest").strip();
            if (rest.isEmpty()) {
                waiting = code;
                continue;
            }
            waiting = null;
            boolean asked = code == null || ASKED.contains(code.substring(0, 2));
            (asked ? documents : others)
                    .addAll(numbers(rest, code == null)
                            .map(number -> new Document(code, number))
                            .toList());
        }
        return new Box44(List.copyOf(documents), List.copyOf(others));
    }

    /** The numbers that are sure, or else all that stands there before its date. */
    private static Stream<String> numbers(String rest, boolean several) {
        List<String> sure = Identifiers.find(rest).stream()
                .filter(mention -> mention.reading().confidence() == Confidence.HIGH)
                .map(Mention::raw)
                .distinct()
                .toList();
        if (sure.isEmpty()) {
            return Stream.of(DATED.matcher(rest).replaceFirst(""));
        }
        return several ? sure.stream() : sure.stream().limit(1);
    }
}
