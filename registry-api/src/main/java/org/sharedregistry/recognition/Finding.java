package org.sharedregistry.recognition;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A verdict with its grounds, the same for every day of a period.
 *
 * @param rules the regime version that gave it, or empty when no regime does
 */
public record Finding(Period period, Verdict verdict, List<Reason> reasons, List<Evidence> evidence, String rules) {

    private static final Set<ReasonCode> OTHER_GOODS = EnumSet.of(
            ReasonCode.CODE_NOT_IN_ENTRY,
            ReasonCode.MODEL_NOT_IN_ENTRY,
            ReasonCode.MANUFACTURER_DIFFERS,
            ReasonCode.SITE_NOT_IN_ENTRY);

    public Finding {
        reasons = reasons.stream().distinct().toList();
        evidence = List.copyOf(evidence);
    }

    /** Whether the item at hand is none of the goods that were judged. */
    public boolean isAboutOtherGoods() {
        return reasons.stream().map(Reason::code).anyMatch(OTHER_GOODS::contains);
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
