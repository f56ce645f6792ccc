package org.sharedregistry.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.decision.Inquiries.Inquiry;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.regime.Regimes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A manufacturer's replies to what authorities ask. */
@RestController
@RequestMapping("/api/v1/inquiries/{id}")
class InquiryController {

    private final Inquiries inquiries;
    private final Goods goods;
    private final Regimes regimes;
    private final Idempotency idempotency;
    private final Clock clock;

    InquiryController(Inquiries inquiries, Goods goods, Regimes regimes, Idempotency idempotency, Clock clock) {
        this.inquiries = inquiries;
        this.goods = goods;
        this.regimes = regimes;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @PostMapping("/reply")
    ResponseEntity<?> reply(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Reply reply) {
        caller.require(Role.MANUFACTURER);
        return idempotency.once(caller, key, List.of(id, reply), () -> {
            Inquiry inquiry = inquiries.lock(id).orElseThrow(() -> RegistryProblem.notFound("question"));
            GoodsEntry entry = goods.lock(inquiry.goods().toString())
                    .filter(found -> caller.actsFor(found.manufacturer()))
                    .orElseThrow(() -> RegistryProblem.notFound("question"));
            LocalDate today = LocalDate.now(
                    clock.withZone(regimes.newest(entry.regime()).orElseThrow().zone()));
            return ResponseEntity.ok(inquiries.reply(caller, inquiry, reply.text, today));
        });
    }

    record Reply(String text) {
        Reply {
            if (text == null || text.isBlank() || text.length() > 5_000) {
                throw RegistryProblem.field("/text", "Reply in 1 to 5000 characters.");
            }
        }
    }
}
