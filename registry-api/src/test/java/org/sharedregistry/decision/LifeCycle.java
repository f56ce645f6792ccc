package org.sharedregistry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;

/** Steps in the life of an entry, taken over HTTP by the people of the demo. */
abstract class LifeCycle extends RegistryHttpTest {

    /** A refrigerator of its own, submitted by a Belarusian manufacturer; gives its number. */
    final String submitted() {
        Client maker = as("svisloch-kholod");
        Map<String, Object> description =
                Map.of("names", Map.of("en", "A refrigerator"), "models", List.of("Х-1"), "hs", List.of("8418102001"));
        Client.Answer draft =
                maker.post("/api/v1/goods", Map.of("regime", "union-state", "description", description), Map.of());
        return maker.post(draft.header("Location") + "/submission", Map.of(), Map.of())
                .at("/registryNumber");
    }

    final Client.Answer propose(String account, String number, String action) {
        return propose(account, number, action, Map.of());
    }

    /** @param more fields of the proposal */
    final Client.Answer propose(String account, String number, String action, Map<String, Object> more) {
        Map<String, Object> proposal = new HashMap<>(
                Map.of("action", action, "from", "2026-11-01", "act", "Act of " + action, "reason", "Because"));
        proposal.putAll(more);
        return as(account).post("/api/v1/goods/" + number + "/proposals", proposal, Map.of("If-Match", etag(number)));
    }

    final Client.Answer confirm(String account, String number, Client.Answer proposal) {
        return as(account)
                .post(
                        "/api/v1/proposals/" + proposal.at("/id") + "/confirmation",
                        Map.of(),
                        Map.of("If-Match", etag(number)));
    }

    /** Two persons of a state's authority decide. */
    final void decide(String state, String number, String action) {
        Client.Answer proposal = propose("authority-" + state + "-1", number, action);
        assertThat(proposal.status()).as(() -> proposal.json().toString()).isEqualTo(201);
        Client.Answer confirmed = confirm("authority-" + state + "-2", number, proposal);
        assertThat(confirmed.status()).as(() -> confirmed.json().toString()).isEqualTo(200);
    }

    final String etag(String number) {
        return anyone().get("/api/v1/goods/" + number).header("ETag");
    }

    final List<String> reasons(String number, String destination) {
        return anyone().get("/api/v1/verifications", "number", number, "destination", destination)
                .json()
                .at("/matches/0/reasons")
                .valueStream()
                .map(reason -> reason.path("code").asString())
                .toList();
    }
}
