package org.sharedregistry.catalogue;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.document.DocumentKind;
import org.sharedregistry.listing.PageSize;
import org.sharedregistry.problem.RegistryProblem;

/**
 * What pages are looked for.
 *
 * @param q words, or an identifier in any spelling
 * @param kind of the document
 */
public record DocumentQuery(
        @Nullable String q,
        @Nullable DocumentKind kind,
        @Nullable Integer size,
        @Nullable String cursor) {

    public DocumentQuery {
        if (q == null || q.isBlank()) {
            throw RegistryProblem.parameter("q", "Give words to look for, or an identifier in any spelling.");
        }
        PageSize.check(size);
    }

    /** Words alone. */
    public static DocumentQuery words(String words) {
        return new DocumentQuery(words, null, null, null);
    }

    Map<String, Set<String>> keywords() {
        return kind == null ? Map.of() : Map.of("kind", Set.of(kind.name()));
    }

    String question() {
        return q == null ? "" : q;
    }

    DocumentQuery withoutPosition() {
        return new DocumentQuery(q, kind, null, null);
    }
}
