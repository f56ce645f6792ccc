package org.sharedregistry.scans;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The language that a form is printed in. */
enum Language {
    RUSSIAN("ru"),
    BELARUSIAN("be");

    private static final DateTimeFormatter IN_DIGITS = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private final DateTimeFormatter inWords;

    Language(String tag) {
        inWords = DateTimeFormatter.ofPattern("d MMMM yyyy 'г.'", Locale.forLanguageTag(tag));
    }

    /** A date as 12.03.2024 or, in words, as 12 марта 2024 г. */
    String day(LocalDate day, boolean words) {
        return (words ? inWords : IN_DIGITS).format(day);
    }
}
