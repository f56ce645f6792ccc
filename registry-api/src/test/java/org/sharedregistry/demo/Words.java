package org.sharedregistry.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** What is printed on forms in one language. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final String language;
    private final Properties words = new Properties();

    /** Reads the words of {@code ru}, {@code be} or {@code en}. */
    Words(String language) throws IOException {
        this.language = language;
        try (InputStream file = Words.class.getResourceAsStream("words_" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
    }

    String language() {
        return language;
    }

    /** The word for a key; it is an error if the language has none. */
    String get(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalArgumentException("No word for " + key + " in " + language);
        }
        return word;
    }

    /** A technical regulation with its title; {@code ТР ТС 004/2011} is looked up as {@code regulation.004}. */
    String regulation(String code) {
        return get("regulation." + code.replaceAll("\\D*(\\d{3})/.*", "$1"));
    }

    /** A date as forms have it, such as 23.11.2026. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
