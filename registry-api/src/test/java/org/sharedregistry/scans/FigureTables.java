package org.sharedregistry.scans;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.paper.Certainty;
import org.sharedregistry.paper.Field;

/** Figures as tables: for people as Markdown, to be kept and compared as CSV. */
final class FigureTables {

    private static final List<String> COLUMNS = Stream.of(
                    Stream.of("standing"),
                    Stream.of(Outcome.values()).map(FigureTables::name),
                    Stream.of("wrong"),
                    Stream.of(Certainty.values()).flatMap(each -> Stream.of(name(each), name(each) + " and right")))
            .flatMap(each -> each)
            .toList();

    private final Figures figures;

    FigureTables(Figures figures) {
        this.figures = figures;
    }

    /** A row for each field of each group. */
    List<String> csv() {
        List<String> rows = new ArrayList<>(List.of("group,field," + String.join(",", COLUMNS)));
        for (String group : figures.groups()) {
            Figures ofGroup = figures.ofGroup(group);
            for (Field field : ofGroup.fields()) {
                rows.add(group + "," + field + "," + String.join(",", cells(ofGroup.ofField(field))));
            }
        }
        return rows;
    }

    List<String> byField() {
        List<String> rows = headed("field");
        figures.fields().forEach(field -> rows.add(row(field.name(), figures.ofField(field))));
        rows.add(row("all", figures));
        return rows;
    }

    List<String> byGroup() {
        List<String> rows = headed("scan");
        figures.groups().forEach(group -> rows.add(row(group, figures.ofGroup(group))));
        return rows;
    }

    /** What was shown as sure and does not stand there. */
    List<String> surelyWrong() {
        return figures.judgements().stream()
                .flatMap(judgement -> judgement.shown().stream()
                        .filter(shown -> !shown.right() && shown.read().certainty() == Certainty.SURE)
                        .map(shown -> "%s %s: %s, printed %s"
                                .formatted(
                                        judgement.document(),
                                        shown.field(),
                                        shown.read().raw().replace('\n', ' '),
                                        judgement.values().stream()
                                                .filter(value -> value.field() == shown.field())
                                                .map(Judgement.Value::value)
                                                .toList())))
                .toList();
    }

    private static List<String> headed(String first) {
        return new ArrayList<>(List.of(
                markdown(Stream.concat(Stream.of(first), COLUMNS.stream())), "|---".repeat(COLUMNS.size() + 1) + "|"));
    }

    private static String row(String name, Figures figures) {
        return markdown(Stream.concat(Stream.of(name(name)), cells(figures).stream()));
    }

    private static List<String> cells(Figures figures) {
        return Stream.of(
                        Stream.of(figures.standing()),
                        Stream.of(Outcome.values()).map(figures::found),
                        Stream.of(figures.wrong()),
                        Stream.of(Certainty.values())
                                .flatMap(each -> Stream.of(figures.shown(each), figures.right(each))))
                .flatMap(each -> each)
                .map(String::valueOf)
                .toList();
    }

    private static String markdown(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String name(Object constant) {
        return String.valueOf(constant).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
