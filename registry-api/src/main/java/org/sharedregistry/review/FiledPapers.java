package org.sharedregistry.review;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.springframework.stereotype.Component;

/** The documents filed for an entry or as one of its attestations, as far as a caller may read them. */
@Component
public class FiledPapers {

    private final Documents documents;

    FiledPapers(Documents documents) {
        this.documents = documents;
    }

    /** By file name. */
    public List<Document> of(Caller caller, Dossier dossier) {
        List<UUID> evidence =
                dossier.attestations().stream().map(Attestation::id).toList();
        return Stream.concat(
                        documents.filedFor(List.of(dossier.entry().id())).stream(),
                        documents.filedAs(evidence, Long.MAX_VALUE).stream())
                .map(Documents.Link::document)
                .distinct()
                .filter(document -> documents.isReadable(caller, document))
                .sorted(Comparator.comparing(Document::fileName))
                .toList();
    }
}
