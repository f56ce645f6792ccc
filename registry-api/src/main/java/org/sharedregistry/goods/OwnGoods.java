package org.sharedregistry.goods;

import java.time.Clock;
import java.time.LocalDate;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.regime.Regimes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a manufacturer does with its own entries, be it through the API or at its desk. */
@Service
public class OwnGoods {

    private final Goods goods;
    private final Manufacturers manufacturers;
    private final Regimes regimes;
    private final Clock clock;

    OwnGoods(Goods goods, Manufacturers manufacturers, Regimes regimes, Clock clock) {
        this.goods = goods;
        this.manufacturers = manufacturers;
        this.regimes = regimes;
        this.clock = clock;
    }

    /** Enters new goods as a draft. */
    @Transactional
    public GoodsEntry enter(Caller caller, String regime, GoodsDescription description) {
        caller.require(Role.MANUFACTURER);
        if (!regimes.known().containsKey(regime)) {
            throw RegistryProblem.field("/regime", "There is no such regime; /api/v1/regimes lists them.");
        }
        Manufacturer manufacturer =
                manufacturers.byId(caller.requiredOrganisation()).orElseThrow();
        return goods.enter(caller, regime, manufacturer, description);
    }

    /**
     * Says anew what an entry is about.
     *
     * @param etag of the entry as its manufacturer has seen it
     */
    @Transactional
    public GoodsEntry describe(Caller caller, String address, String etag, GoodsDescription description) {
        GoodsEntry entry = lock(caller, address);
        entry.requireUnchanged(etag);
        return goods.describe(caller, entry, description);
    }

    /** Submits a draft. */
    @Transactional
    public GoodsEntry submit(Caller caller, String address) {
        GoodsEntry entry = lock(caller, address);
        LocalDate today = LocalDate.now(
                clock.withZone(regimes.newest(entry.regime()).orElseThrow().zone()));
        return goods.submit(caller, entry, today);
    }

    private GoodsEntry lock(Caller caller, String address) {
        caller.require(Role.MANUFACTURER);
        return goods.lock(address)
                .filter(entry -> caller.actsFor(entry.manufacturer()))
                .orElseThrow(() -> RegistryProblem.notFound("entry"));
    }
}
