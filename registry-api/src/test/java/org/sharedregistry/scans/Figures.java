package org.sharedregistry.scans;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.paper.Certainty;
import org.sharedregistry.paper.Field;
import org.sharedregistry.scans.Judgement.Shown;
import org.sharedregistry.scans.Judgement.Value;

/** How often what stands on documents was read, and how often what was read stands there. */
record Figures(List<Judgement> judgements) {

    Figures {
        judgements = List.copyOf(judgements);
    }

    SortedSet<String> groups() {
        return judgements.stream().map(Judgement::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that stand on some document or were read on one. */
    SortedSet<Field> fields() {
        return Stream.concat(values().map(Value::field), shown().map(Shown::field))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Figures ofGroup(String group) {
        return new Figures(judgements.stream()
                .filter(judgement -> judgement.group().equals(group))
                .toList());
    }

    Figures ofField(Field field) {
        return new Figures(judgements.stream()
                .map(each -> new Judgement(
                        each.document(),
                        each.group(),
                        each.values().stream()
                                .filter(value -> value.field() == field)
                                .toList(),
                        each.shown().stream()
                                .filter(shown -> shown.field() == field)
                                .toList()))
                .toList());
    }

    long standing() {
        return values().count();
    }

    long found(Outcome outcome) {
        return values().filter(value -> value.outcome() == outcome).count();
    }

    long wrong() {
        return count(shown -> !shown.right());
    }

    long shown(Certainty certainty) {
        return count(shown -> shown.read().certainty() == certainty);
    }

    long right(Certainty certainty) {
        return count(shown -> shown.right() && shown.read().certainty() == certainty);
    }

    private long count(Predicate<Shown> wanted) {
        return shown().filter(wanted).count();
    }

    private Stream<Value> values() {
        return judgements.stream().flatMap(judgement -> judgement.values().stream());
    }

    private Stream<Shown> shown() {
        return judgements.stream().flatMap(judgement -> judgement.shown().stream());
    }
}
