package org.sharedregistry.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.attestation.AttestationView;
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.Finding;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.recognition.Verdict;

/**
 * A goods entry as callers see it.
 *
 * @param recognitions for each party of the regime, the verdict over time
 * @param documents those the caller may read
 * @param decisions of the parties' authorities, in the order they were recorded
 * @param proceedings what is under way, for those who take part in it; null for others
 */
public record EntryView(
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
        List<Decision> decisions,
        @JsonInclude(JsonInclude.Include.NON_NULL) Proceedings.@Nullable View proceedings) {

    /** The verdicts for one destination, oldest first. */
    public record Recognitions(String destination, Verdict today, List<Stretch> timeline) {}

    /**
     * The days on which a verdict holds.
     *
     * @param from null when it holds from the beginning of time
     * @param to the last day; null when it holds without end
     */
    public record Stretch(
            @Nullable LocalDate from, @Nullable LocalDate to, Verdict verdict, List<Reason> reasons) {
        static Stretch of(Finding finding) {
            LocalDate from = finding.period().from();
            return new Stretch(
                    from.equals(LocalDate.MIN) ? null : from,
                    finding.period().lastDay().orElse(null),
                    finding.verdict(),
                    finding.reasons());
        }
    }

    /**
     * A decision of a state's authority.
     *
     * @param target the decision that an appeal was about
     * @param to the last day; null when it acts without end
     */
    public record Decision(
            String id,
            String state,
            DecisionFact.Action action,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String target,

            LocalDate from,
            @Nullable LocalDate to,
            String act,
            String reason) {

        static Decision of(DecisionFact decision) {
            return new Decision(
                    decision.id(),
                    decision.state(),
                    decision.action(),
                    decision.target(),
                    decision.period().from(),
                    decision.period().lastDay().orElse(null),
                    decision.act(),
                    decision.reason());
        }
    }

    public record DocumentReference(UUID id, String fileName, String kind) {}
}
