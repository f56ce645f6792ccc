package org.sharedregistry.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sharedregistry.catalogue.SearchListing.FacetValue;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.goods.Manufacturers;
import org.sharedregistry.search.SearchResult.Count;
import org.springframework.stereotype.Component;

/** Manufacturers as a filter takes them, and as a facet shows them. */
@Component
class Makers {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Manufacturers manufacturers;

    Makers(Manufacturers manufacturers) {
        this.manufacturers = manufacturers;
    }

    /** The ids of manufacturers named by id or tax number. A name that is nobody's stays, and finds nothing. */
    Set<String> ids(Set<String> named) {
        Map<Boolean, List<String>> byForm = named.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.partitioningBy(ID.asMatchPredicate()));
        Set<String> ids = new HashSet<>(byForm.getOrDefault(true, List.of()));
        List<String> taxIds = byForm.getOrDefault(false, List.of());
        if (!taxIds.isEmpty()) {
            manufacturers.withTaxIds(taxIds).forEach(id -> ids.add(id.toString()));
            if (ids.isEmpty()) {
                ids.addAll(taxIds);
            }
        }
        return ids;
    }

    /** Counted manufacturers with their names. */
    List<FacetValue> named(List<Count> counts) {
        Map<UUID, Manufacturer> known = manufacturers.all(
                counts.stream().map(count -> UUID.fromString(count.value())).toList());
        return counts.stream()
                .map(count -> new FacetValue(
                        count.value(),
                        Optional.ofNullable(known.get(UUID.fromString(count.value())))
                                .map(manufacturer -> manufacturer.name("ru"))
                                .orElse(null),
                        count.count()))
                .toList();
    }
}
