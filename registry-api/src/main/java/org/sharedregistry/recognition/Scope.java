package org.sharedregistry.recognition;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of what an attestation covers: the items that lie in every set that is not empty.
 *
 * @param products numbers of goods entries
 * @param models designations
 * @param sites ids of production sites
 * @param batches designations
 * @param regulations as written, such as {@code ТР ТС 004/2011}
 */
public record Scope(
        Set<String> products, Set<String> models, Set<String> sites, Set<String> batches, Set<String> regulations) {

    /** No part of anything. */
    public static final Scope NOTHING = new Scope(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Scope {
        products = Set.copyOf(products);
        models = Set.copyOf(models);
        sites = Set.copyOf(sites);
        batches = Set.copyOf(batches);
        regulations = Set.copyOf(regulations);
    }

    public static Scope ofModels(Set<String> models) {
        return new Scope(Set.of(), models, Set.of(), Set.of(), Set.of());
    }

    public boolean coversNothing() {
        return equals(NOTHING);
    }

    /**
     * Whether goods lie in this part: all that is asked about, none of it, or that depends on what was not said.
     *
     * @param goods null when only the item is known
     */
    Coverage of(@Nullable GoodsFact goods, Item item, @Nullable String regulation) {
        if (coversNothing()) {
            return Coverage.NO;
        }
        return Coverage.both(
                Coverage.of(products, Optional.ofNullable(goods).map(GoodsFact::number), Set.of()),
                Coverage.of(Designation.keys(models), item.modelKey(), goods == null ? Set.of() : goods.modelKeys()),
                Coverage.of(sites, Optional.ofNullable(item.site()), goods == null ? Set.of() : goods.sites()),
                Coverage.of(Designation.keys(batches), item.batchKey(), Set.of()),
                Coverage.of(
                        Designation.keys(regulations),
                        Optional.ofNullable(regulation).map(Designation::key),
                        Set.of()));
    }
}
