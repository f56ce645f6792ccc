package org.sharedregistry.consignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.consignment.LineFinding.Code;
import org.sharedregistry.identifier.Confidence;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.verification.Answer;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Compares what a line says besides its question with the answer and with itself. */
@Component
final class LineFindings {

    private static final Set<String> DOCUMENT_KINDS =
            Arrays.stream(AttestationKind.values()).map(Enum::name).collect(Collectors.toSet());

    private final CustomsDocumentCodes codes;
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    LineFindings(CustomsDocumentCodes codes) {
        this.codes = codes;
        messages.setBasename("consignment");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    /**
     * @param answer null where the line has none
     * @param language of the texts: ru, be or en
     */
    List<LineFinding> of(Line line, @Nullable Answer answer, String language) {
        List<LineFinding> found = new ArrayList<>();
        String code = line.value(LineFields.DOCUMENT_CODE);
        if (code != null) {
            document(code, answer).ifPresent(finding -> found.add(finding(finding, code, language)));
        }
        String container = line.value(LineFields.CONTAINER);
        if (container != null && !isRead(container, IdentifierKind.CONTAINER)) {
            found.add(finding(Code.CONTAINER_WRONG, container, language));
        }
        String wagon = line.value(LineFields.WAGON);
        if (wagon != null && !isRead(wagon, IdentifierKind.WAGON)) {
            found.add(finding(Code.WAGON_WRONG, wagon, language));
        }
        return found;
    }

    private Optional<Code> document(String code, @Nullable Answer answer) {
        Optional<Set<String>> expected = codes.kinds(code);
        if (expected.isEmpty()) {
            return Optional.of(Code.DOCUMENT_CODE_UNKNOWN);
        }
        Set<String> kinds = answer == null ? Set.of() : kinds(answer);
        boolean contradicts =
                !expected.get().isEmpty() && !kinds.isEmpty() && kinds.stream().noneMatch(expected.get()::contains);
        return contradicts ? Optional.of(Code.DOCUMENT_CODE_CONTRADICTS) : Optional.empty();
    }

    /** What the document is; where the registry does not hold it, what its number surely says. */
    private static Set<String> kinds(Answer answer) {
        if (answer.document() != null && answer.document().kind() != null) {
            return Set.of(answer.document().kind());
        }
        return answer.query().readings().stream()
                .filter(reading -> reading.confidence().equals(Confidence.HIGH.name()))
                .map(Answer.NumberReading::kind)
                .filter(DOCUMENT_KINDS::contains)
                .collect(Collectors.toSet());
    }

    private static boolean isRead(String number, IdentifierKind kind) {
        return Identifiers.read(number).stream().anyMatch(reading -> reading.kind() == kind);
    }

    private LineFinding finding(Code code, String value, String language) {
        return new LineFinding(
                code, messages.getMessage(code.name(), new Object[] {value}, Locale.forLanguageTag(language)));
    }
}
