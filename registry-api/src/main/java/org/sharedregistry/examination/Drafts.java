package org.sharedregistry.examination;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.AttestationContent;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.attestation.Bodies;
import org.sharedregistry.document.Document;
import org.sharedregistry.goods.Manufacturers;
import org.sharedregistry.language.TextLanguage;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.PaperKind;
import org.springframework.stereotype.Component;

/**
 * What would be entered if a person agreed, filled from papers. Nothing is entered here: the requests are sent by whoever
 * has looked at the proofs, changed or not.
 */
@Component
public class Drafts {

    private final Examined examined;
    private final Arrangements arrangements;
    private final Attestations attestations;
    private final Bodies bodies;
    private final Manufacturers manufacturers;

    Drafts(
            Examined examined,
            Arrangements arrangements,
            Attestations attestations,
            Bodies bodies,
            Manufacturers manufacturers) {
        this.examined = examined;
        this.arrangements = arrangements;
        this.attestations = attestations;
        this.bodies = bodies;
        this.manufacturers = manufacturers;
    }

    /** From a document that the caller has filed, or the paper that it is a part of. */
    public View of(Caller caller, UUID id) {
        Document document = examined.own(caller, id);
        Printed printed = arrangements.paperOf(document);
        Optional<Attestation> held = printed.all(Field.NUMBER).stream()
                .flatMap(number -> attestations.named(number.value(), Long.MAX_VALUE).stream())
                .filter(each -> Candidates.mayKnow(caller, each))
                .findFirst();
        return new View(
                document.id(),
                held.map(each -> new Held(each.id(), each.number())).orElse(null),
                held.isPresent() ? null : attestation(printed),
                goods(printed, held.map(Attestation::content).orElse(null)));
    }

    private Draft attestation(Printed printed) {
        Filling filling = new Filling(printed);
        Map<String, Object> content = new LinkedHashMap<>();
        filling.one(content, "issued", Field.ISSUED);
        filling.one(content, "validFrom", Field.VALID_FROM, Field.ISSUED);
        filling.one(content, "validTo", Field.VALID_TO);
        filling.one(content, "manufacturerName", Field.MANUFACTURER);
        filling.all(content, "regulations", Field.REGULATION);
        filling.all(content, "standards", Field.STANDARD);
        filling.all(content, "models", Field.MODEL);
        filling.all(content, "hs", Field.HS);
        filling.all(content, "okpd2", Field.OKPD2);
        filling.all(content, "reports", Field.TEST_REPORT);
        Map<String, Object> request = new LinkedHashMap<>();
        filling.one(request, "number", Field.NUMBER);
        kind(printed).ifPresent(kind -> request.put("kind", kind));
        Field issuer =
                printed.kind() == PaperKind.TEST_REPORT ? Field.LABORATORY_ACCREDITATION : Field.BODY_ACCREDITATION;
        filling.looked(request, "body", issuer, bodies::byAccreditation);
        filling.looked(request, "manufacturer", Field.MANUFACTURER_ID, manufacturers::byTaxId);
        request.put("goods", Set.of());
        request.put("content", content);
        return new Draft(request, filling.proofs, missing(request, content, "kind", "number", "validFrom"));
    }

    /** @param held what is recorded of an attestation that the paper names; it goes before what the paper says */
    private static Draft goods(Printed printed, @Nullable AttestationContent held) {
        Filling filling = new Filling(printed);
        Map<String, Object> description = new LinkedHashMap<>();
        printed.first(Field.PRODUCT).ifPresent(product -> {
            description.put("names", Map.of(language(product.value()), product.value()));
            filling.proofs.put("names", product.proofs());
        });
        filling.all(description, "models", Field.MODEL);
        filling.all(description, "hs", Field.HS);
        filling.all(description, "okpd2", Field.OKPD2);
        filling.all(description, "okrb", Field.OKRB007);
        filling.all(description, "gtins", Field.GTIN);
        filling.all(description, "regulations", Field.REGULATION);
        if (held != null) {
            put(description, "models", held.models());
            put(description, "regulations", held.regulations());
            // An attestation often names the heading alone, where the paper has the whole code.
            putIfAbsent(description, "hs", held.hs());
            putIfAbsent(description, "okpd2", held.okpd2());
        }
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("description", description);
        return new Draft(request, filling.proofs, missing(request, description, "regime", "names", "models", "hs"));
    }

    private static void put(Map<String, Object> description, String name, Set<String> recorded) {
        if (!recorded.isEmpty()) {
            description.put(name, new TreeSet<>(recorded));
        }
    }

    private static void putIfAbsent(Map<String, Object> description, String name, Set<String> recorded) {
        if (!description.containsKey(name)) {
            put(description, name, recorded);
        }
    }

    private static Optional<AttestationKind> kind(Printed printed) {
        if (printed.kind() == PaperKind.TEST_REPORT) {
            return Optional.of(AttestationKind.TEST_REPORT);
        }
        return printed.first(Field.NUMBER)
                .flatMap(number -> Optional.ofNullable(number.kind()))
                .flatMap(kind -> Stream.of(AttestationKind.values())
                        .filter(each -> each.name().equals(kind.name()))
                        .findFirst());
    }

    private static String language(String text) {
        return TextLanguage.of(text).orElse(TextLanguage.RUSSIAN).tag();
    }

    private static List<String> missing(Map<String, Object> request, Map<String, Object> content, String... needed) {
        return Stream.of(needed)
                .filter(name -> !request.containsKey(name) && !content.containsKey(name))
                .toList();
    }

    /** Takes values off a paper, and their proofs with them. */
    private static final class Filling {

        private final Printed printed;
        private final Map<String, List<Proof>> proofs = new LinkedHashMap<>();

        Filling(Printed printed) {
            this.printed = printed;
        }

        /** The surest value of the first of some fields that has one. */
        void one(Map<String, Object> target, String name, Field... fields) {
            Stream.of(fields)
                    .flatMap(field -> printed.first(field).stream())
                    .findFirst()
                    .ifPresent(value -> {
                        target.put(name, value.value());
                        proofs.put(name, value.proofs());
                    });
        }

        void all(Map<String, Object> target, String name, Field field) {
            List<Printed.Value> values = printed.all(field);
            if (!values.isEmpty()) {
                target.put(
                        name, values.stream().map(Printed.Value::value).collect(Collectors.toCollection(TreeSet::new)));
                proofs.put(
                        name,
                        values.stream().flatMap(each -> each.proofs().stream()).toList());
            }
        }

        /** What the registry holds under a number on the paper. */
        void looked(Map<String, Object> target, String name, Field field, Function<String, Optional<UUID>> held) {
            for (Printed.Value value : printed.all(field)) {
                Optional<UUID> found = held.apply(value.value());
                if (found.isPresent()) {
                    target.put(name, found.get());
                    proofs.put(name, value.proofs());
                    return;
                }
            }
        }
    }

    /**
     * @param held the attestation that the registry holds under the paper's number: the paper is filed as its proof, and
     *     no second one is entered
     * @param attestation null when one is held
     */
    public record View(
            UUID document, @Nullable Held held, @Nullable Draft attestation, Draft goods) {}

    public record Held(UUID attestation, String number) {}

    /**
     * @param request the body of the call that enters it, as far as the paper tells
     * @param proofs where each field stands, by its name in the request
     * @param missing fields that a person has to add
     */
    public record Draft(Map<String, Object> request, Map<String, List<Proof>> proofs, List<String> missing) {}
}
