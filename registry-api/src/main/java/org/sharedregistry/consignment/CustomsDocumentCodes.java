package org.sharedregistry.consignment;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The codes of box 44 and the kinds of document that each stands for, from {@code customs-document-codes.csv}; none
 * where the table is not sure enough to contradict anybody.
 */
@Component
final class CustomsDocumentCodes {

    private final Map<String, Set<String>> kinds;

    CustomsDocumentCodes() {
        ClassPathResource file = new ClassPathResource("consignment/customs-document-codes.csv");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(text, format)) {
            this.kinds = rows.stream()
                    .collect(Collectors.toUnmodifiableMap(row -> row.get("code"), row -> words(row.get("kinds"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The kinds that a code stands for, as in {@link org.sharedregistry.attestation.AttestationKind}; none where that is
     * not sure, nothing where the code is unknown.
     *
     * @param code with or without its leading zero, which programs for tables take away
     */
    Optional<Set<String>> kinds(String code) {
        return Optional.ofNullable(kinds.get(code.length() == 4 ? "0" + code : code));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toSet());
    }
}
