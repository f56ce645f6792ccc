package org.sharedregistry.consignment;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;

/**
 * A number by which goods travel.
 *
 * @param kind a wagon, a container or a rail waybill
 * @param display its standard form; none when its form or its check digit is wrong
 */
public record Carriage(
        IdentifierKind kind, String typed, @Nullable String display) {

    private static final Pattern BETWEEN = Pattern.compile("[,;\\n\\r]+");

    /** Reads numbers of one kind, parted by commas, semicolons or lines. */
    public static Stream<Carriage> read(IdentifierKind kind, @Nullable String typed) {
        return typed == null
                ? Stream.empty()
                : BETWEEN.splitAsStream(typed)
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .map(each -> of(kind, each));
    }

    private static Carriage of(IdentifierKind kind, String typed) {
        List<Reading> readings = typed.length() > Identifiers.LONGEST ? List.of() : Identifiers.read(typed);
        return new Carriage(
                kind,
                typed,
                readings.stream()
                        .filter(reading -> reading.kind() == kind)
                        .map(Reading::display)
                        .findFirst()
                        .orElse(null));
    }
}
