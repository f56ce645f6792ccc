package org.sharedregistry.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The made-up registry, as far as documents are printed from it and checked against it. */
record DocumentSource(
        String note,
        List<Manufacturer> manufacturers,
        List<Body> bodies,
        List<Goods> goods,
        List<Attestation> attestations,
        List<Document> documents) {

    /** Reads {@code demo/registry.json}; what is printed on no document is left out. */
    static DocumentSource read() throws IOException {
        try (InputStream json = DocumentSource.class.getResourceAsStream("/demo/registry.json")) {
            return JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(json, DocumentSource.class);
        }
    }

    Manufacturer manufacturer(@Nullable String key) {
        return manufacturers.stream()
                .filter(manufacturer -> manufacturer.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No manufacturer " + key));
    }

    Body body(@Nullable String key) {
        return bodies.stream()
                .filter(body -> body.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No body " + key));
    }

    Goods goods(String key) {
        return goods.stream()
                .filter(entry -> entry.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No goods " + key));
    }

    Attestation attestation(@Nullable String key) {
        return attestations.stream()
                .filter(attestation -> attestation.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No attestation " + key));
    }

    /** The test reports on some goods. */
    List<Attestation> reportsOn(Attestation attestation) {
        return attestations.stream()
                .filter(other -> other.kind.equals("TEST_REPORT"))
                .filter(other -> attestation.goods.containsAll(other.goods))
                .filter(other -> !other.validFrom.isAfter(attestation.validFrom))
                .toList();
    }

    record Names(String ru, String be, String en) {

        String in(String language) {
            return switch (language) {
                case "ru" -> ru;
                case "be" -> be;
                case "en" -> en;
                default -> throw new IllegalArgumentException("No names in " + language);
            };
        }
    }

    record Manufacturer(String key, String state, String taxId, Names names, String address) {}

    record Body(String key, String state, String accreditation, Names names) {}

    record Goods(
            String key,
            String manufacturer,
            Names names,
            String description,
            List<String> models,
            List<String> hs,
            List<String> okpd2,
            List<String> okrb,
            List<String> gtins,
            List<String> regulations,
            boolean submitted,
            List<Decision> decisions) {}

    record Decision(String state, String action, LocalDate from, String act, String reason) {}

    record Attestation(
            String key,
            String kind,
            String number,
            @Nullable String body,
            @Nullable String manufacturer,
            @Nullable String manufacturerName,
            String origin,
            List<String> goods,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<String> regulations,
            List<String> standards,
            List<String> models,
            List<String> hs,
            List<Event> events) {}

    record Event(String type, LocalDate effective, @Nullable LocalDate until, String reason, String act) {}

    record Document(
            String file,
            String kind,
            String visibility,
            String filedBy,
            List<String> goods,
            @Nullable String attestation) {

        /** The language it is printed in, which the end of its name tells; Russian if that tells nothing. */
        String language() {
            return file.matches(".*-(be|en)\\.\\w+") ? file.replaceAll(".*-(be|en)\\.\\w+", "$1") : "ru";
        }
    }
}
