package org.sharedregistry.examination;

import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.pipeline.Papers;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Component;

/** A document for those who examine it: whoever filed it, and the officials who may read it. */
@Component
class Examined {

    private final Documents documents;
    private final Papers papers;

    Examined(Documents documents, Papers papers) {
        this.documents = documents;
        this.papers = papers;
    }

    Document document(Caller caller, UUID id) {
        caller.require(Role.MANUFACTURER, Role.BODY, Role.AUTHORITY, Role.OFFICER);
        return documents
                .readable(caller, id)
                .filter(document -> concerns(caller, document))
                .orElseThrow(() -> RegistryProblem.notFound("document"));
    }

    /** Whether the caller has filed it, or is to judge such documents. */
    boolean concerns(Caller caller, Document document) {
        return caller.isOfficial()
                || (caller.organisation() != null && document.owner().equals(caller.owner()));
    }

    boolean isRead(Document document) {
        return papers.of(document.original()).isPresent();
    }

    /** One that the caller has filed itself. */
    Document own(Caller caller, UUID id) {
        Document document = document(caller, id);
        if (!document.owner().equals(caller.owner())) {
            throw new RegistryProblem(ProblemType.FORBIDDEN, "Only who has filed the document may do this.");
        }
        return document;
    }

    Paper paper(Document document) {
        return papers.of(document.original())
                .orElseThrow(() -> new RegistryProblem(
                        ProblemType.ILLEGAL_STEP,
                        "The document has not been read to its end. Its events tell when it has been."));
    }

    Printed printed(Document document) {
        return Printed.of(document.id(), paper(document));
    }
}
