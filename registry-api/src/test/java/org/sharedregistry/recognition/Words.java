package org.sharedregistry.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence says at the gaps of its pattern. In a pattern <code>{name}</code> is a gap and
 * <code>[…]</code> may be left out. What a gap takes depends on its name: days, states and numbers of attestations are
 * recognised by their form.
 */
final class Words {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> DAYS = Set.of("day", "from", "last", "before", "made", "by", "ru");

    private final Matcher matcher;

    private Words(Matcher matcher) {
        this.matcher = matcher;
    }

    static Pattern pattern(String text) {
        String optional = text.replace("[", "(?:").replace("]", ")?");
        return Pattern.compile(GAP.matcher(optional).replaceAll(Words::gap));
    }

    private static String gap(MatchResult found) {
        String name = found.group(1);
        String taken = switch (name) {
            case "state" -> "[A-Z]{2}";
            case "attestation" -> "[A-Z]-\\\\d";
            case "subject" -> "(?!since ).+?";
            default -> DAYS.contains(name) ? "\\\\d{4}-\\\\d\\\\d-\\\\d\\\\d" : ".+?";
        };
        return "(?<" + name + ">" + taken + ")";
    }

    /** What a whole text says, if it has the form of the pattern. */
    static Optional<Words> of(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(new Words(matcher)) : Optional.empty();
    }

    @Nullable
    String said(String gap) {
        return matcher.group(gap);
    }

    String text(String gap) {
        return Objects.requireNonNull(said(gap), gap);
    }

    /** The words in capitals, as a kind is written. */
    String kind(String gap) {
        return text(gap).toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    <T> T oneOf(Map<String, T> meanings, String gap) {
        return Optional.ofNullable(meanings.get(text(gap)))
                .orElseThrow(
                        () -> new IllegalArgumentException("\"" + text(gap) + "\" is none of " + meanings.keySet()));
    }

    /** Joined by commas and {@code and}; empty when nothing is said. */
    Set<String> list(String gap) {
        return Optional.ofNullable(said(gap)).stream()
                .flatMap(list -> Arrays.stream(list.split(", | and ")))
                .collect(Collectors.toSet());
    }

    int number(String gap) {
        return Integer.parseInt(text(gap));
    }

    @Nullable
    BigDecimal decimal(String gap) {
        String said = said(gap);
        return said == null ? null : new BigDecimal(said);
    }

    LocalDate day(String gap) {
        return LocalDate.parse(text(gap));
    }

    @Nullable
    LocalDate dayIfSaid(String gap) {
        String said = said(gap);
        return said == null ? null : LocalDate.parse(said);
    }

    /** From the gap {@code from} to the gap {@code last}; without beginning or end where these say nothing. */
    Period period() {
        LocalDate from = dayIfSaid("from");
        return Period.inclusive(from == null ? LocalDate.MIN : from, dayIfSaid("last"));
    }

    /** From the gap {@code day} to the gap {@code last}. */
    Period periodFromDay() {
        return Period.inclusive(day("day"), dayIfSaid("last"));
    }
}
