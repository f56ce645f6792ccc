package org.sharedregistry.language;

import java.util.Locale;
import java.util.Set;

/** Units of measurement, which stand next to their number or apart from it: {@code 220В} is {@code 220 В}. */
final class Units {

    private static final int LONGEST = 4;

    private static final Set<String> SYMBOLS = Set.of(
            "мм", "см", "дм", "м", "км", "мкм", "г", "кг", "мг", "т", "мл", "л", "в", "кв", "мв", "вт", "квт", "мвт",
            "ва", "ква", "а", "ма", "ач", "гц", "кгц", "мгц", "ггц", "па", "кпа", "мпа", "бар", "ом", "ком", "мом",
            "дб", "дба", "лм", "лк", "н", "кн", "нм", "дж", "кдж", "к", "с", "мс", "мин", "ч", "об", "шт", "лс", "mm",
            "cm", "dm", "m", "km", "g", "kg", "mg", "t", "ml", "l", "v", "kv", "mv", "w", "kw", "mw", "va", "kva", "a",
            "ma", "ah", "hz", "khz", "mhz", "ghz", "pa", "kpa", "mpa", "bar", "db", "dba", "lm", "lx", "n", "kn", "nm",
            "j", "kj", "k", "s", "ms", "min", "h", "rpm", "pcs", "hp");

    private Units() {}

    /** Where in a word that begins with digits the unit begins; {@code end} when it is no number with a unit. */
    static int start(String text, int start, int end) {
        int unit = start;
        while (unit < end && Character.isDigit(text.charAt(unit))) {
            unit++;
        }
        boolean isUnit = unit > start
                && end - unit <= LONGEST
                && SYMBOLS.contains(text.substring(unit, end).toLowerCase(Locale.ROOT));
        return isUnit ? unit : end;
    }
}
