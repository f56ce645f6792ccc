package org.sharedregistry.goods;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A manufacturer as it is known now.
 *
 * @param taxId INN in Russia, UNP in Belarus
 * @param names by language
 */
public record Manufacturer(UUID id, String state, String taxId, Map<String, String> names, String address) {

    /** The name in a language, or in any there is. */
    public String name(String language) {
        return Optional.ofNullable(names.get(language))
                .orElseGet(() -> names.values().stream().sorted().findFirst().orElse(taxId));
    }

    /** What one version says of a manufacturer. */
    record Details(Map<String, String> names, String address) {}
}
