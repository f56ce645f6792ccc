package org.sharedregistry.enrolment;

/** What is wrong with what was given to be let in, and in which field. */
public enum Flaw {
    STATE("state"),
    INN_FORM("number"),
    INN_CHECK_DIGIT("number"),
    UNP_FORM("number"),
    UNP_CHECK_DIGIT("number"),
    /** Somebody has an account there already, and can invite. */
    ENROLLED("number"),
    ROLE("role"),
    ACCREDITATION("accreditation"),
    NAME("name"),
    ADDRESS("address"),
    ACCOUNT_FORM("account"),
    ACCOUNT_TAKEN("account"),
    EMAIL("email"),
    PASSWORD_SHORT("password"),
    PASSWORD_LONG("password");

    private final String field;

    Flaw(String field) {
        this.field = field;
    }

    public String field() {
        return field;
    }
}
