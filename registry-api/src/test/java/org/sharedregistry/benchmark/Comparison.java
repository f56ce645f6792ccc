package org.sharedregistry.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sharedregistry.benchmark.Side.Run;

/** Several sides that take turns, so that whatever else the machine does meanwhile meets all of them. */
final class Comparison {

    private final Map<String, Side> sides;
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();

    /** @param sides by their names, in the order of their turns */
    Comparison(Map<String, Side> sides) {
        this.sides = sides;
    }

    /** Lets each side work off a corpus some times, after another of which no note is taken. */
    void run(Corpus warmUp, Corpus corpus, int rounds) throws Exception {
        for (Side side : sides.values()) {
            side.run(warmUp, 0);
        }
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Side> each : sides.entrySet()) {
                runs.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                        .add(each.getValue().run(corpus, round));
            }
        }
    }

    /** Prints the median run of each side. */
    void print() {
        sides.keySet().forEach(name -> {
            Run median = median(name);
            System.out.printf(
                    "%-15s %7.2f files/s, %6.1f s, %,12d characters; processor per file: %s%n",
                    name,
                    median.perSecond(),
                    median.seconds(),
                    median.characters(),
                    median.used().each(median.files()));
        });
    }

    /** Prints how fast one side is beside another, when both took part. */
    void printRatio(String name, String other, double goal) {
        if (sides.containsKey(name) && sides.containsKey(other)) {
            System.out.printf(
                    "%s / %s: %.2f, the goal is %.1f%n",
                    name, other, median(name).perSecond() / median(other).perSecond(), goal);
        }
    }

    private Run median(String name) {
        List<Run> sorted = runs.getOrDefault(name, List.of()).stream()
                .sorted(Comparator.comparingDouble(Run::perSecond))
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
