package org.sharedregistry.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.SingleMetricAggregateBase;
import co.elastic.clients.elasticsearch.indices.UpdateAliasesRequest;
import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.search.Inventory;

/**
 * The generations in the cluster, each a pair of indices. Which one is active, and which is being filled, is told by
 * aliases, that is by the cluster and not by this process: several processes write to both.
 */
final class Generations {

    private static final String HASH_LOW = Fields.HASH + ".low";
    private static final String HASH_HIGH = Fields.HASH + ".high";

    private final Cluster cluster;
    private final Names names;
    private final String definition;

    Generations(Cluster cluster, ElasticsearchSettings settings) {
        this.cluster = cluster;
        names = new Names(settings.prefix());
        definition = Fields.definition(settings.shards(), settings.replicas());
    }

    /** The roles that some generation has. */
    Set<Role> roles() {
        Map<String, Set<String>> indices = indices();
        return Stream.of(Role.values())
                .filter(role -> generation(indices, role).isPresent())
                .collect(Collectors.toSet());
    }

    Optional<String> active() {
        return generation(indices(), Role.ACTIVE);
    }

    Optional<String> begun() {
        return generation(indices(), Role.NEXT);
    }

    void begin(String generation) {
        Map<String, Set<String>> indices = indices();
        Optional<String> active = generation(indices, Role.ACTIVE);
        if (active.filter(generation::equals).isPresent()) {
            throw new IllegalArgumentException("This generation is the active one: " + generation);
        }
        List<String> others = indices.keySet().stream()
                .filter(index -> active.stream().noneMatch(name -> belongs(index, name)))
                .toList();
        if (!others.isEmpty()) {
            cluster.ask(client -> client.indices().delete(delete -> delete.index(others)));
        }
        for (Half half : Half.values()) {
            cluster.ask(client -> client.indices()
                    .create(create -> create.index(names.index(generation, half))
                            .withJson(new StringReader(definition))
                            .aliases(names.alias(Role.NEXT, half), alias -> alias)));
        }
    }

    /** Exchanges the generations in one step of the cluster. */
    void activate(String generation) {
        Map<String, Set<String>> indices = indices();
        if (generation(indices, Role.NEXT).filter(generation::equals).isEmpty()) {
            throw new IllegalStateException("This generation was not begun: " + generation);
        }
        UpdateAliasesRequest.Builder exchange = new UpdateAliasesRequest.Builder();
        List<String> searched = new ArrayList<>();
        for (Half half : Half.values()) {
            String index = names.index(generation, half);
            searched.add(index);
            exchange.actions(action -> action.add(add -> add.index(index).alias(names.alias(Role.ACTIVE, half))));
            exchange.actions(action ->
                    action.remove(remove -> remove.index(index).alias(names.alias(Role.NEXT, half))));
        }
        indices.keySet().stream()
                .filter(index -> !searched.contains(index))
                .forEach(index -> exchange.actions(action -> action.removeIndex(old -> old.index(index))));
        UpdateAliasesRequest request = exchange.build();
        cluster.ask(client -> client.indices().refresh(refresh -> refresh.index(searched)));
        cluster.ask(client -> client.indices().updateAliases(request));
    }

    /** Adds up what both halves hold; traces have no hash. */
    Inventory inventory(String generation) {
        List<String> both = Stream.of(Half.values())
                .map(half -> names.index(generation, half))
                .toList();
        cluster.ask(client -> client.indices().refresh(refresh -> refresh.index(both)));
        Map<String, Aggregate> found = cluster.ask(client -> client.search(
                        search -> search.index(both)
                                .size(0)
                                .allowPartialSearchResults(false)
                                .aggregations("entries", entries -> entries.valueCount(count -> count.field(HASH_LOW)))
                                .aggregations("low", low -> low.sum(sum -> sum.field(HASH_LOW)))
                                .aggregations("high", high -> high.sum(sum -> sum.field(HASH_HIGH))),
                        Void.class))
                .aggregations();
        return new Inventory(
                number(Objects.requireNonNull(found.get("entries")).valueCount()),
                number(Objects.requireNonNull(found.get("low")).sum())
                        + (number(Objects.requireNonNull(found.get("high")).sum()) << Fields.HALF_A_HASH));
    }

    String alias(Role role, Half half) {
        return names.alias(role, half);
    }

    /** All indices of this registry, of whatever form, with their aliases. */
    private Map<String, Set<String>> indices() {
        Map<String, IndexAliases> found = cluster.ask(
                        client -> client.indices().getAlias(get -> get.index(names.all())))
                .result();
        return found.entrySet().stream()
                .filter(index -> names.isIndex(index.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, index -> index.getValue().aliases().keySet()));
    }

    /** The generation of which both halves have a role. */
    private Optional<String> generation(Map<String, Set<String>> indices, Role role) {
        return indices.entrySet().stream()
                .filter(index -> index.getValue().contains(names.alias(role, Half.PUBLIC)))
                .flatMap(index -> names.generation(index.getKey(), Half.PUBLIC).stream())
                .filter(name -> indices.getOrDefault(names.index(name, Half.RESTRICTED), Set.of())
                        .contains(names.alias(role, Half.RESTRICTED)))
                .findFirst();
    }

    private static long number(SingleMetricAggregateBase aggregate) {
        return (long) Objects.requireNonNullElse(aggregate.value(), 0.0).doubleValue();
    }

    private boolean belongs(String index, String generation) {
        return Stream.of(Half.values())
                .anyMatch(half -> names.index(generation, half).equals(index));
    }
}
