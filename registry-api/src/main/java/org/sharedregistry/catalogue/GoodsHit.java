package org.sharedregistry.catalogue;

import java.util.Map;
import java.util.Set;
import org.sharedregistry.review.Dossier;

/** Goods that were found. */
public record GoodsHit(
        String registryNumber,
        Map<String, String> names,
        Map<String, String> manufacturer,
        String state,
        Set<String> models,
        Set<String> hs,
        Set<String> okpd2) {

    static GoodsHit of(Dossier dossier) {
        return new GoodsHit(
                dossier.entry().address(),
                dossier.description().names(),
                dossier.manufacturer().names(),
                dossier.entry().state(),
                dossier.description().models(),
                dossier.description().hs(),
                dossier.description().okpd2());
    }
}
