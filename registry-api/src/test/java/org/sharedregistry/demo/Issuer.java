package org.sharedregistry.demo;

import java.time.LocalDate;
import org.sharedregistry.demo.DocumentSource.Attestation;
import org.sharedregistry.demo.DocumentSource.Body;
import org.sharedregistry.demo.DocumentSource.Manufacturer;

/** How forms name those who issue and apply. Addresses are kept in Russian and left out in other languages. */
record Issuer(DocumentSource source, Words words) {

    String body(Body body) {
        return body.names().in(words.language()) + ". " + words.get("accredited") + " " + body.accreditation();
    }

    String manufacturer(Manufacturer manufacturer) {
        String name = manufacturer.names().in(words.language());
        String taxId = words.get(manufacturer.state().equals("BY") ? "tax-by" : "tax-ru") + " " + manufacturer.taxId();
        return name + ", " + taxId + (words.language().equals("ru") ? ", " + manufacturer.address() : "");
    }

    String period(Attestation attestation) {
        LocalDate last = attestation.validTo();
        if (last == null) {
            throw new IllegalArgumentException("No end of validity: " + attestation.key());
        }
        return String.format(words.get("period"), Words.day(attestation.validFrom()), Words.day(last));
    }
}
