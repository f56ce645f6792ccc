package org.sharedregistry.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sharedregistry.goods.GoodsChanging;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.RecognitionStatus;
import org.sharedregistry.regime.Regimes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What an authority has confirmed stays as it was confirmed, until the authority itself asks its manufacturer. */
@Component
public class RecognizedGoods {

    private static final Set<RecognitionStatus> OPEN_TO_CHANGE =
            EnumSet.of(RecognitionStatus.UNDECIDED, RecognitionStatus.REFUSED);

    private final Decisions decisions;
    private final Inquiries inquiries;
    private final Regimes regimes;
    private final Clock clock;

    RecognizedGoods(Decisions decisions, Inquiries inquiries, Regimes regimes, Clock clock) {
        this.decisions = decisions;
        this.inquiries = inquiries;
        this.regimes = regimes;
        this.clock = clock;
    }

    /** Whether its manufacturer may say anew what the entry is about. */
    public boolean mayBeDescribed(GoodsEntry entry) {
        return OPEN_TO_CHANGE.contains(atHome(entry)) || isAsked(entry);
    }

    @EventListener
    void onChange(GoodsChanging change) {
        GoodsEntry entry = change.entry();
        RecognitionStatus status = atHome(entry);
        if (!OPEN_TO_CHANGE.contains(status) && !isAsked(entry)) {
            throw new RegistryProblem(
                            ProblemType.ILLEGAL_STEP,
                            "The entry is " + status
                                    + " at home. Its description can be changed when the authority asks"
                                    + " about it; other goods are a new entry.")
                    .with("currentStatus", status)
                    .with("openSteps", List.of());
        }
    }

    private RecognitionStatus atHome(GoodsEntry entry) {
        LocalDate today = LocalDate.now(
                clock.withZone(regimes.newest(entry.regime()).orElseThrow().zone()));
        return decisions.recorded(List.of(entry.id()), Long.MAX_VALUE).values().stream()
                .map(each -> RecognitionStatus.of(each.decisions(), entry.state(), today))
                .findFirst()
                .orElse(RecognitionStatus.UNDECIDED);
    }

    private boolean isAsked(GoodsEntry entry) {
        return inquiries.onGoods(entry.id()).stream().anyMatch(inquiry -> inquiry.reply() == null);
    }
}
