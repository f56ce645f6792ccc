package org.sharedregistry.goods;

import java.util.List;
import org.sharedregistry.recognition.Versions;

/**
 * An entry with what was recorded of it, its manufacturer and the manufacturer's sites, up to some moment.
 *
 * @param manufacturer as recorded last
 */
public record RecordedGoods(
        GoodsEntry entry, Versions<GoodsDescription> descriptions, Manufacturer manufacturer, List<Site> sites) {

    public RecordedGoods {
        sites = List.copyOf(sites);
    }
}
