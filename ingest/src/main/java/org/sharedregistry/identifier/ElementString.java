package org.sharedregistry.identifier;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A GS1 element string that names an article: data behind application identifiers, as scanned or, with the identifiers
 * in brackets, as printed. GS1 General Specifications, 7.8.
 *
 * @param elements data by application identifier, in their order
 */
record ElementString(Map<String, String> elements) {

    /** What scanners, and programs behind them, give for FNC1. */
    private static final Pattern SEPARATOR =
            Pattern.compile("[\\u001D\\u241D]|[<{\\[](?:GS|FNC1)[>}\\]]|\\\\x1D|\\\\u001D", Pattern.CASE_INSENSITIVE);

    /** Identifiers whose data has a fixed length, the identifier included, by their first two digits. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("00", 20),
            Map.entry("01", 16),
            Map.entry("02", 16),
            Map.entry("11", 8),
            Map.entry("12", 8),
            Map.entry("13", 8),
            Map.entry("15", 8),
            Map.entry("16", 8),
            Map.entry("17", 8),
            Map.entry("20", 4),
            Map.entry("31", 10),
            Map.entry("32", 10),
            Map.entry("33", 10),
            Map.entry("34", 10),
            Map.entry("35", 10),
            Map.entry("36", 10),
            Map.entry("41", 16));

    private static final Pattern IDENTIFIER = Pattern.compile(
            "3[1-69]\\d\\d|[78]\\d{3}|43\\d\\d|2[345]\\d|4[0-2]\\d|71\\d|0[0-2]|1[0-35-7]|2[0-2]|30|37|9\\d");

    private static final Pattern PRINTED = Pattern.compile("\\((\\d{2,4})\\)");
    /** The end of a marking code whose separators a scanner has swallowed. */
    private static final Pattern SWALLOWED = Pattern.compile("(.{1,20})91(.{4})92(.{44}|.{88})");

    ElementString {
        elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    }

    /** Empty for what is no element string, or names no article by a right GTIN. */
    static Optional<ElementString> parse(String scanned) {
        Matcher printed = PRINTED.matcher(scanned);
        Map<String, String> elements = printed.lookingAt() ? printed(scanned, printed) : scanned(scanned);
        return Optional.of(new ElementString(elements)).filter(ElementString::namesAnArticle);
    }

    /** The article; of a logistic unit, the article that it contains. */
    String gtin() {
        return elements.getOrDefault("01", elements.getOrDefault("02", ""));
    }

    /**
     * Whether it is a mark of a state's marking system: serial number and a check that only the system can make, 91 with
     * 92, or 93 alone. Russia's and Belarus's marks have one form; nothing in the code itself says whose it is.
     */
    boolean isStateMark() {
        return elements.containsKey("01")
                && elements.containsKey("21")
                && (elements.containsKey("91") ? elements.containsKey("92") : elements.containsKey("93"));
    }

    /** The article and its serial number: what a mark is known by, without its check. */
    String markedItem() {
        return "01" + gtin() + "21" + elements.get("21");
    }

    @Override
    public String toString() {
        return elements.entrySet().stream()
                .map(element -> "(" + element.getKey() + ")" + element.getValue())
                .collect(Collectors.joining());
    }

    private boolean namesAnArticle() {
        return gtin().matches("\\d{14}") && CheckDigits.gtin(gtin());
    }

    private static Map<String, String> printed(String text, Matcher identifier) {
        Map<String, String> elements = new LinkedHashMap<>();
        boolean more = true;
        while (more) {
            String name = identifier.group(1);
            int start = identifier.end();
            more = identifier.find();
            elements.put(name, withoutSeparators(text.substring(start, more ? identifier.start() : text.length())));
        }
        return elements;
    }

    private static String withoutSeparators(String data) {
        return SEPARATOR.matcher(data).replaceAll("").strip();
    }

    /** Nothing as soon as it does not go on as an element string. */
    private static Map<String, String> scanned(String text) {
        Map<String, String> elements = new LinkedHashMap<>();
        for (String run : SEPARATOR.split(text, -1)) {
            int at = 0;
            while (at < run.length()) {
                Matcher identifier = IDENTIFIER.matcher(run).region(at, run.length());
                if (!identifier.lookingAt()) {
                    return Map.of();
                }
                int end = at + LENGTHS.getOrDefault(run.substring(at, at + 2), run.length() - at);
                if (end > run.length() || end <= identifier.end()) {
                    return Map.of();
                }
                put(elements, identifier.group(), run.substring(identifier.end(), end));
                at = end;
            }
        }
        return elements;
    }

    private static void put(Map<String, String> elements, String identifier, String data) {
        Matcher swallowed = SWALLOWED.matcher(data);
        if (identifier.equals("21") && swallowed.matches()) {
            elements.put("21", swallowed.group(1));
            elements.put("91", swallowed.group(2));
            elements.put("92", swallowed.group(3));
        } else {
            elements.put(identifier, data);
        }
    }
}
