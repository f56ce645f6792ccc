package org.sharedregistry.scans;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A source of values that is the same for the same seed. */
final class Chance {

    private static final String LETTERS = "АБВГДЕЖЗИКЛМНПРСТУФХЦЧШЭЮЯ";

    private final RandomGenerator random;

    Chance(int seed) {
        random = new SplittableRandom(seed);
    }

    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    /** Both ends can come. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    /** A step to either side of nought, most often about as long as is said. */
    double gaussian(double deviation) {
        return random.nextGaussian() * deviation;
    }

    String digits(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf(random.nextInt(10)))
                .collect(Collectors.joining());
    }

    String letters(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }

    LocalDate day(int firstYear, int lastYear) {
        return LocalDate.of(between(firstYear, lastYear), 1, 1).plusDays(between(0, 364));
    }
}
