package org.sharedregistry.consignment;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.recognition.Verdict;
import org.sharedregistry.verification.Answer;
import org.sharedregistry.verification.Answer.DocumentStatus;
import org.springframework.http.ProblemDetail;

/**
 * A line of a kept check, cut to what a table says of it.
 *
 * @param number as the line gave it
 * @param document where the document stands; null when the number names goods
 * @param reasons what speaks against recognition or narrows it, in the language of the check
 * @param findings what else stands out, in the language of the check
 * @param repeats the first line that says the same
 * @param problem the slug of what keeps the line from being answered
 */
public record Row(
        int line,
        @Nullable String lineId,
        @Nullable String number,
        @Nullable DocumentStatus document,
        @Nullable Verdict verdict,
        List<Goods> goods,
        List<Said> reasons,
        List<String> findings,
        @Nullable Integer repeats,
        @Nullable String problem,
        @Nullable String detail) {

    /** What leaves the verdict as it is stands where the number is verified alone. */
    private static final Set<Reason.Effect> DECIDING =
            EnumSet.complementOf(EnumSet.of(Reason.Effect.SUPPORTS, Reason.Effect.WARNS));

    private static final int MOST_GOODS = 3;
    private static final int MOST_REASONS = 5;

    /** Goods that the number leads to. */
    public record Goods(String number, String name) {}

    /** A reason, and which way it goes. */
    public record Said(Reason.Effect effect, String text) {}

    static Row of(Item item) {
        Answer answer = item.answer();
        return new Row(
                item.line(),
                item.lineId(),
                item.number(),
                answer == null || answer.document() == null
                        ? null
                        : answer.document().status(),
                answer == null ? null : answer.verdict(),
                answer == null ? List.of() : goods(answer),
                answer == null ? List.of() : reasons(answer),
                item.findings().stream().map(LineFinding::text).toList(),
                item.repeats(),
                item.problem() == null ? null : slug(item.problem()),
                item.problem() == null ? null : item.problem().getDetail());
    }

    /** Whether somebody should look at the line: anything but recognised goods under a document that is good. */
    public boolean needsALook() {
        return verdict != Verdict.RECOGNIZED
                || (document != null && document != DocumentStatus.VALID)
                || !findings.isEmpty()
                || repeats != null;
    }

    private static List<Goods> goods(Answer answer) {
        return answer.matches().stream()
                .limit(MOST_GOODS)
                .map(match ->
                        new Goods(match.goods().registryNumber(), match.goods().name()))
                .toList();
    }

    private static List<Said> reasons(Answer answer) {
        return answer.matches().stream()
                .flatMap(match -> match.reasons().stream())
                .filter(reason -> DECIDING.contains(reason.effect()))
                .map(reason -> new Said(reason.effect(), reason.text()))
                .distinct()
                .limit(MOST_REASONS)
                .toList();
    }

    private static String slug(ProblemDetail problem) {
        String path = Objects.requireNonNull(problem.getType(), "Problems of lines have a type")
                .getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
