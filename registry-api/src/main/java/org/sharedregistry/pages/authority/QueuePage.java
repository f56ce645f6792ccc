package org.sharedregistry.pages.authority;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.decision.ProposalView;
import org.sharedregistry.decision.Proposals;
import org.sharedregistry.decision.Queue;
import org.sharedregistry.decision.Queue.Item;
import org.sharedregistry.decision.Queue.Kind;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.RecordedGoods;
import org.sharedregistry.regime.Regimes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for an authority, to be narrowed down and put in an order. */
@Controller
class QueuePage {

    private static final int ON_A_PAGE = 50;

    private final Queue queue;
    private final Proposals proposals;
    private final Goods goods;
    private final Regimes regimes;
    private final Clock clock;

    QueuePage(Queue queue, Proposals proposals, Goods goods, Regimes regimes, Clock clock) {
        this.queue = queue;
        this.proposals = proposals;
        this.goods = goods;
        this.regimes = regimes;
        this.clock = clock;
    }

    @GetMapping("/queue")
    String show(
            Model model,
            Caller caller,
            Locale locale,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "due") String order,
            @RequestParam(defaultValue = "1") int page) {
        List<Waiting> all = waiting(caller, locale.getLanguage());
        List<Waiting> chosen = all.stream()
                .filter(each -> kind == null || each.kind() == kind)
                .filter(each -> each.mentions(text))
                .sorted(order.equals("age") ? Comparator.comparing(Waiting::since) : byDeadline())
                .toList();
        int shown = Math.max(page, 1);
        model.addAttribute(
                "rows",
                chosen.stream().skip((shown - 1L) * ON_A_PAGE).limit(ON_A_PAGE).toList());
        model.addAttribute("all", all.size());
        model.addAttribute("found", chosen.size());
        model.addAttribute(
                "late", all.stream().filter(each -> each.daysLate() > 0).count());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("kind", kind);
        model.addAttribute("text", text);
        model.addAttribute("order", order);
        model.addAttribute("earlier", shown > 1 ? shown - 1 : null);
        model.addAttribute("later", chosen.size() > (long) shown * ON_A_PAGE ? shown + 1 : null);
        return "authority/queue";
    }

    /** What has a last day comes first; the rest by its age. */
    private static Comparator<Waiting> byDeadline() {
        return Comparator.comparing(Waiting::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Waiting::since);
    }

    private List<Waiting> waiting(Caller caller, String language) {
        List<Item> items = queue.of(caller);
        Map<UUID, RecordedGoods> entries =
                goods.recorded(items.stream().map(Item::goods).distinct().toList(), Long.MAX_VALUE).stream()
                        .collect(Collectors.toMap(each -> each.entry().id(), Function.identity()));
        Map<UUID, ProposalView> proposed = proposals.open(caller.requiredState()).stream()
                .collect(Collectors.toMap(ProposalView::id, Function.identity()));
        return items.stream()
                .flatMap(item -> Stream.ofNullable(entries.get(item.goods()))
                        .map(entry -> waiting(item, entry, proposed.get(item.id()), language)))
                .toList();
    }

    private Waiting waiting(Item item, RecordedGoods recorded, @Nullable ProposalView proposal, String language) {
        LocalDate today = LocalDate.now(clock.withZone(
                regimes.newest(recorded.entry().regime()).orElseThrow().zone()));
        LocalDate due = item.due();
        return new Waiting(
                item.kind(),
                recorded.entry().address(),
                recorded.descriptions().newest().name(language),
                recorded.manufacturer().name(language),
                item.since(),
                ChronoUnit.DAYS.between(item.since(), today),
                due,
                due == null ? null : ChronoUnit.DAYS.between(today, due),
                proposal);
    }
}
