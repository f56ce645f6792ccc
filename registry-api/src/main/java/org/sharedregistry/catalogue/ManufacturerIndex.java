package org.sharedregistry.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.sharedregistry.goods.GoodsSubmitted;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.goods.Manufacturers;
import org.sharedregistry.search.IndexChanges;
import org.sharedregistry.search.IndexEntry;
import org.sharedregistry.search.IndexSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the index holds of manufacturers: the names of those whose goods were submitted, to be suggested. */
@Component
class ManufacturerIndex implements IndexSource {

    static final String KIND = "manufacturer";

    /** Smaller than any that is given out. */
    private static final UUID FIRST = new UUID(0, 0);

    private final Manufacturers manufacturers;
    private final IndexChanges changes;

    ManufacturerIndex(Manufacturers manufacturers, IndexChanges changes) {
        this.manufacturers = manufacturers;
        this.changes = changes;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> subjects(String last, int size) {
        return manufacturers.ids(last.isEmpty() ? FIRST : UUID.fromString(last), size).stream()
                .map(UUID::toString)
                .toList();
    }

    @Override
    public long count() {
        return manufacturers.count();
    }

    @Override
    public void ids(Consumer<String> ids) {
        manufacturers.each(manufacturer -> ids.accept(id(manufacturer)));
    }

    @Override
    public void load(Collection<String> subjects, Consumer<IndexEntry> entries, Consumer<String> removed) {
        manufacturers
                .all(subjects.stream().map(UUID::fromString).toList())
                .values()
                .forEach(manufacturer -> entries.accept(entry(manufacturer)));
    }

    @EventListener
    void on(GoodsSubmitted event) {
        changes.add(KIND, event.entry().manufacturer().toString());
    }

    private static String id(UUID manufacturer) {
        return KIND + ":" + manufacturer;
    }

    private static IndexEntry entry(Manufacturer manufacturer) {
        return new IndexEntry(
                id(manufacturer.id()),
                KIND,
                manufacturer.id().toString(),
                Set.of(),
                Names.title(manufacturer.names()),
                manufacturer.taxId(),
                Map.of(),
                Map.of(),
                Map.of());
    }
}
