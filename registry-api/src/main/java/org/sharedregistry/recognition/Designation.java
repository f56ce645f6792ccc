package org.sharedregistry.recognition;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.sharedregistry.identifier.Folding;

/** Names of models, batches, standards and regulations, compared without regard to case, signs and look-alike letters. */
final class Designation {

    private Designation() {}

    static String key(String designation) {
        return Folding.bare(designation);
    }

    static Set<String> keys(Collection<String> designations) {
        return designations.stream().map(Designation::key).collect(Collectors.toUnmodifiableSet());
    }
}
