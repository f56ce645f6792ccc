package org.sharedregistry.decision;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
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

    private final Replies replies;
    private final Idempotency idempotency;

    InquiryController(Replies replies, Idempotency idempotency) {
        this.replies = replies;
        this.idempotency = idempotency;
    }

    @PostMapping("/reply")
    ResponseEntity<?> reply(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Reply reply) {
        caller.require(Role.MANUFACTURER);
        return idempotency.once(
                caller, key, List.of(id, reply), () -> ResponseEntity.ok(replies.reply(caller, id, reply.text)));
    }

    record Reply(String text) {
        Reply {
            Replies.check(text);
        }
    }
}
