package org.sharedregistry.document;

/** What a document is, as its filer says. */
public enum DocumentKind {
    CERTIFICATE(Visibility.PUBLIC),
    DECLARATION(Visibility.PUBLIC),
    PRODUCTION_CONFIRMATION(Visibility.PUBLIC),
    /** A trade secret unless its owner says otherwise. */
    TEST_REPORT(Visibility.RESTRICTED),
    OTHER(Visibility.RESTRICTED);

    private final Visibility visibility;

    DocumentKind(Visibility visibility) {
        this.visibility = visibility;
    }

    /** Who may read such a document when its filer does not say. */
    Visibility usualVisibility() {
        return visibility;
    }

    /** Who may read a document. */
    public enum Visibility {
        PUBLIC,
        /** Its owner, and the officers and authorities of the parties to the regimes. */
        RESTRICTED
    }
}
