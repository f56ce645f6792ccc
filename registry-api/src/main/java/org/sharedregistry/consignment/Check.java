package org.sharedregistry.consignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.Purpose;

/**
 * A check of a consignment that was begun on a page.
 *
 * @param id random, as its address has it
 * @param account that began it, or {@code public}
 * @param lines how many it has
 * @param answered how many of them are answered
 * @param needALook how many of those somebody should look at
 * @param summary null until all are answered
 */
public record Check(
        String id,
        String account,
        Instant begunAt,
        Terms terms,
        int lines,
        int answered,
        int needALook,
        State state,
        @Nullable Summary summary) {

    /**
     * What it was begun with.
     *
     * @param on the day that counts; each regime's today when null
     * @param language of the reasons: ru, be or en
     * @param fileName of a file of lines; null for a text
     * @param others documents in box 44 that the registry is not asked about
     */
    public record Terms(
            String destination,
            @Nullable Purpose purpose,
            @Nullable LocalDate on,
            String language,
            @Nullable String fileName,
            List<Box44.Document> others,
            List<Carriage> carriages) {

        BatchDefaults defaults() {
            return new BatchDefaults(destination, purpose, on, null, null, language);
        }
    }

    /** How far it is. */
    public enum State {
        GOING_ON,
        DONE,
        /** The registry was stopped or failed while it went on: begin it anew. */
        BROKEN_OFF
    }
}
