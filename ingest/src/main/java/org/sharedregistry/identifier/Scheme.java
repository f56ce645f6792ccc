package org.sharedregistry.identifier;

import java.util.stream.Stream;

/**
 * Whose numbers these are. The same body under two schemes names two documents.
 *
 * @param key what its keys begin with
 * @param prefix what its numbers begin with in print; empty where nothing does
 */
record Scheme(String key, String prefix) {

    static final Scheme EAEU = new Scheme("E", "ЕАЭС");
    /** The Customs Union, whose documents came before those of the EAEU. */
    static final Scheme CUSTOMS_UNION = new Scheme("T", "ТС");
    /** Russia's own certificates and declarations. */
    static final Scheme NATIONAL = new Scheme("R", "РОСС");

    static Scheme of(String key) {
        return new Scheme(key, "");
    }

    /** The scheme of a folded prefix. */
    static Scheme ofPrefix(String folded) {
        return Stream.of(EAEU, CUSTOMS_UNION, NATIONAL)
                .filter(scheme -> scheme.foldedPrefix().equals(folded))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No scheme has the prefix " + folded));
    }

    boolean hasPrefix() {
        return !prefix.isEmpty();
    }

    String foldedPrefix() {
        return Folding.fold(prefix);
    }
}
