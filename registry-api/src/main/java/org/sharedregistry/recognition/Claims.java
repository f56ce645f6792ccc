package org.sharedregistry.recognition;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an attestation says it is about. An empty set of models, sites, batches or codes limits nothing; regulations and
 * standards are covered only when named.
 *
 * @param regulations as written, such as {@code ТР ТС 004/2011}
 * @param sites ids of production sites
 * @param hs beginnings of codes of the TN VED
 * @param okpd2 beginnings of codes
 * @param points scored by the production, where it is scored
 * @param localShare share of local origin in the value, in percent
 * @param quantity covered at most, for a single batch
 */
public record Claims(
        Set<String> regulations,
        Set<String> standards,
        Set<String> models,
        Set<String> sites,
        Set<String> batches,
        Set<String> hs,
        Set<String> okpd2,
        @Nullable Integer points,
        @Nullable BigDecimal localShare,
        @Nullable BigDecimal quantity,
        @Nullable String unit) {

    public Claims {
        regulations = Designation.keys(regulations);
        standards = Designation.keys(standards);
        models = Designation.keys(models);
        sites = Set.copyOf(sites);
        batches = Designation.keys(batches);
        hs = Set.copyOf(hs);
        okpd2 = Set.copyOf(okpd2);
    }

    /** Whether it names one of these regulations or standards. */
    boolean namesAny(Set<String> keys) {
        return keys.stream().anyMatch(key -> regulations.contains(key) || standards.contains(key));
    }
}
