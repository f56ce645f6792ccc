package org.sharedregistry.pages.consignment;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.consignment.Box44;
import org.sharedregistry.consignment.Carriage;
import org.sharedregistry.consignment.Check;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.recognition.Purpose;

/**
 * The form of the page for consignments as it was filled in, apart from its file.
 *
 * @param box44 pasted whole, or numbers, one a line
 * @param on the day that counts, ISO 8601; today when empty
 * @param wagons numbers parted by commas or lines; so are containers and waybills
 */
public record TypedConsignment(
        @Nullable String box44,
        @Nullable String destination,
        @Nullable Purpose purpose,
        @Nullable String on,
        @Nullable String wagons,
        @Nullable String containers,
        @Nullable String waybills) {

    private static final String RAIL_WAYBILL = "02013";

    public boolean isCarried() {
        return Stream.of(wagons, containers, waybills).anyMatch(TypedConsignment::isFilled);
    }

    /** What is wrong with it, as keys of messages by field. */
    Map<String, String> mistakes(boolean hasFile) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        if (hasFile == isFilled(box44)) {
            mistakes.put("box44", hasFile ? "consignment.wrong.both" : "consignment.wrong.nothing");
        }
        if (isFilled(on) && day() == null) {
            mistakes.put("on", "verify.wrong.day");
        }
        return mistakes;
    }

    Box44 documents() {
        return Box44.read(box44 == null ? "" : box44);
    }

    Check.Terms terms(String language, @Nullable String fileName, List<Box44.Document> others) {
        Stream<Carriage> waybillsOfBox44 = others.stream()
                .filter(document -> RAIL_WAYBILL.equals(document.code()))
                .flatMap(document -> Carriage.read(IdentifierKind.WAYBILL, document.number()));
        return new Check.Terms(
                destination == null ? "" : destination,
                purpose,
                day(),
                language,
                fileName,
                others,
                Stream.of(
                                Carriage.read(IdentifierKind.WAGON, wagons),
                                Carriage.read(IdentifierKind.CONTAINER, containers),
                                Carriage.read(IdentifierKind.WAYBILL, waybills),
                                waybillsOfBox44)
                        .flatMap(each -> each)
                        .distinct()
                        .toList());
    }

    TypedConsignment to(String otherDestination) {
        return new TypedConsignment(box44, otherDestination, purpose, on, wagons, containers, waybills);
    }

    private @Nullable LocalDate day() {
        if (on == null || on.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(on.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static boolean isFilled(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
