package org.sharedregistry.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for an authority, the most urgent first. */
@RestController
@RequestMapping("/api/v1/queue")
class QueueController {

    private final Queue queue;
    private final Goods goods;

    QueueController(Queue queue, Goods goods) {
        this.queue = queue;
        this.goods = goods;
    }

    /** Entries to decide on, proposals to confirm, appeals and findings to settle. */
    @GetMapping
    Waiting queue(Caller caller) {
        List<Queue.Item> items = queue.of(caller);
        Map<UUID, String> numbers =
                goods.all(items.stream().map(Queue.Item::goods).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(GoodsEntry::id, GoodsEntry::address));
        return new Waiting(items.stream().map(item -> Row.of(item, numbers)).toList());
    }

    /**
     * @param id of the proposal, appeal or finding; of the entry for a decision
     * @param due the day by which it must be decided; null where no clock runs
     */
    record Row(
            Queue.Kind kind,
            UUID id,
            @Nullable String registryNumber,
            LocalDate since,
            @Nullable LocalDate due) {

        static Row of(Queue.Item item, Map<UUID, String> numbers) {
            return new Row(item.kind(), item.id(), numbers.get(item.goods()), item.since(), item.due());
        }
    }

    record Waiting(List<Row> items) {}
}
