package org.sharedregistry.examination;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;

/** How a person put the pages of a batch together: one paper after the other. */
record Arrangement(List<Bundle> papers) {

    Arrangement {
        if (papers == null || papers.isEmpty()) {
            throw RegistryProblem.field("/papers", "Say which papers there are: at least one.");
        }
        papers = List.copyOf(papers);
    }

    /**
     * The pages of one paper in their order, and what it is filed for.
     *
     * @param goods numbers of entries, or ids of drafts
     * @param attestation the one it is the paper of
     */
    record Bundle(
            List<Pages> pages, Set<String> goods, @Nullable UUID attestation) {

        Bundle {
            if (pages == null || pages.isEmpty()) {
                throw RegistryProblem.field("/papers", "A paper has at least one page.");
            }
            pages = List.copyOf(pages);
            goods = Optional.ofNullable(goods).map(Set::copyOf).orElseGet(Set::of);
        }

        boolean holds(UUID document) {
            return pages.stream().anyMatch(each -> each.document.equals(document));
        }
    }

    /** Some pages of a document, first and last included, from 1. */
    record Pages(UUID document, int first, int last) {

        Pages {
            if (document == null || first < 1 || last < first) {
                throw RegistryProblem.field("/papers", "Pages are those of a document from a first to a last one.");
            }
        }

        boolean overlaps(Pages other) {
            return document.equals(other.document) && first <= other.last && other.first <= last;
        }
    }
}
