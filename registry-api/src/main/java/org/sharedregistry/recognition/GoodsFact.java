package org.sharedregistry.recognition;

import java.util.Set;

/**
 * Goods as entered by their manufacturer.
 *
 * @param state where they are made, ISO 3166-1 alpha-2
 * @param hs codes of the TN VED, digits only
 * @param okpd2 codes as printed, with dots
 */
public record GoodsFact(String number, String state, Set<String> hs, Set<String> okpd2) {

    public GoodsFact {
        hs = Set.copyOf(hs);
        okpd2 = Set.copyOf(okpd2);
    }
}
