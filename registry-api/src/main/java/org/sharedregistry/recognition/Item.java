package org.sharedregistry.recognition;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The goods at hand, as far as whoever asks names them; null for what is not said.
 *
 * @param site id of the production site
 * @param hs code of the TN VED, digits only
 * @param manufacturer name or tax number
 * @param unit of the quantity, as printed
 */
public record Item(
        @Nullable String model,
        @Nullable String site,
        @Nullable String batch,
        @Nullable String hs,
        @Nullable String okpd2,
        @Nullable String manufacturer,
        @Nullable BigDecimal quantity,
        @Nullable String unit) {

    /** Nothing is said of the goods at hand. */
    public static final Item UNNAMED = new Item(null, null, null, null, null, null, null, null);

    /** A model and nothing else. */
    public static Item ofModel(@Nullable String model) {
        return new Item(model, null, null, null, null, null, null, null);
    }

    Optional<String> modelKey() {
        return Optional.ofNullable(model).map(Designation::key);
    }

    Optional<String> batchKey() {
        return Optional.ofNullable(batch).map(Designation::key);
    }
}
