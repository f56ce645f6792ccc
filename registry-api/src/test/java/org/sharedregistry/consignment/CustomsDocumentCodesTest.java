package org.sharedregistry.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sharedregistry.attestation.AttestationKind;

class CustomsDocumentCodesTest {

    private final CustomsDocumentCodes codes = new CustomsDocumentCodes();

    @Test
    void tellsSureUnsureAndUnknownApart() {
        assertThat(codes.kinds("01401"))
                .hasValueSatisfying(
                        kinds -> assertThat(kinds).containsExactly(AttestationKind.EAEU_CERTIFICATE.name()));
        assertThat(codes.kinds("1402")).isEqualTo(codes.kinds("01402")).isPresent();
        assertThat(codes.kinds("06011"))
                .hasValueSatisfying(kinds -> assertThat(kinds).isEmpty());
        assertThat(codes.kinds("99999")).isEmpty();
    }
}
