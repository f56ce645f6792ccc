package org.sharedregistry.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
class RecognizedGoods {

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

    @EventListener
    void onChange(GoodsChanging change) {
        GoodsEntry entry = change.entry();
        LocalDate today = LocalDate.now(
                clock.withZone(regimes.newest(entry.regime()).orElseThrow().zone()));
        Map<UUID, Decisions.Recorded> recorded = decisions.recorded(List.of(entry.id()), Long.MAX_VALUE);
        RecognitionStatus status = recorded.values().stream()
                .map(each -> RecognitionStatus.of(each.decisions(), entry.state(), today))
                .findFirst()
                .orElse(RecognitionStatus.UNDECIDED);
        boolean asked = inquiries.onGoods(entry.id()).stream().anyMatch(inquiry -> inquiry.reply() == null);
        if (!OPEN_TO_CHANGE.contains(status) && !asked) {
            throw new RegistryProblem(
                            ProblemType.ILLEGAL_STEP,
                            "The entry is " + status
                                    + " at home. Its description can be changed when the authority asks"
                                    + " about it; other goods are a new entry.")
                    .with("currentStatus", status)
                    .with("openSteps", List.of());
        }
    }
}
