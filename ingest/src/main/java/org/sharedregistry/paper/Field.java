package org.sharedregistry.paper;

/** What a particular is about. */
public enum Field {
    /** The paper's own number. */
    NUMBER,
    /** Serial and year of a number that could not be read whole. */
    TAIL,
    /** Numbers of other papers that it names. */
    CERTIFICATE,
    DECLARATION,
    PRODUCTION_CONFIRMATION,
    TEST_REPORT,
    /** The days on which the test reports that it names were made. */
    TEST_REPORT_DATE,
    STATE_REGISTRATION,
    REGULATION,
    STANDARD,
    HS,
    OKPD2,
    OKRB007,
    GTIN,
    /** The day it was issued or registered. */
    ISSUED,
    VALID_FROM,
    /** The last day of its validity. */
    VALID_TO,
    /** A day whose meaning is not told. */
    DATE,
    MANUFACTURER,
    MANUFACTURER_ID,
    APPLICANT,
    APPLICANT_ID,
    /** The taxpayer's or registration number of somebody else, or of nobody in particular. */
    ORGANISATION_ID,
    BODY,
    BODY_ACCREDITATION,
    LABORATORY,
    LABORATORY_ACCREDITATION,
    ACCREDITATION,
    PRODUCT,
    MODEL,
    /** The address of its card in a state's register, as a QR code on it gives it. */
    CARD,
    /** Any other number of the field, and what a bar code says that is none. */
    OTHER
}
