package org.sharedregistry.attestation;

import java.util.Collection;
import java.util.UUID;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cards of attestations in the registers of states, by which they are found as by their numbers. */
final class CardAliases {

    private final JdbcClient jdbc;

    CardAliases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes the cards of an attestation.
     *
     * @param sequence of the record that names them
     * @throws RegistryProblem INVALID_FIELD for an address that leads to no card of a register that is known
     */
    void add(UUID attestation, Collection<String> addresses, long sequence) {
        jdbc.sql("""
                        insert into attestation_alias (key, attestation, sequence)
                        select key, :attestation, :sequence from unnest(:keys) as key
                        on conflict do nothing
                        """)
                .param("attestation", attestation)
                .param("sequence", sequence)
                .param("keys", addresses.stream().map(CardAliases::key).toArray(String[]::new))
                .update();
    }

    private static String key(String address) {
        return Identifiers.read(address).stream()
                .filter(reading -> reading.kind() == IdentifierKind.STATE_REGISTER_CARD)
                .map(Reading::key)
                .findFirst()
                .orElseThrow(() -> RegistryProblem.field(
                        "/content/cards",
                        "This is not the address of a card in a state's register that is known here: " + address));
    }
}
