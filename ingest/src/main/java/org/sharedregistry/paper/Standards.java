package org.sharedregistry.paper;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.identifier.Folding;

/** The standards that a page names: ГОСТ, ГОСТ Р, СТБ, IEC, EN, ISO, and the technical conditions (ТУ) of makers. */
final class Standards {

    private static final String INTERNATIONAL = alternatives("IEC", "МЭК", "EN", "ЕН", "ISO", "ИСО", "CISPR");

    private static final Pattern STANDARD = Pattern.compile("(?<![\\p{L}\\p{Nd}])(?:"
            + "(?:" + alternatives("ГОСТ", "СТБ", "ДСТУ") + ")(?: ?" + Folding.fold("Р") + ")?(?:[ /]{1,2}(?:"
            + INTERNATIONAL + ")){0,3}\\s+\\d[\\d.]{0,20}(?:[-:]\\d[\\d.]{0,20}){0,4}"
            + "|(?:" + INTERNATIONAL + ")(?:[ /]{1,2}(?:" + INTERNATIONAL
            + ")){0,3}\\s+\\d[\\d.]{0,20}(?:[-:]\\d[\\d.]{0,20}){0,4}"
            + "|" + Folding.fold("ТУ") + "(?: ?BY)?\\s+\\d[\\d.]{0,20}(?:-\\d[\\d.]{0,20}){1,4}"
            + ")(?<![.:-])");

    private Standards() {}

    static List<Particular> in(PageText text) {
        String folded = Folding.fold(text.text());
        return STANDARD.matcher(folded)
                .results()
                .map(found -> text.particular(
                        Field.STANDARD,
                        text.text()
                                .substring(found.start(), found.end())
                                .replaceAll("\\s+", " ")
                                .replaceAll("\\p{Pd}", "-"),
                        "STANDARD|" + Folding.bare(found.group()),
                        text.legibility(found.start(), found.end()),
                        found.start(),
                        found.end()))
                .toList();
    }

    private static String alternatives(String... names) {
        return Stream.of(names).map(Folding::fold).collect(Collectors.joining("|"));
    }
}
