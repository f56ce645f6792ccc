package org.sharedregistry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;
import org.sharedregistry.identifier.RegistryNumber;

class GeneratedEntryTest {

    private final SeriesKeys keys = new SeriesKeys();

    @Test
    void hasNumbersThatAreReadAsWhatTheyAre() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            GeneratedEntry entry = new GeneratedEntry(random.nextInt(GeneratedEntry.MOST));
            assertThat(RegistryNumber.parse(entry.registryNumber()))
                    .as("%s", entry)
                    .isPresent();
            for (AttestationKind kind : entry.kinds()) {
                SeriesNumber number = entry.number(kind);
                assertThat(Identifiers.read(number.toString()))
                        .as("%s", number)
                        .filteredOn(reading -> reading.kind().name().equals(kind.name()))
                        .first()
                        .extracting(Reading::key)
                        .isEqualTo(keys.of(number, kind));
            }
        }
    }

    @Test
    void sharesNoNumberWithAnother() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            GeneratedEntry entry = new GeneratedEntry(i);
            assertThat(numbers.add(entry.registryNumber())).as("%s", entry).isTrue();
            for (AttestationKind kind : entry.kinds()) {
                assertThat(numbers.add(keys.of(entry.number(kind), kind)))
                        .as("%s of %s", kind, entry)
                        .isTrue();
            }
        }
    }
}
