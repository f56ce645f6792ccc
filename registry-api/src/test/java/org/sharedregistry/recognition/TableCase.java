package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.Reason.Effect;

/**
 * A case of the table: what is given beside the story, what is asked, and what has to be answered.
 *
 * @param because every reason that does not support the recognition, and those that do as far as the case is about them
 * @param notBecause reasons that there must not be
 */
record TableCase(
        Line name, List<Line> given, Line asked, Verdict verdict, List<Expected> because, List<Expected> notBecause) {

    private static final Pattern QUESTION = Words.pattern("for {state}, {purpose}, on {day}[, made on {made}]"
            + "[, model {model}][, site {site}][, batch {batch}][, code {hs}][, class {okpd2}][, maker {maker}]"
            + "[, {quantity} {unit}]");

    private static final Pattern REASON = Words.pattern("{effect} {code}[ {subject}][ since {day}]");

    /** The facts of the story as this case changes them. */
    Facts facts(List<Line> story) {
        SomeFacts facts = new SomeFacts();
        story.forEach(line -> line.tell(facts));
        given.forEach(line -> line.tell(facts));
        return facts.build();
    }

    Question question() {
        Words words = said();
        Item item = new Item(
                words.said("model"),
                words.said("site"),
                words.said("batch"),
                words.said("hs"),
                words.said("okpd2"),
                words.said("maker"),
                words.decimal("quantity"),
                words.said("unit"));
        return new Question(
                words.text("state"), words.oneOf(Sentences.PURPOSES, "purpose"), words.dayIfSaid("made"), item);
    }

    Finding finding(Facts facts) {
        return Recognition.on(said().day("day"), facts, question());
    }

    private Words said() {
        return Words.of(QUESTION, asked.text).orElseThrow(() -> asked.failure("is no question", null));
    }

    /** A line of the table. */
    record Line(int number, String text) {

        void tell(SomeFacts facts) {
            try {
                Sentences.tell(text, facts);
            } catch (RuntimeException failure) {
                throw failure("cannot be told", failure);
            }
        }

        IllegalArgumentException failure(String what, @Nullable Throwable cause) {
            return new IllegalArgumentException("cases.yaml, line " + number + ", " + what + ": " + text, cause);
        }
    }

    /**
     * A reason as the table writes it.
     *
     * @param subject null when the case does not say
     * @param since null when the case does not say
     */
    record Expected(
            Effect effect,
            ReasonCode code,
            @Nullable String subject,
            @Nullable LocalDate since) {

        static Expected of(Line line) {
            Words words = Words.of(REASON, line.text).orElseThrow(() -> line.failure("is no reason", null));
            return new Expected(
                    Effect.valueOf(words.text("effect")),
                    ReasonCode.valueOf(words.text("code")),
                    words.said("subject"),
                    words.dayIfSaid("day"));
        }

        boolean fits(Reason reason) {
            return effect == reason.effect()
                    && code == reason.code()
                    && (subject == null || subject.equals(reason.subject()))
                    && (since == null || since.equals(reason.since()));
        }
    }
}
