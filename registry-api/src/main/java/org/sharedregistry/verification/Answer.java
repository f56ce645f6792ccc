package org.sharedregistry.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.AttestationStatus;
import org.sharedregistry.recognition.Item;
import org.sharedregistry.recognition.Purpose;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.recognition.ReasonCode;
import org.sharedregistry.recognition.Verdict;

/**
 * The answer to a number. Whether the document is good and whether the goods are recognised are two statements; neither
 * follows from the other.
 *
 * @param document null when the number names goods rather than a document
 * @param matches the entries the number leads to, 50 on a page
 * @param matchCount all there are; the verdict is about all of them
 * @param suggestions numbers that exist and look like this one, when it was not found
 * @param rules the version of the regime's rules that gave the verdicts, such as {@code union-state@1}
 * @param texts the version of the texts
 * @param dataAsOf the newest record that was taken into account
 */
public record Answer(
        Query query,
        @Nullable DocumentAnswer document,
        Verdict verdict,
        List<Match> matches,
        int matchCount,
        List<String> suggestions,
        @Nullable String rules,
        int texts,
        Instant dataAsOf) {

    /** The question as it was understood. */
    public record Query(
            String number,
            String destination,
            Purpose purpose,
            LocalDate on,
            @Nullable LocalDate manufacturedOn,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Item item,

            Instant knownAt,
            List<NumberReading> readings) {}

    /** One way to read the number. */
    public record NumberReading(String kind, String display, String confidence, List<String> corrections) {}

    /**
     * Whether the document is good.
     *
     * @param coversItem null when no item was named, or when that depends on what was not said of it
     * @param source the state's register that holds such documents, where one is read
     * @param asOf the day up to which it was read
     * @param candidates for an ambiguous number, all it can mean
     */
    public record DocumentAnswer(
            DocumentStatus status,
            @Nullable UUID attestation,
            @Nullable String number,
            @Nullable String kind,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Boolean coversItem,
            @Nullable String source,
            @Nullable LocalDate asOf,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Candidate> candidates) {}

    /** One of the documents that an ambiguous number can mean. */
    public record Candidate(UUID attestation, String number, String kind, DocumentStatus status) {}

    /** Where a document stands. */
    public enum DocumentStatus {
        VALID,
        PARTLY_SUSPENDED,
        SUSPENDED,
        TERMINATED,
        ANNULLED,
        EXPIRED,
        NOT_YET_VALID,
        NOT_FOUND,
        AMBIGUOUS;

        static DocumentStatus of(AttestationStatus status) {
            return valueOf(status.name());
        }
    }

    /** A goods entry that the number leads to, and whether it is recognised. */
    public record Match(
            GoodsSummary goods, Verdict verdict, List<String> conditions, List<Ground> reasons, List<Proof> evidence) {}

    public record GoodsSummary(
            String registryNumber, String name, Maker manufacturer, String state, Set<String> hs, Set<String> models) {}

    public record Maker(String name, String taxId, String state) {}

    /** A reason in the language asked for. */
    public record Ground(
            ReasonCode code,
            Reason.Effect effect,
            String subject,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate since,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String act,

            String text) {}

    /**
     * An attestation that was looked at, with the documents that show it and that the caller may read.
     *
     * @param proves what it was looked at for: {@code production}, {@code conformity} or a regulation
     * @param carries whether the verdict rests on it
     */
    public record Proof(
            String attestation,
            String kind,
            String number,
            String proves,
            boolean carries,
            AttestationStatus status,
            @Nullable LocalDate validTo,
            List<DocumentReference> documents) {}

    public record DocumentReference(UUID id, String fileName) {}
}
