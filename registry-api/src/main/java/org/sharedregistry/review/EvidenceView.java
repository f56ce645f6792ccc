package org.sharedregistry.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.attestation.AttestationView;
import org.sharedregistry.attestation.Bodies.Body;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.goods.Site;
import org.sharedregistry.recognition.DecisionFact.Action;
import org.sharedregistry.recognition.Evidence;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.recognition.Verdict;

/**
 * What an entry rests on, and how each thing rests on the other. Ids link them: an attestation names its body and its
 * test reports, a document what it was filed as, a recognition the attestations that carried it.
 *
 * @param documents those the caller may read
 */
public record EvidenceView(
        String registryNumber,
        Manufacturer manufacturer,
        List<SiteView> sites,
        List<Body> bodies,
        List<Paper> attestations,
        List<Filed> documents,
        List<Recognition> recognitions) {

    /** The number of an attestation in here. */
    public String numberOf(UUID attestation) {
        return attestations.stream()
                .map(Paper::attestation)
                .filter(each -> each.id().equals(attestation))
                .map(AttestationView::number)
                .findFirst()
                .orElseThrow();
    }

    /** The documents that show an attestation, those the caller may read. */
    public List<Filed> documentsOf(UUID attestation) {
        return documents.stream()
                .filter(document -> document.shows().contains(attestation))
                .toList();
    }

    /** @param today what holds of the site today */
    public record SiteView(UUID id, Site.@Nullable Description today) {}

    /**
     * An attestation and what it rests on.
     *
     * @param restsOn ids of the test reports that are held
     * @param missing numbers of test reports that it names and that are not held
     */
    public record Paper(AttestationView attestation, Set<UUID> restsOn, Set<String> missing) {}

    /** @param shows ids of the attestations that the document was filed as; none when it was filed for the goods */
    public record Filed(UUID id, String fileName, String kind, Set<UUID> shows) {}

    /**
     * A decision, what carried recognition on the day it began to act, and what of it has lost its force since.
     *
     * @param restsOn what was looked at then, with what carried it
     * @param weakened what speaks against or warns of the same evidence today
     */
    public record Recognition(
            String decision,
            String state,
            Action action,
            LocalDate from,
            Verdict verdictThen,
            Verdict verdictToday,
            List<Evidence> restsOn,
            List<Reason> weakened) {}
}
