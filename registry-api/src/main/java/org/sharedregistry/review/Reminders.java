package org.sharedregistry.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Person;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.notice.Outbox;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells the people of manufacturers 60, 30 and 7 days before that an attestation or a recognition ends. */
@Component
class Reminders {

    private static final int GOODS_AT_ONCE = 200;

    private final Accounts accounts;
    private final Goods goods;
    private final Dossiers dossiers;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionOperations transactions;

    Reminders(
            Accounts accounts,
            Goods goods,
            Dossiers dossiers,
            Outbox outbox,
            Clock clock,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.goods = goods;
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** The outbox knows what was told before, so that how often this runs does not matter. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT6H")
    void remindAll() {
        if (outbox.isOn()) {
            accounts.organisationsWithMail().forEach(this::remind);
        }
    }

    private void remind(UUID organisation) {
        List<Person> people = accounts.people(organisation);
        List<UUID> own = goods.madeBy(organisation);
        for (int first = 0; first < own.size(); first += GOODS_AT_ONCE) {
            List<UUID> some = own.subList(first, Math.min(first + GOODS_AT_ONCE, own.size()));
            dossiers.of(some).forEach(dossier -> transactions.executeWithoutResult(status -> remind(people, dossier)));
        }
    }

    private void remind(List<Person> people, Dossier dossier) {
        LocalDate today = LocalDate.now(clock.withZone(dossier.newestRegime().zone()));
        String link = outbox.link("/desk/goods/" + dossier.entry().address());
        for (Ending ending : Ending.of(dossier, today)) {
            people.forEach(person -> outbox.post(
                    person, ending.event(), "ending." + ending.key(), ending.number(), ending.lastDay(), link));
        }
    }
}
