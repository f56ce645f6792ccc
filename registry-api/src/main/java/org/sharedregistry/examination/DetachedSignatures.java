package org.sharedregistry.examination;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.extraction.Signature;
import org.sharedregistry.pipeline.Signatures;
import org.springframework.stereotype.Component;

/**
 * The files of signatures that came with a document. They are told by their names, as programs give them: that of the
 * document with another ending behind it or in the place of its own.
 */
@Component
class DetachedSignatures {

    private static final List<String> ENDINGS = List.of(".sig", ".p7s", ".sgn");

    /** Each is read in a parser process. */
    private static final int MOST = 20;

    private final Documents documents;
    private final Signatures signatures;

    DetachedSignatures(Documents documents, Signatures signatures) {
        this.documents = documents;
        this.signatures = signatures;
    }

    /** Each file of signatures with what it says over the document, the oldest first. */
    List<Detached> of(Document document) {
        return documents.named(document.owner(), names(document.fileName())).stream()
                .filter(each -> !each.id().equals(document.id()))
                .limit(MOST)
                .map(each -> new Detached(
                        each.id(), each.fileName(), signatures.verify(each.original(), document.original())))
                .toList();
    }

    private static Set<String> names(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return Stream.of(fileName, dot < 0 ? fileName : fileName.substring(0, dot))
                .flatMap(name -> ENDINGS.stream().map(name::concat))
                .collect(Collectors.toSet());
    }

    record Detached(UUID document, String fileName, List<Signature> signatures) {}
}
