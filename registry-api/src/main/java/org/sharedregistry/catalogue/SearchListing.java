package org.sharedregistry.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.language.Widening;
import org.sharedregistry.listing.Listing;
import org.sharedregistry.search.SearchResult.Count;

/**
 * A part of what was found.
 *
 * @param next the cursor of the next part; null at the end
 * @param facets by field, how many there are of each value that could be chosen
 * @param widening how far the words were widened, since nothing has all that was typed
 */
public record SearchListing<T>(
        List<T> items,
        @Nullable String next,
        Listing.Total total,
        Map<String, List<FacetValue>> facets,
        Widening widening) {

    public SearchListing {
        items = List.copyOf(items);
        facets = Map.copyOf(facets);
    }

    /**
     * A value that could be chosen.
     *
     * @param value as the parameter of the facet's name takes it
     * @param name what to show people, where that is something else
     */
    public record FacetValue(
            String value,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String name,

            long count) {

        /** @param parameter how the parameter takes a value of the index */
        static List<FacetValue> all(List<Count> counts, Function<String, String> parameter) {
            return counts.stream()
                    .map(count -> new FacetValue(parameter.apply(count.value()), null, count.count()))
                    .toList();
        }
    }
}
