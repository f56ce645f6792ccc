package org.sharedregistry.judged;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures that somebody has looked at: a line for each query, then the means. */
record Approved(Path file) {

    private static final Path FOLDER = Path.of("src/test/resources/org/sharedregistry/judged");
    private static final String HEAD = "nDCG@10;reciprocal rank;part;kind;ask";

    static Approved named(String name) {
        return new Approved(FOLDER.resolve(name));
    }

    /** What got worse, better, or is new; empty when all is as approved. With -Dapprove=true approves it first. */
    String changes(List<Measured> measured) throws IOException {
        List<String> now = lines(measured);
        if (Boolean.getBoolean("approve")) {
            Files.write(file, now);
        }
        List<String> before = Files.readAllLines(file);
        return now.equals(before) ? "" : file.getFileName() + " differs:\n" + changes(figures(before), figures(now));
    }

    private static String changes(Map<String, String> before, Map<String, String> now) {
        List<String> worse = new ArrayList<>();
        List<String> better = new ArrayList<>();
        now.forEach((query, figures) -> {
            // All have the same number of digits, so they compare as text.
            int change = figures.compareTo(before.getOrDefault(query, figures));
            if (change != 0) {
                (change < 0 ? worse : better).add(before.get(query) + " -> " + figures + "  " + query);
            }
        });
        return part("worse", worse)
                + part("better", better)
                + part("new", without(now, before))
                + part("gone", without(before, now));
    }

    private static List<String> without(Map<String, String> some, Map<String, String> others) {
        return some.keySet().stream().filter(each -> !others.containsKey(each)).toList();
    }

    private static String part(String title, List<String> lines) {
        return lines.stream().map(line -> title + ": " + line + "\n").collect(joining());
    }

    private static List<String> lines(List<Measured> measured) {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (Measured each : measured) {
            Judgement judgement = each.judgement();
            lines.add(line(each.figures(), judgement.part(), judgement.kind(), judgement.ask()));
        }
        for (boolean heldOut : new boolean[] {false, true}) {
            List<Measured> part = measured.stream()
                    .filter(each -> each.judgement().heldOut() == heldOut)
                    .toList();
            lines.add(line(Measured.mean(part), part.get(0).judgement().part(), "all", "mean"));
        }
        return lines;
    }

    private static String line(Figures figures, String part, String kind, String ask) {
        return String.format(
                Locale.ROOT, "%.3f;%.3f;%s;%s;%s", figures.ndcg(), figures.reciprocalRank(), part, kind, ask);
    }

    /** The two figures of each line by the rest of it. */
    private static Map<String, String> figures(List<String> lines) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (String line : lines) {
            int end = line.indexOf(';', line.indexOf(';') + 1);
            figures.put(line.substring(end + 1), line.substring(0, end));
        }
        return figures;
    }
}
