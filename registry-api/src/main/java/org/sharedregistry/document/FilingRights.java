package org.sharedregistry.document;

import java.util.List;
import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Component;

/** What a caller may file documents for: its own goods, attestations and documents, an authority what its state made. */
@Component
public class FilingRights {

    private final Goods goods;
    private final Attestations attestations;
    private final Documents documents;

    FilingRights(Goods goods, Attestations attestations, Documents documents) {
        this.goods = goods;
        this.attestations = attestations;
        this.documents = documents;
    }

    /**
     * The entry with a number, or the draft with an id.
     *
     * @throws RegistryProblem when there is none that the caller may file documents for
     */
    public UUID goodsToFileFor(Caller caller, String address) {
        return goods.byAddress(address)
                .filter(entry -> isOwn(caller, entry))
                .map(GoodsEntry::id)
                .orElseThrow(() -> RegistryProblem.notFound("entry"));
    }

    /** @throws RegistryProblem when there is none that the caller may file documents as */
    public UUID attestationToFileAs(Caller caller, UUID id) {
        return attestations
                .byId(id)
                .filter(attestation -> isOwn(caller, attestation))
                .map(Attestation::id)
                .orElseThrow(() -> RegistryProblem.notFound("attestation"));
    }

    UUID documentToSupersede(Caller caller, UUID id) {
        return documents.all(List.of(id)).values().stream()
                .filter(document -> document.owner().equals(caller.owner()))
                .map(Document::id)
                .findFirst()
                .orElseThrow(() -> RegistryProblem.notFound("document"));
    }

    private static boolean isOwn(Caller caller, GoodsEntry entry) {
        return caller.actsFor(entry.manufacturer())
                || (caller.role() == Role.AUTHORITY
                        && !entry.isDraft()
                        && entry.state().equals(caller.state()));
    }

    private boolean isOwn(Caller caller, Attestation attestation) {
        return caller.actsFor(attestation.manufacturer())
                || caller.actsFor(attestation.body())
                || goods.all(attestation.goods()).stream().anyMatch(entry -> isOwn(caller, entry));
    }
}
