package org.sharedregistry.attestation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Attestations.NewAttestation;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Entering attestations, by whoever may. */
@Service
public class AttestationEntry {

    private static final int LONGEST_NUMBER = 200;

    private final Attestations attestations;
    private final AttestationRights rights;
    private final Goods goods;

    AttestationEntry(Attestations attestations, AttestationRights rights, Goods goods) {
        this.attestations = attestations;
        this.rights = rights;
        this.goods = goods;
    }

    /** Whether the caller may enter an attestation of this kind, of such an issuer and applicant. */
    void require(Caller caller, Request request) {
        rights.requireEntry(caller, request.kind, request.body, request.manufacturer);
    }

    @Transactional
    public Attestation enter(Caller caller, Request request) {
        require(caller, request);
        return attestations.enter(caller, request.attestation(), covered(request.goods));
    }

    private List<UUID> covered(Set<String> numbers) {
        return numbers.stream()
                .map(number -> goods.byAddress(number)
                        .filter(entry -> !entry.isDraft())
                        .map(GoodsEntry::id)
                        .orElseThrow(() ->
                                RegistryProblem.field("/goods", "There is no entry with the number " + number + ".")))
                .toList();
    }

    /** An attestation to be entered, and the numbers of the goods entries it covers. */
    public record Request(
            AttestationKind kind,
            String number,
            @Nullable UUID body,
            @Nullable UUID manufacturer,
            Set<String> goods,
            AttestationContent content) {

        public Request {
            if (kind == null) {
                throw RegistryProblem.field("/kind", "Say what it is: " + List.of(AttestationKind.values()) + ".");
            }
            if (number == null || number.isBlank() || number.length() > LONGEST_NUMBER) {
                throw RegistryProblem.field("/number", "A number has 1 to " + LONGEST_NUMBER + " characters.");
            }
            if (content == null) {
                throw RegistryProblem.field("/content", "Say what the attestation says: at least validFrom.");
            }
            goods = Optional.ofNullable(goods).map(Set::copyOf).orElseGet(Set::of);
        }

        NewAttestation attestation() {
            return new NewAttestation(kind, number.strip(), body, manufacturer, content);
        }
    }
}
