package org.sharedregistry.pages;

import org.sharedregistry.recognition.AttestationStatus;
import org.sharedregistry.recognition.Verdict;
import org.sharedregistry.verification.Answer.DocumentStatus;
import org.springframework.stereotype.Component;

/**
 * In which tone a statement is shown: {@code yes}, {@code no}, {@code open} or {@code calm}, the classes of the style
 * sheet; in templates {@code @tones}. What says nothing bad of anybody is calm.
 */
@Component("tones")
public final class Tones {

    Tones() {}

    public String of(Verdict verdict) {
        return switch (verdict) {
            case RECOGNIZED -> "yes";
            case NOT_RECOGNIZED -> "no";
            case CONDITIONAL, DEPENDS_ON_ITEM, UNDETERMINED, AMBIGUOUS -> "open";
            case NOT_APPLICABLE, NOT_FOUND -> "calm";
        };
    }

    public String of(DocumentStatus status) {
        return switch (status) {
            case VALID -> "yes";
            case SUSPENDED, TERMINATED, ANNULLED, EXPIRED -> "no";
            case PARTLY_SUSPENDED, NOT_YET_VALID, AMBIGUOUS -> "open";
            case NOT_FOUND -> "calm";
        };
    }

    public String of(AttestationStatus status) {
        return of(DocumentStatus.valueOf(status.name()));
    }
}
