package org.sharedregistry.verification;

import org.sharedregistry.access.Caller;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/verifications")
class VerificationController {

    private final Verification verification;

    VerificationController(Verification verification) {
        this.verification = verification;
    }

    /** Is this document good, and are these goods recognised? An unknown number is an answer, not an error. */
    @GetMapping
    ResponseEntity<Answer> verify(Caller caller, @ParameterObject VerificationQuery query) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(verification.answer(caller, query));
    }
}
