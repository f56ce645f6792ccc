package org.sharedregistry.identifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.identifier.Mask.Fit;
import org.sharedregistry.identifier.Mask.Kind;
import org.sharedregistry.identifier.Mask.Place;

/**
 * Puts several readings of one line to the vote, sign by sign. A reader of Cyrillic does not see the Latin letters of a
 * number, nor the other way round, and each misreads other signs; where in the number a sign stands tells what it can be.
 */
public final class Ballot {

    /** In characters: three times the longest number, and what a hostile line can cost. */
    private static final int LONGEST_LINE = 300;

    private static final int MOST_READINGS = 9;

    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());

    /** Those that masks tell: what the vote does not elect, no reading is believed. */
    private static final Set<IdentifierKind> BY_SIGNS = EnumSet.of(
            IdentifierKind.EAEU_CERTIFICATE,
            IdentifierKind.EAEU_DECLARATION,
            IdentifierKind.NATIONAL_CERTIFICATE,
            IdentifierKind.NATIONAL_DECLARATION,
            IdentifierKind.VOLUNTARY_CERTIFICATE,
            IdentifierKind.STATE_REGISTRATION,
            IdentifierKind.ACCREDITATION);

    private final List<String> readings;

    private Ballot(List<String> readings) {
        this.readings = readings;
    }

    /**
     * The numbers in a line, in order and without overlap. Numbers without a form that tells its signs apart, such as
     * one of digits alone, are elected whole.
     *
     * @param line as it stands in a text; of a longer one the beginning is looked at
     * @param others what was read in the same place besides
     */
    public static List<Elected> numbers(String line, List<String> others) {
        Ballot ballot = new Ballot(Stream.concat(Stream.of(line), others.stream())
                .limit(MOST_READINGS)
                .map(reading -> reading.substring(0, Math.min(reading.length(), LONGEST_LINE)))
                .toList());
        List<Elected> elected = new ArrayList<>(ballot.bySigns());
        ballot.whole().stream()
                .filter(each ->
                        elected.stream().noneMatch(other -> each.start() < other.end() && other.start() < each.end()))
                .forEach(elected::add);
        elected.sort(Comparator.comparingInt(Elected::start));
        return List.copyOf(elected);
    }

    private List<Elected> bySigns() {
        List<List<Fit>> stretches = readings.stream().map(Ballot::stretches).toList();
        int numbers = mostFrequent(stretches);
        List<Elected> elected = new ArrayList<>();
        for (int i = 0; i < numbers; i++) {
            List<String> candidates = new ArrayList<>();
            for (int reading = 0; reading < readings.size(); reading++) {
                if (stretches.get(reading).size() == numbers) {
                    candidates.add(around(readings.get(reading), stretches.get(reading), i));
                }
            }
            boolean shown = stretches.get(0).size() == numbers;
            int start = shown ? stretches.get(0).get(i).start() : 0;
            int end = shown ? stretches.get(0).get(i).end() : readings.get(0).length();
            elect(start, end, candidates.stream().map(SpoiledText::new).toList())
                    .ifPresent(elected::add);
        }
        return elected;
    }

    /** Where numbers of any mask stand in a reading, in order and without overlap. */
    private static List<Fit> stretches(String reading) {
        SpoiledText text = new SpoiledText(reading);
        List<Fit> chosen = new ArrayList<>();
        Mask.ALL.stream()
                .flatMap(mask -> mask.fits(text).stream())
                .sorted(Comparator.comparingInt(Fit::score).reversed())
                .forEach(fit -> {
                    if (chosen.stream().noneMatch(other -> fit.start() < other.end() && other.start() < fit.end())) {
                        chosen.add(fit);
                    }
                });
        chosen.sort(Comparator.comparingInt(Fit::start));
        return chosen;
    }

    /** How many numbers most readings show that show any; of equals as many as the line itself. */
    private static int mostFrequent(List<List<Fit>> stretches) {
        Map<Integer, Long> frequencies = stretches.stream()
                .map(List::size)
                .filter(size -> size > 0)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        int shown = stretches.get(0).size();
        return frequencies.entrySet().stream()
                .max(Comparator.<Map.Entry<Integer, Long>>comparingLong(Map.Entry::getValue)
                        .thenComparing(entry -> entry.getKey() == shown))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** A number with all that belongs to no other. */
    private static String around(String reading, List<Fit> stretches, int number) {
        int from = number == 0 ? 0 : stretches.get(number - 1).end();
        int to = number + 1 == stretches.size()
                ? reading.length()
                : stretches.get(number + 1).start();
        return reading.substring(from, to);
    }

    private static Optional<Elected> elect(int start, int end, List<SpoiledText> candidates) {
        List<Count> counts = Mask.ALL.stream()
                .map(mask -> new Count(mask, fits(mask, candidates)))
                .filter(count -> !count.heard().isEmpty())
                .sorted(Comparator.comparingInt(Count::score).reversed())
                .toList();
        for (Count count : counts) {
            Optional<Reading> reading = count.number().flatMap(Ballot::read);
            if (reading.isPresent()) {
                int votes = Math.min(count.lead(), leadOver(counts, count, reading.get()));
                return Optional.of(new Elected(
                        start, end, reading.get(), votes, count.heard().size()));
            }
        }
        return Optional.empty();
    }

    private static List<Fit> fits(Mask mask, List<SpoiledText> candidates) {
        return candidates.stream().map(mask::fit).toList();
    }

    /** By how many signs the number is nearer to what was read than a number of another form. */
    private static int leadOver(List<Count> counts, Count winner, Reading reading) {
        return counts.stream()
                .filter(other -> other.number()
                        .flatMap(Ballot::read)
                        .filter(rival -> !rival.key().equals(reading.key()))
                        .isPresent())
                .findFirst()
                .map(rival -> (winner.score() - rival.score()) / LookAlikes.SAME)
                .orElse(Integer.MAX_VALUE);
    }

    /** As if it had been typed as it is printed. */
    private static Optional<Reading> read(String number) {
        return best(number).flatMap(reading -> best(reading.display()));
    }

    private static Optional<Reading> best(String number) {
        return Formats.read(number).min(Comparator.comparing(Reading::confidence));
    }

    private List<Elected> whole() {
        Map<String, Integer> frequencies = new HashMap<>();
        for (String reading : readings) {
            Identifiers.find(reading).stream()
                    .map(mention -> mention.reading().key())
                    .distinct()
                    .forEach(key -> frequencies.merge(key, 1, Integer::sum));
        }
        return Identifiers.find(readings.get(0)).stream()
                .filter(mention -> !BY_SIGNS.contains(mention.reading().kind()))
                .map(mention -> {
                    int agreed = frequencies.getOrDefault(mention.reading().key(), 0);
                    int lead = 2 * agreed - readings.size();
                    return new Elected(mention.start(), mention.end(), mention.reading(), lead, readings.size());
                })
                .toList();
    }

    /** The votes for the numbers of one mask. */
    private record Count(Mask mask, List<Fit> fits) {

        /** Of all readings, lest a short form win where a spoiled reading leaves the long one out. */
        int score() {
            return fits.stream().mapToInt(fit -> Math.max(0, fit.score())).sum();
        }

        List<Fit> heard() {
            return fits.stream().filter(Fit::isGood).toList();
        }

        /** The number with the most votes in each place; empty when there is none in some. */
        Optional<String> number() {
            StringBuilder number = new StringBuilder();
            for (int i = 0; i < mask.places().size(); i++) {
                Place place = mask.places().get(i);
                if (place.isElected()) {
                    Map<String, Integer> votes = votes(i);
                    if (votes.isEmpty()) {
                        return Optional.empty();
                    }
                    number.append(first(votes));
                    i += place.kind() == Kind.COUNTRY ? 1 : 0;
                } else {
                    number.append(place.signs());
                }
            }
            return Optional.of(number.toString());
        }

        /** By how many readings the number leads in the place where it leads least. */
        int lead() {
            int least = Integer.MAX_VALUE;
            for (int i = 0; i < mask.places().size(); i++) {
                Place place = mask.places().get(i);
                if (place.isElected()) {
                    Map<String, Integer> votes = votes(i);
                    String first = first(votes);
                    int second = votes.entrySet().stream()
                            .filter(vote -> !vote.getKey().equals(first))
                            .mapToInt(Map.Entry::getValue)
                            .max()
                            .orElse(0);
                    least = Math.min(least, votes.getOrDefault(first, 0) - second);
                    i += place.kind() == Kind.COUNTRY ? 1 : 0;
                }
            }
            return least / LookAlikes.SAME;
        }

        private static String first(Map<String, Integer> votes) {
            return votes.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }

        /** How much speaks for each sign of a place, or for each country of two. */
        private Map<String, Integer> votes(int index) {
            Place place = mask.places().get(index);
            Map<String, Integer> votes = new HashMap<>();
            for (Fit fit : heard()) {
                for (String meant : meant(place)) {
                    int weight = place.weight(fit.seen().get(index), meant.charAt(0));
                    if (meant.length() > 1) {
                        weight = Math.min(weight, place.weight(fit.seen().get(index + 1), meant.charAt(1)));
                    }
                    if (weight > 0) {
                        votes.merge(meant, weight, Integer::sum);
                    }
                }
            }
            return votes;
        }

        private static List<String> meant(Place place) {
            return place.kind() == Kind.COUNTRY
                    ? COUNTRIES
                    : place.signs().chars().mapToObj(Character::toString).toList();
        }
    }
}
