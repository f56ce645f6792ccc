package org.sharedregistry.consignment;

/** What stands out in a line, though it does not keep it from being answered. */
record LineFinding(Code code, String text) {

    enum Code {
        /** By its code in box 44 the document is of another kind than by its number. */
        DOCUMENT_CODE_CONTRADICTS,
        /** The registry does not know the code, so it was not compared. */
        DOCUMENT_CODE_UNKNOWN,
        /** The form or the check digit is wrong: ISO 6346. */
        CONTAINER_WRONG,
        /** The form or the check digit is wrong. */
        WAGON_WRONG
    }
}
