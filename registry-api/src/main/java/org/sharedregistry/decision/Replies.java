package org.sharedregistry.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.decision.Inquiries.Inquiry;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.regime.Regimes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The replies of manufacturers to the questions about their goods. */
@Service
public class Replies {

    private static final int LONGEST = 5_000;

    private final Inquiries inquiries;
    private final Goods goods;
    private final Regimes regimes;
    private final Clock clock;

    Replies(Inquiries inquiries, Goods goods, Regimes regimes, Clock clock) {
        this.inquiries = inquiries;
        this.goods = goods;
        this.regimes = regimes;
        this.clock = clock;
    }

    /** @throws RegistryProblem ILLEGAL_STEP when it was replied to before */
    @Transactional
    public Inquiry reply(Caller caller, UUID id, String text) {
        caller.require(Role.MANUFACTURER);
        Inquiry inquiry = inquiries.lock(id).orElseThrow(() -> RegistryProblem.notFound("question"));
        GoodsEntry entry = goods.lock(inquiry.goods().toString())
                .filter(found -> caller.actsFor(found.manufacturer()))
                .orElseThrow(() -> RegistryProblem.notFound("question"));
        check(text);
        LocalDate today = LocalDate.now(
                clock.withZone(regimes.newest(entry.regime()).orElseThrow().zone()));
        return inquiries.reply(caller, inquiry, text, today);
    }

    static void check(String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw RegistryProblem.field("/text", "Reply in 1 to " + LONGEST + " characters.");
        }
    }
}
