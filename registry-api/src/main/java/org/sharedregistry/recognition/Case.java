package org.sharedregistry.recognition;

import java.time.LocalDate;

/** A question about some goods on one day, and all there is to judge it by. */
record Case(Facts facts, Question question, LocalDate day, GoodsFact goods, RegimeFact regime) {

    Item item() {
        return question.item();
    }

    /** The day on which attestations are judged. */
    LocalDate attestationDay() {
        return question.attestationDay(day);
    }
}
