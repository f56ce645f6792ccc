package org.sharedregistry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sharedregistry.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

class DecisionsIT extends LifeCycle {

    @Test
    void goesThroughALifeAndRefusesWhatIsNotOpen() {
        String number = submitted();
        assertThat(reasons(number, "RU")).contains("NOT_CONFIRMED_AT_HOME");

        assertIllegal(propose("authority-BY-1", number, "RESUME"), "UNDECIDED", "RECOGNIZE", "CONDITION", "REFUSE");
        decide("BY", number, "RECOGNIZE");
        assertThat(reasons(number, "RU")).contains("CONFIRMED_AT_HOME");
        assertIllegal(propose("authority-BY-1", number, "RECOGNIZE"), "RECOGNIZED", "CONDITION", "SUSPEND", "WITHDRAW");

        decide("BY", number, "SUSPEND");
        assertThat(reasons(number, "RU")).contains("SUSPENDED_AT_HOME");
        assertIllegal(propose("authority-BY-1", number, "SUSPEND"), "SUSPENDED", "RESUME", "WITHDRAW");
        decide("BY", number, "RESUME");
        assertThat(reasons(number, "RU")).doesNotContain("SUSPENDED_AT_HOME");

        decide("RU", number, "OBJECT");
        assertThat(reasons(number, "RU")).contains("OBJECTION_RAISED");
        assertThat(reasons(number, "BY")).doesNotContain("OBJECTION_RAISED");
        decide("RU", number, "RESUME");

        decide("BY", number, "WITHDRAW");
        assertThat(reasons(number, "RU")).contains("WITHDRAWN_AT_HOME");
        assertIllegal(propose("authority-BY-1", number, "RECOGNIZE"), "WITHDRAWN");
        assertIllegal(propose("authority-RU-1", number, "RECOGNIZE"), "WITHDRAWN");
    }

    @Test
    void actsAtOnceInDangerAndTakesItBackWhenTheSecondPersonRefuses() {
        String number = submitted();
        decide("BY", number, "RECOGNIZE");
        Client.Answer objection = propose("authority-RU-1", number, "OBJECT");
        assertThat(reasons(number, "RU")).contains("OBJECTION_RAISED");
        assertThat(decisions(number).get(1).path("to").asString()).isEqualTo("2026-11-30");

        Client.Answer rejected = as("authority-RU-2")
                .post(
                        "/api/v1/proposals/" + objection.at("/id") + "/rejection",
                        Map.of("reason", "Not proven"),
                        Map.of("If-Match", etag(number)));
        assertThat(rejected.at("/status")).isEqualTo("REJECTED");
        assertThat(reasons(number, "RU")).doesNotContain("OBJECTION_RAISED");
    }

    @Test
    void returnsAnEntryWithAQuestionAndStopsTheClock() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Minsk"));
        String number = submitted();
        assertThat(queued("BY", number).path("due").asString())
                .isEqualTo(today.plusDays(30).toString());

        Client.Answer asked =
                propose("authority-BY-1", number, "RETURN", Map.of("reason", "Which compressor is built in?"));
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.at("/replyBy")).isEqualTo(today.plusDays(20).toString());
        assertThat(queued("BY", number).path("due").isNull()).isTrue();

        Client maker = as("svisloch-kholod");
        assertThat(maker.get("/api/v1/goods/" + number).at("/proceedings/inquiries/0/question"))
                .isEqualTo("Which compressor is built in?");
        assertThat(anyone().get("/api/v1/goods/" + number).json().has("proceedings"))
                .isFalse();
        String reply = "/api/v1/inquiries/" + asked.at("/id") + "/reply";
        assertThat(as("berezina-traktor")
                        .post(reply, Map.of("text", "Ours"), Map.of())
                        .problem())
                .isEqualTo("not-found");
        assertThat(maker.post(reply, Map.of("text", "The one of the type plate"), Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(maker.post(reply, Map.of("text", "Again"), Map.of()).problem())
                .isEqualTo("illegal-step");
        assertThat(queued("BY", number).path("due").asString())
                .isEqualTo(today.plusDays(30).toString());
        decide("BY", number, "RECOGNIZE");
        assertThat(queued("BY", number).isMissingNode()).isTrue();
    }

    @Test
    void keepsWhatWasConfirmedAsItWasUntilTheAuthorityAsks() {
        String number = submitted();
        decide("BY", number, "RECOGNIZE");
        Client maker = as("svisloch-kholod");
        Map<String, Object> other =
                Map.of("names", Map.of("en", "Another one"), "models", List.of("Х-2"), "hs", List.of("8418102001"));
        Map<String, String> seen = Map.of("If-Match", etag(number));
        assertIllegal(maker.put("/api/v1/goods/" + number, other, seen), "RECOGNIZED");
        assertThat(propose("authority-BY-1", number, "RETURN").status()).isEqualTo(201);
        assertThat(maker.put("/api/v1/goods/" + number, other, Map.of("If-Match", etag(number)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void setsADecisionAsideOnAppeal() {
        String number = submitted();
        decide("BY", number, "RECOGNIZE");
        decide("BY", number, "WITHDRAW");
        String withdrawal = decisions(number).get(1).path("id").asString();

        assertThat(as("berezina-traktor")
                        .post("/api/v1/decisions/" + withdrawal + "/appeals", Map.of("reason", "Not ours"), Map.of())
                        .problem())
                .isEqualTo("not-found");
        Client maker = as("svisloch-kholod");
        Client.Answer appeal =
                maker.post("/api/v1/decisions/" + withdrawal + "/appeals", Map.of("reason", "A mix-up"), Map.of());
        assertThat(appeal.status()).isEqualTo(201);
        assertThat(maker.post("/api/v1/decisions/" + withdrawal + "/appeals", Map.of("reason", "More"), Map.of())
                        .problem())
                .isEqualTo("illegal-step");
        assertThat(reasons(number, "RU")).contains("WITHDRAWN_AT_HOME");

        Map<String, Object> onAppeal = Map.of("appeal", appeal.at("/id"));
        assertThat(propose("authority-BY-1", number, "REVERSE").problem()).isEqualTo("invalid-field");
        Client.Answer reversal = propose("authority-BY-1", number, "REVERSE", onAppeal);
        assertThat(reasons(number, "RU")).contains("WITHDRAWN_AT_HOME");
        assertThat(confirm("authority-BY-2", number, reversal).status()).isEqualTo(200);
        assertThat(reasons(number, "RU")).contains("CONFIRMED_AT_HOME").doesNotContain("WITHDRAWN_AT_HOME");
    }

    @Test
    void bringsAnOfficersFindingToTheHomeAuthorityAndShowsItToBothStates() {
        String number = submitted();
        Map<String, Object> found = Map.of(
                "goods", number,
                "line", "10702070/231126/3000001, goods 4",
                "reason", "The type plate names another model",
                "outcome", "STOPPED",
                "proposeSuspension", true);
        assertThat(as("svisloch-kholod")
                        .post("/api/v1/findings", found, Map.of())
                        .problem())
                .isEqualTo("forbidden");
        Client.Answer made = as("officer-RU").post("/api/v1/findings", found, Map.of());
        assertThat(made.status()).isEqualTo(201);

        for (String account : List.of("authority-BY-1", "officer-BY", "authority-RU-1", "officer-RU")) {
            assertThat(as(account).get("/api/v1/findings").at("/items/0/id"))
                    .as(account)
                    .isEqualTo(made.at("/id"));
        }
        assertThat(queue("BY", "FINDING", made.at("/id")).path("registryNumber").asString())
                .isEqualTo(number);
        assertThat(queue("RU", "FINDING", made.at("/id")).isMissingNode()).isTrue();

        String settlement = "/api/v1/findings/" + made.at("/id") + "/settlement";
        assertThat(as("authority-RU-1")
                        .post(settlement, Map.of("text", "Not ours"), Map.of())
                        .problem())
                .isEqualTo("not-found");
        assertThat(as("authority-BY-1")
                        .post(settlement, Map.of("text", "A mixed-up plate, mended"), Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(queue("BY", "FINDING", made.at("/id")).isMissingNode()).isTrue();
    }

    @Test
    void letsADelegateDecideWhileItIsDelegated() {
        String number = submitted();
        assertThat(propose("by-cert-minsk", number, "RECOGNIZE", Map.of("state", "BY"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(delegate("by-cert-minsk", "2026-01-01", "2026-10-31")).isEqualTo(201);
        assertThat(propose("by-cert-minsk", number, "RECOGNIZE", Map.of("state", "BY"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(delegate("by-cert-minsk", "2026-11-01", "2099-12-31")).isEqualTo(201);
        Client.Answer proposal = propose("by-cert-minsk", number, "RECOGNIZE", Map.of("state", "BY"));
        assertThat(proposal.at("/state")).isEqualTo("BY");
        assertThat(propose("by-cert-minsk", number, "OBJECT", Map.of("state", "RU"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(confirm("authority-BY-1", number, proposal).status()).isEqualTo(200);
        assertThat(reasons(number, "RU")).contains("CONFIRMED_AT_HOME");
    }

    @Test
    void losesNoDecisionWhenTwoAuthoritiesDecideAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            String number = submitted();
            decide("BY", number, "RECOGNIZE");
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                List<Callable<Integer>> deciders = List.of(
                        () -> untilTaken("authority-BY-1", number, "SUSPEND"),
                        () -> untilTaken("authority-RU-1", number, "OBJECT"));
                for (Future<Integer> decided : both.invokeAll(deciders)) {
                    assertThat(decided.get()).isEqualTo(201);
                }
            } finally {
                both.shutdownNow();
            }
            assertThat(reasons(number, "RU")).contains("SUSPENDED_AT_HOME", "OBJECTION_RAISED");
        }
    }

    @Test
    void letsOnlyOneOfTwoSettleAProposal() throws Exception {
        String number = submitted();
        Client.Answer proposal = propose("authority-BY-1", number, "RECOGNIZE");
        assertThat(delegate("by-cert-polotsk", "2026-11-01", "2099-12-31")).isEqualTo(201);
        String seen = etag(number);
        String confirmation = "/api/v1/proposals/" + proposal.at("/id") + "/confirmation";
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> deciders = List.of(
                    () -> as("authority-BY-2")
                            .post(confirmation, Map.of(), Map.of("If-Match", seen))
                            .status(),
                    () -> as("by-cert-polotsk")
                            .post(confirmation, Map.of(), Map.of("If-Match", seen))
                            .status());
            List<Integer> statuses = both.invokeAll(deciders).stream()
                    .map(DecisionsIT::result)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(200, 412);
        } finally {
            both.shutdownNow();
        }
        assertThat(decisions(number)).hasSize(1);
    }

    /** Reads the entry again and decides again as long as somebody else was quicker. */
    private int untilTaken(String account, String number, String action) {
        int status = 412;
        while (status == 412) {
            status = propose(account, number, action).status();
        }
        return status;
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int delegate(String to, String from, String until) {
        return as("authority-BY-1")
                .post("/api/v1/delegations", Map.of("to", to, "from", from, "until", until, "act", "Order 7"), Map.of())
                .status();
    }

    private JsonNode decisions(String number) {
        return anyone().get("/api/v1/goods/" + number).json().at("/decisions");
    }

    private JsonNode queued(String state, String number) {
        return as("authority-" + state + "-1")
                .get("/api/v1/queue")
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals("DECISION"))
                .filter(item -> item.path("registryNumber").asString().equals(number))
                .findFirst()
                .orElseGet(() -> MissingNode.getInstance());
    }

    private JsonNode queue(String state, String kind, String id) {
        return as("authority-" + state + "-1")
                .get("/api/v1/queue")
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals(kind))
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseGet(() -> MissingNode.getInstance());
    }

    private static void assertIllegal(Client.Answer answer, String status, String... open) {
        assertThat(answer.problem()).isEqualTo("illegal-step");
        assertThat(answer.at("/status")).isEqualTo("409");
        assertThat(answer.at("/currentStatus")).isEqualTo(status);
        assertThat(answer.json().at("/openSteps").valueStream().map(JsonNode::asString))
                .containsExactly(open);
    }
}
