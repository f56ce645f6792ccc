package org.sharedregistry.paper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The days that stand in a text: {@code 14.12.2023}, {@code 2023-12-14}, {@code «14» декабря 2023 г.}, {@code 14 снежня 2023}. */
final class DateReader {

    /** By the first letters, which tell the months apart in all cases. */
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("январ", 1),
            Map.entry("феврал", 2),
            Map.entry("март", 3),
            Map.entry("апрел", 4),
            Map.entry("мая", 5),
            Map.entry("май", 5),
            Map.entry("июн", 6),
            Map.entry("июл", 7),
            Map.entry("август", 8),
            Map.entry("сентябр", 9),
            Map.entry("октябр", 10),
            Map.entry("ноябр", 11),
            Map.entry("декабр", 12),
            Map.entry("студзен", 1),
            Map.entry("лют", 2),
            Map.entry("сакавік", 3),
            Map.entry("красавік", 4),
            Map.entry("чэрвен", 6),
            Map.entry("ліпен", 7),
            Map.entry("жнів", 8),
            Map.entry("верас", 9),
            Map.entry("кастрычнік", 10),
            Map.entry("лістапад", 11),
            Map.entry("снежн", 12),
            Map.entry("january", 1),
            Map.entry("february", 2),
            Map.entry("march", 3),
            Map.entry("april", 4),
            Map.entry("may", 5),
            Map.entry("june", 6),
            Map.entry("july", 7),
            Map.entry("august", 8),
            Map.entry("september", 9),
            Map.entry("october", 10),
            Map.entry("november", 11),
            Map.entry("december", 12));

    private static final String MONTH = MONTHS.keySet().stream().collect(Collectors.joining("|", "(?:", ")"));

    /**
     * Before the name of a month recognition takes a 3 for the letter. The first sign alone rules most places of a text
     * out, which is quicker than looking behind at each.
     */
    private static final Pattern DAY = Pattern.compile("(?=[\\dЗ«\"“„<])(?<![\\d/-]|\\d[.,])(?:"
            + "(?<d>\\d{1,2}) ?[./] ?(?<m>\\d{1,2}) ?[./] ?(?<y>(?:19|20)\\d ?\\d)"
            + "|(?<yy>(?:19|20)\\d{2})-(?<mm>\\d{2})-(?<dd>\\d{2})"
            + "|[«\"“„<]?(?<day>[\\dЗ]{1,2})[»\"”>]?\\s{1,3}(?<month>(?iu:" + MONTH
            + "))\\p{L}{0,4}\\s{1,3}(?<year>(?:19|20)\\d{2})"
            + ")(?![\\d/-])");

    private DateReader() {}

    /** In the order of the text; what is no day of the calendar is none. */
    static List<Day> in(String text) {
        List<Day> days = new ArrayList<>();
        Matcher matcher = DAY.matcher(text);
        while (matcher.find()) {
            MatchResult match = matcher.toMatchResult();
            date(matcher).ifPresent(date -> days.add(new Day(date, match.start(), match.end())));
        }
        return days;
    }

    private static Optional<LocalDate> date(Matcher match) {
        try {
            if (match.group("d") != null) {
                return Optional.of(LocalDate.of(
                        number(match.group("y").replace(" ", "")), number(match.group("m")), number(match.group("d"))));
            }
            if (match.group("yy") != null) {
                return Optional.of(
                        LocalDate.of(number(match.group("yy")), number(match.group("mm")), number(match.group("dd"))));
            }
            return Optional.of(LocalDate.of(
                    number(match.group("year")),
                    month(match.group("month")),
                    number(match.group("day").replace('З', '3'))));
        } catch (DateTimeException e) {
            // The 31st of February is a misreading or a number of another kind.
            return Optional.empty();
        }
    }

    private static int month(String name) {
        return Optional.ofNullable(MONTHS.get(name.toLowerCase(Locale.ROOT))).orElseThrow();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** A day and where it stands. */
    record Day(LocalDate date, int start, int end) {}
}
