package org.sharedregistry.consignment;

import java.util.EnumMap;
import java.util.Map;
import org.sharedregistry.recognition.Verdict;

/**
 * What became of the lines of a batch.
 *
 * @param failed lines with a problem instead of an answer
 * @param repeated lines that say the same as one before
 * @param verdicts how often each was given
 */
public record Summary(int lines, int answered, int failed, int repeated, Map<Verdict, Integer> verdicts) {

    /** Counts while lines are answered. */
    static final class Count {

        private int failed;
        private int repeated;
        private int lines;
        private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);

        void add(Item item) {
            lines++;
            if (item.repeats() != null) {
                repeated++;
            }
            if (item.answer() == null) {
                failed++;
            } else {
                verdicts.merge(item.answer().verdict(), 1, Integer::sum);
            }
        }

        Summary summary() {
            return new Summary(lines, lines - failed, failed, repeated, verdicts);
        }
    }
}
