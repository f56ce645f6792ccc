package org.sharedregistry.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sharedregistry.attestation.Sources.Source;
import org.sharedregistry.recognition.Verdict;
import org.sharedregistry.verification.Resolver.Resolved;

/**
 * A question with what was found on it.
 *
 * @param day that counts
 * @param goods that are meant
 * @param source the register that holds such documents, where one is read
 * @param rules the version that judged, empty when no regime applies
 */
record Judged(
        VerificationQuery query,
        LocalDate day,
        Resolved resolved,
        List<JudgedGoods> goods,
        Verdict verdict,
        Optional<Source> source,
        Optional<String> rules) {}
