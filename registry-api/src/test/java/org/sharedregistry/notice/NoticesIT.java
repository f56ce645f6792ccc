package org.sharedregistry.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sharedregistry.Client.Answer;
import org.sharedregistry.MailTest;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.enrolment.Enrolments;
import org.sharedregistry.enrolment.Invitations;
import org.sharedregistry.enrolment.NewPerson;
import org.sharedregistry.enrolment.SignUp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What people are told by mail, through a real mail server. */
class NoticesIT extends MailTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void tellsOfADecisionInTheLanguageOfWhoAsked() {
        Caller authority = caller("authority-RU-1");
        UUID confirmed = signUp("0099000134", "Волга", "volga-1", "ru");
        enrolments.confirm(authority, confirmed);
        assertThat(letterTo("volga-1@firm.example"))
                .contains("Организация подтверждена", "«Волга»", "https://registry.example/sign-in");
        UUID refused = signUp("0099000141", "Kama", "kama-1", "en");
        enrolments.refuse(authority, refused, "The number is not yours.");
        assertThat(letterTo("kama-1@firm.example")).contains("Your request was refused", "The number is not yours.");
    }

    @Test
    void sendsALinkThatOpensAnAccountAndThenKeepsItNowhere() {
        UUID id = UUID.randomUUID();
        Caller maker = caller("neman-mikro");
        assertThat(invitations.invite(maker, id, "nina@firm.example", "be")).isEmpty();
        assertThat(invitations.invite(maker, id, "nina@firm.example", "be")).isEmpty();
        String letter = letterTo("nina@firm.example");
        String secret = letter.replaceAll("(?s).*/sign-up/invited/([A-Za-z0-9_-]+).*", "$1");
        assertThat(invitations.accept(secret, new NewPerson("nina", "nina@firm.example", PASSWORD, "be")))
                .isEmpty();
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select body is null and sent_at is not null from notice where recipient = :to")
                        .param("to", "nina@firm.example")
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void tellsThePeopleOfAManufacturerOfAQuestion() {
        join("neman-mikro", "olga", "olga@firm.example", "en");
        Answer draft = as("neman-mikro")
                .post(
                        "/api/v1/goods",
                        Map.of(
                                "regime",
                                "union-state",
                                "description",
                                Map.of("names", Map.of("en", "Relay N-1"), "hs", List.of("853649"))),
                        Map.of());
        Answer submitted =
                as("neman-mikro").post("/api/v1/goods/" + draft.at("/id") + "/submission", Map.of(), Map.of());
        Answer proposal = as("authority-BY-1")
                .post(
                        "/api/v1/goods/" + submitted.at("/registryNumber") + "/proposals",
                        Map.of(
                                "action",
                                "RETURN",
                                "reason",
                                "Where is the relay made?",
                                "from",
                                LocalDate.now(MOSCOW).toString()),
                        Map.of("If-Match", submitted.header("ETag")));
        assertThat(proposal.status()).as(proposal.toString()).isLessThan(300);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(received("olga@firm.example"))
                        .anySatisfy(letter -> assertThat(letter)
                                .contains(
                                        "A question about your goods",
                                        "Where is the relay made?",
                                        "https://registry.example/desk/goods/" + submitted.at("/registryNumber"))));
    }

    @Test
    void tellsNobodyTwiceOfOneEvent() {
        Notice notice = new Notice("test:1", "once@firm.example", "en", "enrolment.confirmed", List.of("A", "b", "c"));
        for (int time = 0; time < 3; time++) {
            transactions.executeWithoutResult(status -> outbox.post(notice));
        }
        Notice last = new Notice("test:2", "last@firm.example", "en", "enrolment.confirmed", List.of("A", "b", "c"));
        transactions.executeWithoutResult(status -> outbox.post(last));
        letterTo("last@firm.example");
        assertThat(received("once@firm.example")).hasSize(1);
    }

    @Test
    void writesNothingOfWhatWasTakenBack() {
        Notice notice = new Notice("test:3", "never@firm.example", "en", "enrolment.confirmed", List.of("A", "b", "c"));
        transactions.executeWithoutResult(status -> {
            outbox.post(notice);
            status.setRollbackOnly();
        });
        assertThat(jdbc.sql("select count(*) from notice where recipient = 'never@firm.example'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private UUID signUp(String number, String name, String account, String language) {
        UUID id = UUID.randomUUID();
        NewPerson person = new NewPerson(account, account + "@firm.example", PASSWORD, language);
        assertThat(enrolments.request(
                        new SignUp(id, "RU", number, Role.MANUFACTURER, "", name, "1 Example Street", person)))
                .isEmpty();
        return id;
    }
}
