package org.sharedregistry.examination;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Bodies;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.OrganisationName;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.pipeline.Papers;
import org.sharedregistry.storage.ContentHash;
import org.springframework.stereotype.Component;

/**
 * How papers rest on each other by what they say: a certificate names its test reports, a report its laboratory. What is
 * named and not filed is missing; what is filed and says something else is contradictory.
 */
@Component
class Chains {

    /** What a paper says of a report, and the report of itself. */
    private static final Map<Field, Field> SAID_OF_REPORTS = Map.of(
            Field.TEST_REPORT_DATE, Field.ISSUED,
            Field.LABORATORY_ACCREDITATION, Field.LABORATORY_ACCREDITATION,
            Field.MANUFACTURER, Field.MANUFACTURER);

    private final Documents documents;
    private final Papers papers;
    private final Bodies bodies;

    Chains(Documents documents, Papers papers, Bodies bodies) {
        this.documents = documents;
        this.papers = papers;
        this.bodies = bodies;
    }

    View of(Caller caller, Document document, Printed printed) {
        List<Printed.Value> reports = printed.all(Field.TEST_REPORT);
        Map<String, Set<ContentHash>> originals =
                papers.numbered(reports.stream().map(Printed.Value::key).toList());
        Map<ContentHash, Paper> read =
                papers.all(originals.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<ContentHash, List<Document>> filed =
                read.keySet().stream().collect(Collectors.toMap(Function.identity(), hash -> readable(caller, hash)));
        return new View(
                document.id(),
                reports.stream()
                        .map(report ->
                                link(printed, report, originals.getOrDefault(report.key(), Set.of()), filed, read))
                        .toList(),
                printed.all(Field.LABORATORY_ACCREDITATION).stream()
                        .map(each -> new Laboratory(
                                each.value(),
                                bodies.byAccreditation(each.value()).isPresent(),
                                each.proofs()))
                        .toList());
    }

    private List<Document> readable(Caller caller, ContentHash hash) {
        return documents.of(hash).stream()
                .filter(each -> documents.isReadable(caller, each))
                .toList();
    }

    private static Link link(
            Printed printed,
            Printed.Value report,
            Set<ContentHash> originals,
            Map<ContentHash, List<Document>> filed,
            Map<ContentHash, Paper> read) {
        List<Filed> found = originals.stream()
                .flatMap(hash -> filed.getOrDefault(hash, List.of()).stream())
                .map(each -> new Filed(
                        each.id(), each.fileName(), contradictions(printed, Printed.of(each.id(), paper(read, each)))))
                .toList();
        State state = found.isEmpty()
                ? State.MISSING
                : found.stream().anyMatch(each -> each.contradictions.isEmpty()) ? State.FILED : State.CONTRADICTORY;
        return new Link(report.value(), state, report.proofs(), found);
    }

    private static Paper paper(Map<ContentHash, Paper> read, Document document) {
        return Objects.requireNonNull(read.get(document.original()), "Only papers that were read are looked up");
    }

    /** The fields in which both say something, and nothing the same. */
    private static List<Contradiction> contradictions(Printed paper, Printed report) {
        return SAID_OF_REPORTS.entrySet().stream()
                .map(each -> new Contradiction(each.getKey(), paper.all(each.getKey()), report.all(each.getValue())))
                .filter(Contradiction::isOne)
                .toList();
    }

    /** Whether something that a paper names is there. */
    enum State {
        FILED,
        MISSING,
        CONTRADICTORY
    }

    /** @param reports the test reports that it names, and {@code laboratories} whose accreditations it names */
    record View(UUID document, List<Link> reports, List<Laboratory> laboratories) {}

    /**
     * A paper that is named.
     *
     * @param proofs where it is named
     * @param filed the documents with this number that the caller may read
     */
    record Link(String number, State state, List<Proof> proofs, List<Filed> filed) {}

    record Filed(UUID document, String fileName, List<Contradiction> contradictions) {}

    /** @param known whether the registry holds a body with this accreditation */
    record Laboratory(String accreditation, boolean known, List<Proof> proofs) {}

    /** What one says of the other, and the other of itself. */
    record Contradiction(Field field, List<Printed.Value> named, List<Printed.Value> filed) {

        private boolean isOne() {
            return !named.isEmpty()
                    && !filed.isEmpty()
                    && named.stream().noneMatch(one -> filed.stream().anyMatch(other -> isSame(one, other)));
        }

        private boolean isSame(Printed.Value one, Printed.Value other) {
            return field == Field.MANUFACTURER
                    ? OrganisationName.isAlike(one.key(), other.key())
                    : one.key().equals(other.key());
        }
    }
}
