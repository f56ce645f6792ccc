package org.sharedregistry.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What became of the files that are in the folder now, and of what lay within them. */
final class Report {

    private static final String WITHIN = " > ";

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Failure> failures = new TreeMap<>();
    private final Map<UUID, Filed> documents;
    private final Map<UUID, String> sent = new HashMap<>();

    /**
     * @param sent the files that were acknowledged, and the document of each; the same bytes are one document
     * @param filed the documents of the batch
     */
    Report(Map<LocalFile, UUID> sent, List<Filed> filed, List<Failure> notSent) {
        documents = filed.stream().collect(Collectors.toMap(Filed::id, document -> document, (one, same) -> one));
        sent.forEach((file, document) -> this.sent.merge(document, file.name(), (a, b) -> a.compareTo(b) < 0 ? a : b));
        notSent.forEach(this::failed);
        documents
                .values()
                .forEach(document -> place(document.id(), new HashSet<>()).ifPresent(place -> count(document, place)));
        sent.forEach((file, document) -> {
            if (!documents.containsKey(document)) {
                failed(new Failure(
                        file.name(),
                        "GONE",
                        "The registry has no document " + document
                                + " of this account any more. Begin a new journal to send the file again."));
            }
        });
    }

    /** How many documents there are in which state. */
    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** In the order of the files. */
    List<Failure> failures() {
        return List.copyOf(failures.values());
    }

    private void count(Filed document, String place) {
        counts.merge(document.status(), 1, Integer::sum);
        Filed.Reason why = document.failure();
        if (document.status().equals(Filed.FAILED) && why != null) {
            failed(new Failure(place, why.reason(), why.detail()));
        }
    }

    private void failed(Failure failure) {
        failures.put(failure.file(), failure);
    }

    /**
     * Where a document lies in the folder; nowhere when the file is gone or has other bytes now.
     *
     * @param passed on the way outwards: a container may contain itself
     */
    private Optional<String> place(UUID id, Set<UUID> passed) {
        Filed document = documents.get(id);
        if (sent.containsKey(id) || document == null || !passed.add(id)) {
            return Optional.ofNullable(sent.get(id));
        }
        return document.containers().stream()
                .flatMap(container -> place(container, passed).stream())
                .findFirst()
                .map(container -> container + WITHIN + document.fileName());
    }
}
