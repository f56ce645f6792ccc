package org.sharedregistry.verification;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.review.Dossiers;
import org.springframework.stereotype.Component;

/** Finds what numbers name: documents and goods, for any number of numbers with the same handful of queries. */
@Component
class Resolver {

    private final Attestations attestations;
    private final Goods goods;
    private final Dossiers dossiers;

    Resolver(Attestations attestations, Goods goods, Dossiers dossiers) {
        this.attestations = attestations;
        this.goods = goods;
        this.dossiers = dossiers;
    }

    /**
     * What each number names.
     *
     * @param known the place in the order of records up to which things are known
     */
    Map<String, Resolved> resolve(Collection<String> numbers, long known) {
        Map<String, List<Reading>> readings =
                numbers.stream().distinct().collect(Collectors.toMap(Function.identity(), Identifiers::read));
        Map<String, List<Attestation>> named = attestations.named(readings, known);
        Map<String, Set<UUID>> entries = new HashMap<>();
        Map<String, UUID> byNumber = goods.byNumbers(
                readings.values().stream().flatMap(Resolver::registryNumbers).collect(Collectors.toSet()));
        Map<String, Set<UUID>> byGtin = goods.byGtins(
                readings.values().stream().flatMap(Resolver::gtins).collect(Collectors.toSet()));
        readings.forEach((number, read) -> {
            Set<UUID> ids = new LinkedHashSet<>();
            named.getOrDefault(number, List.of()).forEach(attestation -> ids.addAll(attestation.goods()));
            registryNumbers(read)
                    .flatMap(each -> Stream.ofNullable(byNumber.get(each)))
                    .forEach(ids::add);
            gtins(read)
                    .flatMap(each -> byGtin.getOrDefault(each, Set.of()).stream())
                    .forEach(ids::add);
            entries.put(number, ids);
        });
        Map<UUID, Dossier> found = dossiers(entries.values(), known);
        return readings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new Resolved(
                                each.getValue(),
                                named.getOrDefault(each.getKey(), List.of()),
                                Objects.requireNonNull(entries.get(each.getKey())).stream()
                                        .flatMap(id -> Stream.ofNullable(found.get(id)))
                                        .sorted(Comparator.comparing(
                                                dossier -> dossier.entry().address()))
                                        .toList())));
    }

    private Map<UUID, Dossier> dossiers(Collection<Set<UUID>> entries, long known) {
        Set<UUID> ids = new HashSet<>();
        entries.forEach(ids::addAll);
        return ids.isEmpty()
                ? Map.of()
                : dossiers.of(ids, known).stream()
                        .filter(dossier -> dossier.entry().wasSubmittedBy(known))
                        .collect(Collectors.toMap(dossier -> dossier.entry().id(), Function.identity()));
    }

    private static Stream<String> registryNumbers(List<Reading> readings) {
        return readings.stream()
                .filter(reading -> reading.kind() == IdentifierKind.REGISTRY_NUMBER)
                .map(Reading::display);
    }

    /** A GTIN is the same with and without leading zeros; entries hold it as their manufacturer wrote it. */
    private static Stream<String> gtins(List<Reading> readings) {
        return readings.stream()
                .filter(reading -> reading.kind() == IdentifierKind.GTIN)
                .map(reading -> reading.display().replaceFirst("^0+", ""))
                .flatMap(digits -> Stream.of(8, 12, 13, 14)
                        .filter(length -> length >= digits.length())
                        .map(length -> "0".repeat(length - digits.length()) + digits));
    }

    /**
     * What a number names.
     *
     * @param named all documents it can mean
     * @param dossiers of the goods it leads to, drafts left out, in the order of their numbers
     */
    record Resolved(List<Reading> readings, List<Attestation> named, List<Dossier> dossiers) {}
}
