package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goods as entered by their manufacturer.
 *
 * @param state where they are made, ISO 3166-1 alpha-2
 * @param submitted the day from which authorities could decide; null for a draft
 * @param makers the manufacturer's names and tax number
 * @param hs codes of the TN VED, digits only
 * @param okpd2 codes as printed, with dots
 * @param okrb codes of OKRB 007 as printed, with dots
 * @param models designations
 * @param sites ids of the production sites
 */
public record GoodsFact(
        String number,
        String state,
        @Nullable LocalDate submitted,
        Set<String> makers,
        Set<String> hs,
        Set<String> okpd2,
        Set<String> okrb,
        Set<String> models,
        Set<String> sites) {

    public GoodsFact {
        makers = Set.copyOf(makers);
        hs = Set.copyOf(hs);
        okpd2 = Set.copyOf(okpd2);
        okrb = Set.copyOf(okrb);
        models = Set.copyOf(models);
        sites = Set.copyOf(sites);
    }

    Set<String> modelKeys() {
        return Designation.keys(models);
    }

    /** Whether a name or tax number is the manufacturer's; part of a name is enough. */
    boolean isMadeBy(String manufacturer) {
        String key = Designation.key(manufacturer);
        return makers.stream().anyMatch(maker -> Designation.key(maker).contains(key));
    }
}
