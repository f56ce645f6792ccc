package org.sharedregistry.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The days from which and up to which a paper is valid, checked against each other. */
final class Validity {

    private static final int LONGEST_YEARS = 10;

    private Validity() {}

    /** The first and last days that lie whole years apart, less a day or not: both were read right. */
    static Set<Particular> ofWholeYears(List<Particular> found) {
        List<Particular> last = of(found, Field.VALID_TO);
        return Stream.concat(of(found, Field.VALID_FROM).stream(), of(found, Field.ISSUED).stream())
                .flatMap(first ->
                        last.stream().filter(each -> isWholeYears(first, each)).flatMap(each -> Stream.of(first, each)))
                .collect(Collectors.toSet());
    }

    private static List<Particular> of(List<Particular> found, Field field) {
        return found.stream().filter(each -> each.field() == field).toList();
    }

    private static boolean isWholeYears(Particular first, Particular last) {
        Function<Particular, LocalDate> day = each -> LocalDate.parse(each.value());
        int years = day.apply(last).plusDays(1).getYear() - day.apply(first).getYear();
        LocalDate end = day.apply(first).plusYears(years);
        return years >= 1
                && years <= LONGEST_YEARS
                && (day.apply(last).equals(end) || day.apply(last).plusDays(1).equals(end));
    }
}
