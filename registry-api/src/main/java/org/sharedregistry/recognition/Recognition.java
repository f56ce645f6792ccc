package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether goods are recognised, for every day there is. */
public final class Recognition {

    private Recognition() {}

    /** The verdicts over time: periods without gaps from the first day to the last, each differing from the next. */
    public static List<Finding> timeline(Facts facts, Question question) {
        List<LocalDate> days = facts.boundaries();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate end = i + 1 < days.size() ? days.get(i + 1) : LocalDate.MAX;
            Finding finding = Rules.judge(facts, question, new Period(days.get(i), end));
            int last = findings.size() - 1;
            if (last >= 0 && findings.get(last).saysTheSameAs(finding)) {
                findings.set(last, findings.get(last).until(finding));
            } else {
                findings.add(finding);
            }
        }
        return findings;
    }

    /** The verdict on one day, the same as that of the timeline's period that holds it. */
    public static Finding on(LocalDate day, Facts facts, Question question) {
        return Rules.judge(facts, question, new Period(day, day.plusDays(1)));
    }
}
