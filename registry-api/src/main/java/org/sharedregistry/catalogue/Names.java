package org.sharedregistry.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of something in several languages, as the index holds them. */
final class Names {

    /** What is suggested is the first line that fits, and many words are the same in two of these. */
    private static final List<String> LANGUAGES = List.of("ru", "be", "en");

    private Names() {}

    /** A line for each language. */
    static String title(Map<String, String> names) {
        return names.entrySet().stream()
                .sorted(Comparator.comparingInt(name -> LANGUAGES.indexOf(name.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
    }
}
