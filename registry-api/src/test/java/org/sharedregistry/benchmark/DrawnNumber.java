package org.sharedregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.sharedregistry.attestation.AttestationKind;

/**
 * The number of an attestation, to be asked for at the border of the other state.
 *
 * @param key under which the registry keeps it
 */
record DrawnNumber(String number, String key, String destination) {

    /** Draws attestations of random goods, of all kinds. */
    static List<DrawnNumber> draw(Random random, SeriesKeys keys, int count, int goods) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    GeneratedEntry entry = new GeneratedEntry(random.nextInt(goods));
                    return of(entry, entry.kinds().get(random.nextInt(3)), keys);
                })
                .toList();
    }

    /** The address of the question. */
    String question() {
        return "/api/v1/verifications?destination=" + destination + "&number=" + URLEncoder.encode(number, UTF_8);
    }

    private static DrawnNumber of(GeneratedEntry entry, AttestationKind kind, SeriesKeys keys) {
        SeriesNumber number = entry.number(kind);
        return new DrawnNumber(
                number.toString(), keys.of(number, kind), entry.state().equals("BY") ? "RU" : "BY");
    }
}
