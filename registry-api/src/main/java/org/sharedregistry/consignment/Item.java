package org.sharedregistry.consignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.verification.Answer;
import org.springframework.http.ProblemDetail;

/**
 * The answer to one line: either an answer or a problem.
 *
 * @param line its place in the batch, from 1
 * @param lineId as the caller named it
 * @param number as the line gave it
 * @param repeats the first line that says the same
 * @param transport how the goods travel, as the line gave it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Item(
        int line,
        @Nullable String lineId,
        @Nullable String number,
        @Nullable Answer answer,
        @Nullable ProblemDetail problem,
        List<LineFinding> findings,
        @Nullable Integer repeats,
        @Nullable Transport transport) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Transport(
            @Nullable String cmr,
            @Nullable String plate,
            @Nullable String container,
            @Nullable String waybill,
            @Nullable String wagon) {

        private static final Transport NONE = new Transport(null, null, null, null, null);

        static @Nullable Transport of(Line line) {
            Transport transport = new Transport(
                    line.value(LineFields.CMR),
                    line.value(LineFields.PLATE),
                    line.value(LineFields.CONTAINER),
                    line.value(LineFields.WAYBILL),
                    line.value(LineFields.WAGON));
            return transport.equals(NONE) ? null : transport;
        }
    }
}
