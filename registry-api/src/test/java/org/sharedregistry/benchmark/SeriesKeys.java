package org.sharedregistry.benchmark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.identifier.Identifiers;

/** The keys under which the registry keeps numbers. Only one of each series is read; the others differ by their serial. */
final class SeriesKeys {

    private static final String PLACE = "98765432";

    private final Map<String, String> read = new ConcurrentHashMap<>();

    String of(SeriesNumber number, AttestationKind kind) {
        String place = PLACE.substring(0, number.width());
        return read.computeIfAbsent(number.form(), form -> key(number.withDigits(place), kind))
                .replace(place, number.digits());
    }

    private static String key(String number, AttestationKind kind) {
        return Identifiers.read(number).stream()
                .filter(reading -> reading.kind().name().equals(kind.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not read as " + kind + ": " + number))
                .key();
    }
}
