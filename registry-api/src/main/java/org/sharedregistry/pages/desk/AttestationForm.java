package org.sharedregistry.pages.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.attestation.AttestationContent;
import org.sharedregistry.attestation.AttestationEntry;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.problem.RegistryProblem;

/**
 * What was typed about an attestation that its applicant registered itself; several values stand on a line each.
 *
 * @param goods addresses of the entries it covers
 * @param key that lets a form that was sent twice count once
 */
public record AttestationForm(
        @Nullable AttestationKind kind,
        @Nullable String number,
        @Nullable String issued,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable String regulations,
        @Nullable String standards,
        @Nullable String models,
        @Nullable String hs,
        @Nullable String okpd2,
        @Nullable String reports,
        @Nullable List<String> goods,
        @Nullable String key) {

    static AttestationForm of(Map<String, Object> read) {
        Map<?, ?> content = read.get("content") instanceof Map<?, ?> found ? found : Map.of();
        return new AttestationForm(
                read.get("kind") instanceof AttestationKind kind ? kind : null,
                text(read.get("number")),
                text(content.get("issued")),
                text(content.get("validFrom")),
                text(content.get("validTo")),
                text(content.get("regulations")),
                text(content.get("standards")),
                text(content.get("models")),
                text(content.get("hs")),
                text(content.get("okpd2")),
                text(content.get("reports")),
                List.of(),
                GoodsForm.newKey());
    }

    /** @throws RegistryProblem INVALID_FIELD when one of the fields is wrong */
    AttestationEntry.Request request(UUID manufacturer) {
        if (kind == null) {
            throw RegistryProblem.field("/kind", "Say what it is.");
        }
        LocalDate from = day("validFrom", validFrom);
        if (from == null) {
            throw RegistryProblem.field("/content/validFrom", "Say from which day it is valid.");
        }
        return new AttestationEntry.Request(
                kind,
                number == null ? "" : number,
                null,
                manufacturer,
                goods == null ? Set.of() : Set.copyOf(goods),
                new AttestationContent(
                        day("issued", issued),
                        from,
                        day("validTo", validTo),
                        null,
                        null,
                        Set.of(),
                        lines(regulations),
                        lines(standards),
                        lines(models),
                        Set.of(),
                        Set.of(),
                        lines(hs),
                        lines(okpd2),
                        lines(reports),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    public boolean covers(String address) {
        return goods != null && goods.contains(address);
    }

    private static @Nullable LocalDate day(String name, @Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw RegistryProblem.field("/content/" + name, "A day is written as 2026-11-26.");
        }
    }

    private static Set<String> lines(@Nullable String typed) {
        return typed == null
                ? Set.of()
                : Arrays.stream(typed.split("\\R|;", -1))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.toSet());
    }

    private static @Nullable String text(@Nullable Object read) {
        if (read instanceof Set<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new)).stream()
                    .collect(Collectors.joining("\n"));
        }
        return read == null ? null : read.toString();
    }
}
