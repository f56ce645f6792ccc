package org.sharedregistry.recognition;

import java.util.List;

/**
 * A verdict with its grounds, the same for every day of a period.
 *
 * @param rules the regime version that gave it, or empty when no regime does
 */
public record Finding(Period period, Verdict verdict, List<Reason> reasons, List<Evidence> evidence, String rules) {

    public Finding {
        reasons = List.copyOf(reasons);
        evidence = List.copyOf(evidence);
    }

    boolean saysTheSameAs(Finding other) {
        return verdict == other.verdict
                && reasons.equals(other.reasons)
                && evidence.equals(other.evidence)
                && rules.equals(other.rules);
    }

    Finding until(Finding next) {
        return new Finding(new Period(period.from(), next.period.to()), verdict, reasons, evidence, rules);
    }
}
