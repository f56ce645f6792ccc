package org.sharedregistry.pages.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.Reason.Effect;

/**
 * Where goods stand in one state today, and why. Public, as all that templates read.
 *
 * @param until the last day on which that is so, as far as it is known; null without end
 */
public record Standing(
        String state, Status status, @Nullable LocalDate until, List<Line> lines) {

    /** In the words of a manufacturer. */
    public enum Status {
        DRAFT("calm"),
        AWAITING("open"),
        RECOGNIZED("yes"),
        CONDITIONAL("yes"),
        LACKING("no"),
        SUSPENDED("no"),
        OBJECTED("no"),
        REFUSED("no"),
        WITHDRAWN("no"),
        UNDETERMINED("open"),
        NOT_APPLICABLE("calm");

        private final String tone;

        Status(String tone) {
            this.tone = tone;
        }

        /** How it looks: {@code yes}, {@code no}, {@code open} or {@code calm}. */
        public String tone() {
            return tone;
        }
    }

    /** One thing that the rules ask for: there, or missing, or to be known. */
    public record Line(Effect effect, String text) {

        boolean isMissing() {
            return effect == Effect.BLOCKS || effect == Effect.UNSETTLES;
        }
    }

    public boolean isRecognized() {
        return status == Status.RECOGNIZED || status == Status.CONDITIONAL;
    }
}
