package org.sharedregistry.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.attestation.AttestationView;
import org.sharedregistry.decision.ProposalView;
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.recognition.Finding;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.recognition.Verdict;

/**
 * A goods entry as callers see it.
 *
 * @param recognitions for each party of the regime, the verdict over time
 * @param documents those the caller may read
 * @param proposals for the authorities of the parties; for others none
 */
record EntryView(
        UUID id,
        @Nullable String registryNumber,
        String regime,
        String state,
        Manufacturer manufacturer,
        GoodsDescription description,
        Set<String> sectors,
        List<Recognitions> recognitions,
        List<AttestationView> attestations,
        List<DocumentReference> documents,
        List<ProposalView> proposals) {

    /** The verdicts for one destination, oldest first. */
    record Recognitions(String destination, Verdict today, List<Stretch> timeline) {}

    /**
     * The days on which a verdict holds.
     *
     * @param from null when it holds from the beginning of time
     * @param to the last day; null when it holds without end
     */
    record Stretch(@Nullable LocalDate from, @Nullable LocalDate to, Verdict verdict, List<Reason> reasons) {
        static Stretch of(Finding finding) {
            LocalDate from = finding.period().from();
            return new Stretch(
                    from.equals(LocalDate.MIN) ? null : from,
                    finding.period().lastDay().orElse(null),
                    finding.verdict(),
                    finding.reasons());
        }
    }

    record DocumentReference(UUID id, String fileName, String kind) {}
}
