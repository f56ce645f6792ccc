package org.sharedregistry.paper;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.identifier.Folding;

/** The standards that a page names: ГОСТ, ГОСТ Р, СТБ, IEC, EN, ISO, and the technical conditions (ТУ) of makers. */
final class Standards {

    /** As recognition writes EN between Cyrillic words; folded. */
    private static final String MISREAD_EN = "EM";

    /** How names in Latin letters are printed, by what they are folded to. */
    private static final Map<String, String> LATIN = Map.of("IEC", "IEC", "EN", "EN", MISREAD_EN, "EN", "ISO", "ISO");

    private static final List<String> NATIONAL = List.of("ГОСТ", "СТБ", "ДСТУ");
    private static final List<String> INTERNATIONAL =
            List.of("IEC", "МЭК", "EN", "ЕН", MISREAD_EN, "ISO", "ИСО", "CISPR");
    private static final String ANY_INTERNATIONAL = alternatives(INTERNATIONAL);
    private static final String CONDITIONS = Folding.fold("ТУ");

    private static final String BEGINNINGS = Stream.of(NATIONAL.stream(), INTERNATIONAL.stream(), Stream.of(CONDITIONS))
            .flatMap(names -> names)
            .map(name -> Folding.fold(name).substring(0, 1))
            .collect(Collectors.joining());

    /** The first letter alone rules most places of a text out, which is quicker than looking behind at each. */
    private static final Pattern STANDARD = Pattern.compile("(?=[" + BEGINNINGS + "])(?<![\\p{L}\\p{Nd}])(?:"
            + "(?:" + alternatives(NATIONAL) + ")(?: ?" + Folding.fold("Р") + ")?(?:[ /]{1,2}(?:"
            + ANY_INTERNATIONAL + ")){0,3}\\s+\\d[\\d.]{0,20}(?:[-:]\\d[\\d.]{0,20}){0,4}"
            + "|(?:" + ANY_INTERNATIONAL + ")(?:[ /]{1,2}(?:" + ANY_INTERNATIONAL
            + ")){0,3}\\s+\\d[\\d.]{0,20}(?:[-:]\\d[\\d.]{0,20}){0,4}"
            + "|" + CONDITIONS + "(?: ?BY)?\\s+\\d[\\d.]{0,20}(?:-\\d[\\d.]{0,20}){1,4}"
            + ")(?<![.:-])");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private Standards() {}

    static List<Particular> in(PageText text) {
        String folded = folded(text.text());
        return STANDARD.matcher(folded)
                .results()
                .map(found -> particular(text, found))
                .toList();
    }

    private static Particular particular(PageText text, MatchResult found) {
        String printed = WORD.matcher(text.text().substring(found.start(), found.end()))
                .replaceAll(word -> LATIN.getOrDefault(folded(word.group()), word.group()))
                .replaceAll("\\s+", " ")
                .replaceAll("\\p{Pd}", "-");
        Certainty legible = text.legibility(found.start(), found.end());
        return text.particular(
                Field.STANDARD,
                printed,
                "STANDARD|" + Folding.bare(printed),
                found.group().contains(MISREAD_EN) ? legible.and(Certainty.POSSIBLE) : legible,
                found.start(),
                found.end());
    }

    /** Belarusian І stands for Latin I as well. */
    private static String folded(String text) {
        return Folding.fold(text).replace('І', 'I');
    }

    private static String alternatives(List<String> names) {
        return names.stream().map(Folding::fold).collect(Collectors.joining("|"));
    }
}
