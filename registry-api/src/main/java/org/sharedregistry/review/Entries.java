package org.sharedregistry.review;

import java.util.List;
import org.sharedregistry.access.Caller;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Component;

/** The entries that a caller may see: a draft is seen by its manufacturer alone. */
@Component
public class Entries {

    private final Goods goods;
    private final Dossiers dossiers;

    Entries(Goods goods, Dossiers dossiers) {
        this.goods = goods;
        this.dossiers = dossiers;
    }

    /** @param number of the entry, or the id of a draft */
    public Dossier visible(Caller caller, String number) {
        GoodsEntry entry = goods.byAddress(number)
                .filter(found -> !found.isDraft() || caller.actsFor(found.manufacturer()))
                .orElseThrow(() -> RegistryProblem.notFound("entry"));
        return dossiers.of(List.of(entry.id())).stream()
                .findFirst()
                .orElseThrow(() -> RegistryProblem.notFound("entry"));
    }
}
