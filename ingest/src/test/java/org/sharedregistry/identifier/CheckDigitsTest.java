package org.sharedregistry.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CheckDigitsTest {

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvFileSource(resources = "checkdigit_vectors.csv", numLinesToSkip = 1)
    void readsOnlyNumbersWhoseCheckDigitHolds(String kind, String value, String expected) {
        IdentifierKind wanted = switch (kind) {
            case "INN10", "INN12" -> IdentifierKind.INN;
            case "OGRN", "OGRNIP" -> IdentifierKind.OGRN;
            case "CONTAINER_ISO6346" -> IdentifierKind.CONTAINER;
            default -> IdentifierKind.valueOf(kind);
        };
        assertThat(Identifiers.read(value).stream().anyMatch(reading -> reading.kind() == wanted))
                .isEqualTo(expected.equals("valid"));
    }
}
