package org.sharedregistry.examination;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.AttestationContent;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.examination.Recorded.Subject;
import org.sharedregistry.examination.Recorded.Value;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.goods.Manufacturers;
import org.sharedregistry.goods.RecordedGoods;
import org.sharedregistry.identifier.Folding;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.OrganisationName;
import org.springframework.stereotype.Component;

/** What the registry holds, in the fields in which papers speak. */
@Component
class Records {

    private static final Set<IdentifierKind> TAXPAYERS = Set.of(IdentifierKind.INN, IdentifierKind.UNP);
    private static final Set<IdentifierKind> OKPD2 = Set.of(IdentifierKind.OKPD2);
    private static final Set<IdentifierKind> REGULATIONS = Set.of(IdentifierKind.TECHNICAL_REGULATION);
    private static final Set<IdentifierKind> ACCREDITATIONS = Set.of(IdentifierKind.ACCREDITATION);
    private static final Set<IdentifierKind> CARDS = Set.of(IdentifierKind.STATE_REGISTER_CARD);
    private static final Set<IdentifierKind> ARTICLES = Set.of(IdentifierKind.GTIN);

    private final Attestations attestations;
    private final Goods goods;
    private final Manufacturers manufacturers;

    Records(Attestations attestations, Goods goods, Manufacturers manufacturers) {
        this.attestations = attestations;
        this.goods = goods;
        this.manufacturers = manufacturers;
    }

    /** Attestations as recorded now. */
    List<Recorded> ofAttestations(Collection<Attestation> wanted) {
        Map<UUID, Manufacturer> makers = manufacturers.all(wanted.stream()
                .flatMap(each -> Stream.ofNullable(each.manufacturer()))
                .collect(Collectors.toSet()));
        Map<String, List<Attestation>> reports = reports(wanted);
        return wanted.stream()
                .map(each -> ofAttestation(each, makers.get(each.manufacturer()), reports))
                .toList();
    }

    /** Goods entries as recorded now. */
    List<Recorded> ofGoods(Collection<UUID> wanted) {
        return goods.recorded(wanted, Long.MAX_VALUE).stream()
                .map(Records::ofGoods)
                .toList();
    }

    private Map<String, List<Attestation>> reports(Collection<Attestation> wanted) {
        Map<String, List<Reading>> numbers = wanted.stream()
                .flatMap(each -> each.content().reports().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), Identifiers::read));
        return numbers.isEmpty() ? Map.of() : attestations.named(numbers, Long.MAX_VALUE);
    }

    private static Recorded ofAttestation(
            Attestation attestation, @Nullable Manufacturer maker, Map<String, List<Attestation>> reports) {
        AttestationContent content = attestation.content();
        boolean report = attestation.kind() == AttestationKind.TEST_REPORT;
        Map<Field, List<Value>> values = new EnumMap<>(Field.class);
        values.put(Field.NUMBER, List.of(new Value(attestation.number(), attestation.key())));
        values.put(Field.ISSUED, day(Optional.ofNullable(content.issued()).orElse(content.validFrom())));
        if (!report) {
            values.put(Field.VALID_FROM, day(content.validFrom()));
            values.put(Field.VALID_TO, day(content.validTo()));
            values.put(Field.TEST_REPORT, each(content.reports(), number -> "FREE|" + Folding.bare(number)));
        }
        values.put(Field.MANUFACTURER, names(maker, content.manufacturerName()));
        if (maker != null) {
            values.put(Field.MANUFACTURER_ID, numbered(TAXPAYERS, Set.of(maker.taxId())));
        }
        values.put(Field.CARD, numbered(CARDS, content.cards()));
        values.put(Field.MODEL, each(content.models(), Folding::bare));
        values.put(Field.HS, each(content.hs(), code -> "HS|" + code));
        values.put(Field.OKPD2, numbered(OKPD2, content.okpd2()));
        values.put(Field.REGULATION, numbered(REGULATIONS, content.regulations()));
        String issuer = Optional.ofNullable(attestation.issuer())
                .map(body -> body.newest().accreditation())
                .orElse(null);
        if (issuer != null) {
            values.put(
                    report ? Field.LABORATORY_ACCREDITATION : Field.BODY_ACCREDITATION,
                    numbered(ACCREDITATIONS, Set.of(issuer)));
        }
        Set<String> laboratories = laboratories(content, reports);
        if (!laboratories.isEmpty()) {
            values.put(Field.LABORATORY_ACCREDITATION, numbered(ACCREDITATIONS, laboratories));
        }
        return new Recorded(Subject.ATTESTATION, attestation.id(), attestation.number(), values);
    }

    private static Recorded ofGoods(RecordedGoods recorded) {
        GoodsDescription description = recorded.descriptions().newest();
        Map<Field, List<Value>> values = new HashMap<>();
        values.put(Field.MANUFACTURER, names(recorded.manufacturer(), null));
        values.put(
                Field.MANUFACTURER_ID,
                numbered(TAXPAYERS, Set.of(recorded.manufacturer().taxId())));
        values.put(Field.MODEL, each(description.models(), Folding::bare));
        values.put(Field.HS, each(description.hs(), code -> "HS|" + code));
        values.put(Field.OKPD2, numbered(OKPD2, description.okpd2()));
        values.put(Field.REGULATION, numbered(REGULATIONS, description.regulations()));
        values.put(Field.GTIN, numbered(ARTICLES, description.gtins()));
        return new Recorded(
                Subject.GOODS, recorded.entry().id(), recorded.entry().address(), values);
    }

    /** The accreditations of those who made the test reports that are held. */
    private static Set<String> laboratories(AttestationContent content, Map<String, List<Attestation>> reports) {
        return content.reports().stream()
                .flatMap(number -> reports.getOrDefault(number, List.of()).stream())
                .filter(each -> each.kind() == AttestationKind.TEST_REPORT)
                .flatMap(each -> Stream.ofNullable(each.issuer()))
                .map(body -> body.newest().accreditation())
                .collect(Collectors.toSet());
    }

    /** A manufacturer has a name in each language; a paper is in one of them. */
    private static List<Value> names(@Nullable Manufacturer maker, @Nullable String printed) {
        return Stream.concat(
                        Stream.ofNullable(maker).flatMap(each -> each.names().values().stream()),
                        Stream.ofNullable(printed))
                .map(name -> new Value(name, OrganisationName.key(name)))
                .distinct()
                .toList();
    }

    private static List<Value> day(@Nullable Object day) {
        return day == null ? List.of() : List.of(new Value(day.toString(), day.toString()));
    }

    private static List<Value> each(Set<String> values, Function<String, String> key) {
        return values.stream().map(value -> new Value(value, key.apply(value))).toList();
    }

    /** Under the keys that numbers of such kinds have on papers. */
    private static List<Value> numbered(Set<IdentifierKind> kinds, Set<String> values) {
        return each(
                values,
                number -> Identifiers.read(number).stream()
                        .filter(reading -> kinds.contains(reading.kind()))
                        .map(Reading::key)
                        .findFirst()
                        .orElse(Folding.bare(number)));
    }
}
