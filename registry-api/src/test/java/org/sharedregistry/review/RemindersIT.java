package org.sharedregistry.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sharedregistry.Client.Answer;
import org.sharedregistry.MailTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Manufacturers are told before something of theirs ends. */
class RemindersIT extends MailTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final String MAKER = "okskiy-stanok";
    private static final String NUMBER = "ЕАЭС N RU Д-RU.РА02.В.55501/26";

    @Autowired
    private Reminders reminders;

    @Test
    void tellOnceBeforeAnAttestationEnds() {
        join(MAKER, "oka-rita", "rita@firm.example", "en");
        LocalDate last = LocalDate.now(MOSCOW).plusDays(20);
        String draft = as(MAKER)
                .post(
                        "/api/v1/goods",
                        Map.of(
                                "regime",
                                "union-state",
                                "description",
                                Map.of("names", Map.of("en", "A lathe"), "hs", List.of("8458114109"))),
                        Map.of())
                .at("/id");
        String goods = as(MAKER)
                .post("/api/v1/goods/" + draft + "/submission", Map.of(), Map.of())
                .at("/registryNumber");
        Answer entered = as(MAKER)
                .post(
                        "/api/v1/attestations",
                        Map.of(
                                "kind",
                                "EAEU_DECLARATION",
                                "number",
                                NUMBER,
                                "goods",
                                List.of(goods),
                                "manufacturer",
                                caller(MAKER).requiredOrganisation().toString(),
                                "content",
                                Map.of("validFrom", "2026-01-10", "validTo", last.toString())),
                        Map.of());
        assertThat(entered.status()).as(() -> entered.json().toString()).isEqualTo(201);

        reminders.remindAll();
        reminders.remindAll();

        await().atMost(PATIENCE).until(() -> !endings().isEmpty());
        assertThat(endings())
                .singleElement()
                .asString()
                .contains(
                        NUMBER,
                        last.format(DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT)),
                        "https://registry.example/desk/goods/" + goods);
    }

    private static List<String> endings() {
        return received("rita@firm.example").stream()
                .filter(letter -> letter.contains("ends soon"))
                .toList();
    }
}
