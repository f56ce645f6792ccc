package org.sharedregistry.goods;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.springframework.http.ResponseEntity;
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

    private final OwnGoods own;
    private final Idempotency idempotency;

    GoodsController(OwnGoods own, Idempotency idempotency) {
        this.own = own;
        this.idempotency = idempotency;
    }

    @PostMapping
    ResponseEntity<?> enter(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewGoods request) {
        caller.require(Role.MANUFACTURER);
        return idempotency.once(caller, key, request, () -> {
            GoodsEntry entry = own.enter(caller, request.regime, request.description);
            return ResponseEntity.created(URI.create("/api/v1/goods/" + entry.address()))
                    .eTag(entry.etag())
                    .body(EntryView.of(entry));
        });
    }

    @PutMapping("/{address}")
    ResponseEntity<EntryView> describe(
            Caller caller,
            @PathVariable String address,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody GoodsDescription description) {
        return answer(own.describe(caller, address, ifMatch, description));
    }

    @PostMapping("/{address}/submission")
    ResponseEntity<?> submit(
            Caller caller,
            @PathVariable String address,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return idempotency.once(caller, key, "submission of " + address, () -> answer(own.submit(caller, address)));
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
