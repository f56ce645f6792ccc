package org.sharedregistry.goods;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.regime.Regimes;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A manufacturer's own entries. Reading an entry with everything around it is the review's. */
@RestController
@RequestMapping("/api/v1/goods")
class GoodsController {

    private final Goods goods;
    private final Manufacturers manufacturers;
    private final Regimes regimes;
    private final Idempotency idempotency;
    private final Clock clock;

    GoodsController(Goods goods, Manufacturers manufacturers, Regimes regimes, Idempotency idempotency, Clock clock) {
        this.goods = goods;
        this.manufacturers = manufacturers;
        this.regimes = regimes;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<?> enter(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewGoods request) {
        caller.require(Role.MANUFACTURER);
        return idempotency.once(caller, key, request, () -> {
            requireRegime(request.regime);
            Manufacturer manufacturer =
                    manufacturers.byId(caller.requiredOrganisation()).orElseThrow();
            GoodsEntry entry = goods.enter(caller, request.regime, manufacturer, request.description);
            return ResponseEntity.created(URI.create("/api/v1/goods/" + entry.address()))
                    .eTag(entry.etag())
                    .body(EntryView.of(entry));
        });
    }

    @PutMapping("/{address}")
    @Transactional
    public ResponseEntity<EntryView> describe(
            Caller caller,
            @PathVariable String address,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody GoodsDescription description) {
        GoodsEntry entry = own(caller, address);
        entry.requireUnchanged(ifMatch);
        return answer(goods.describe(caller, entry, description));
    }

    @PostMapping("/{address}/submission")
    ResponseEntity<?> submit(
            Caller caller,
            @PathVariable String address,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return idempotency.once(caller, key, "submission of " + address, () -> {
            GoodsEntry entry = own(caller, address);
            LocalDate today = LocalDate.now(
                    clock.withZone(regimes.newest(entry.regime()).orElseThrow().zone()));
            return answer(goods.submit(caller, entry, today));
        });
    }

    private GoodsEntry own(Caller caller, String address) {
        caller.require(Role.MANUFACTURER);
        return goods.lock(address)
                .filter(entry -> caller.actsFor(entry.manufacturer()))
                .orElseThrow(() -> RegistryProblem.notFound("entry"));
    }

    private void requireRegime(String regime) {
        if (!regimes.known().containsKey(regime)) {
            throw RegistryProblem.field("/regime", "There is no such regime; /api/v1/regimes lists them.");
        }
    }

    private static ResponseEntity<EntryView> answer(GoodsEntry entry) {
        return ResponseEntity.ok().eTag(entry.etag()).body(EntryView.of(entry));
    }

    /** @param regime under which the goods are to be recognised */
    record NewGoods(String regime, GoodsDescription description) {}

    /** @param status DRAFT until the entry is submitted */
    record EntryView(UUID id, @Nullable String registryNumber, String status, String regime, String state) {
        static EntryView of(GoodsEntry entry) {
            return new EntryView(
                    entry.id(), entry.number(), entry.isDraft() ? "DRAFT" : "SUBMITTED", entry.regime(), entry.state());
        }
    }
}
