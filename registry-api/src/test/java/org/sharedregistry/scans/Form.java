package org.sharedregistry.scans;

import static org.sharedregistry.scans.Label.APPLICANT;
import static org.sharedregistry.scans.Label.GTIN;
import static org.sharedregistry.scans.Label.HS;
import static org.sharedregistry.scans.Label.LABORATORY;
import static org.sharedregistry.scans.Label.OKPD2;
import static org.sharedregistry.scans.Label.OKRB007;
import static org.sharedregistry.scans.Label.REGULATIONS;
import static org.sharedregistry.scans.Label.REPORT;
import static org.sharedregistry.scans.Label.STANDARDS;
import static org.sharedregistry.scans.Label.VALIDITY;

import java.util.Set;

/** A form of the field's papers. */
public enum Form {
    EAEU_CERTIFICATE_RU("RU", APPLICANT, HS, REGULATIONS, STANDARDS, REPORT, VALIDITY),
    EAEU_DECLARATION_RU("RU", APPLICANT, HS, GTIN, REGULATIONS, STANDARDS, REPORT, VALIDITY),
    EAEU_CERTIFICATE_BY("BY", APPLICANT, HS, OKRB007, REGULATIONS, STANDARDS, REPORT, VALIDITY),
    EAEU_DECLARATION_BY("BY", APPLICANT, HS, REGULATIONS, STANDARDS, REPORT, VALIDITY),
    CERTIFICATE_KZ("KZ", APPLICANT, HS, REGULATIONS, STANDARDS, REPORT, VALIDITY),
    CERTIFICATE_KG("KG", APPLICANT, HS, REGULATIONS, REPORT, VALIDITY),
    DECLARATION_KG("KG", APPLICANT, HS, REGULATIONS, STANDARDS, REPORT, VALIDITY),
    CERTIFICATE_AM("AM", APPLICANT, HS, REGULATIONS, REPORT, VALIDITY),
    /** A declaration, or now and then a certificate, outside the Union's regulations. */
    NATIONAL_RU("RU", APPLICANT, HS, OKPD2, STANDARDS, REPORT, VALIDITY),
    VOLUNTARY_CERTIFICATE("RU", APPLICANT, OKPD2, STANDARDS, REPORT, VALIDITY),
    /** A certificate of the chamber: of own production, or now and then of origin. */
    OWN_PRODUCTION("BY", HS, OKRB007, GTIN, VALIDITY),
    /** An extract from a register of Russian products, or now and then the ministry's conclusion. */
    REGISTER_EXTRACT("RU", HS, OKPD2, GTIN, STANDARDS, VALIDITY),
    TEST_REPORT("RU", APPLICANT, HS, GTIN, REGULATIONS, STANDARDS, LABORATORY),
    STATE_REGISTRATION("RU", APPLICANT, HS, REGULATIONS, STANDARDS, REPORT);

    private final String state;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Label> boxes;

    Form(String state, Label... boxes) {
        this.state = state;
        this.boxes = Set.of(boxes);
    }

    /** The state whose authority or body gives it. */
    String state() {
        return state;
    }

    /** Whether it asks for something that not every form asks for. */
    boolean asksFor(Label box) {
        return boxes.contains(box);
    }
}
