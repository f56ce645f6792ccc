package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.BodyFact.Accreditation;
import org.sharedregistry.recognition.DecisionFact.Action;
import org.sharedregistry.recognition.Reason.Effect;
import org.sharedregistry.recognition.RegimeFact.Accepted;
import org.sharedregistry.recognition.RegimeFact.Designated;
import org.sharedregistry.recognition.RegimeFact.Mode;
import org.sharedregistry.recognition.RegimeFact.Regulation;
import org.sharedregistry.recognition.RegimeFact.Silence;
import org.sharedregistry.recognition.RegimeFact.Threshold;
import org.sharedregistry.recognition.RegimeFact.Weakness;

/** The sentences in which the table of cases tells facts, and what each of them says. */
final class Sentences {

    private static final Map<String, Mode> MODES = Map.of("by law", Mode.BY_LAW, "by decision", Mode.BY_DECISION);

    private static final Map<String, Silence> SILENCES =
            Map.of("nothing", Silence.NOTHING, "recognition", Silence.RECOGNIZED, "refusal", Silence.REFUSED);

    static final Map<String, Purpose> PURPOSES = Map.of(
            "at the border", Purpose.CUSTOMS,
            "in circulation", Purpose.CIRCULATION,
            "in procurement", Purpose.PROCUREMENT);

    private static final Map<String, Weakness> WEAKNESSES = Map.of(
            "a body that was not accredited", Weakness.ACCREDITATION,
            "a test report that does not stand", Weakness.REPORT,
            "a site that is not authorised", Weakness.SITE);

    private static final Map<String, Accreditation> ACCREDITATIONS = Map.of(
            "active", Accreditation.ACTIVE,
            "suspended", Accreditation.SUSPENDED,
            "terminated", Accreditation.TERMINATED);

    private static final Map<String, Action> ACTIONS = Map.of(
            "recognises the goods", Action.RECOGNIZE,
            "recognises the goods under a condition", Action.CONDITION,
            "refuses the goods", Action.REFUSE,
            "suspends the goods", Action.SUSPEND,
            "lifts its restriction", Action.RESUME,
            "withdraws its recognition", Action.WITHDRAW,
            "objects to the goods", Action.OBJECT);

    private static final Map<String, Action> APPEALS =
            Map.of("stayed", Action.STAY, "reversed", Action.REVERSE, "upheld", Action.UPHOLD);

    private static final Map<String, StatusEvent.Type> EVENTS = Map.of(
            "suspended", StatusEvent.Type.SUSPEND,
            "resumed", StatusEvent.Type.RESUME,
            "terminated", StatusEvent.Type.TERMINATE,
            "annulled", StatusEvent.Type.ANNUL,
            "restored by a court", StatusEvent.Type.RESTORE,
            "archived", StatusEvent.Type.ARCHIVE);

    private static final Pattern DESIGNATION = Words.pattern("from {from}[ to {last}]");

    private static final List<Sentence<SomeRegime>> OF_THE_REGIME = List.of(
            new Sentence<>("it counts {purposes}", (regime, words) -> regime.serving(purposes(words.list("purposes")))),
            new Sentence<>(
                    "the agreement is in force from {from}[ to {last}]",
                    (regime, words) -> regime.agreed(words.period())),
            new Sentence<>(
                    "{state} applies it from {from}[ to {last}]",
                    (regime, words) -> regime.appliedIn(words.text("state"), words.period())),
            new Sentence<>(
                    "{state} recognises {mode}",
                    (regime, words) -> regime.recognising(words.text("state"), words.oneOf(MODES, "mode"))),
            new Sentence<>(
                    "the authority of {state} decides within {days} days, and its silence means {silence}",
                    (regime, words) -> regime.deciding(
                            words.text("state"), words.number("days"), words.oneOf(SILENCES, "silence"))),
            new Sentence<>(
                    "the sector {sector} covers the codes {codes}[, in BY from {by}][, in RU from {ru}]",
                    (regime, words) -> regime.covering(
                            words.text("sector"),
                            SomeFacts.hs(words.list("codes")),
                            SomeFacts.okpd2(words.list("codes")),
                            ready(words))),
            new Sentence<>(
                    "the sector {sector} covers the Belarusian codes {codes}[, in BY from {by}][, in RU from {ru}]",
                    (regime, words) -> regime.coveringOkrb(words.text("sector"), words.list("codes"), ready(words))),
            new Sentence<>(
                    "a {kind} confirms production[ when {purposes}][ from {from}][ to {last}]"
                            + "[ if it states a local share of {share} %][ if issued before {before}]"
                            + "[ if issued by {body}[, designated {designation}]]",
                    (regime, words) -> regime.confirmingProduction(accepted(words))),
            new Sentence<>(
                    "a {kind} proves conformity[ when {purposes}][ from {from}][ to {last}]"
                            + "[ if it states a local share of {share} %][ if issued before {before}]"
                            + "[ if issued by {body}[, designated {designation}]]",
                    (regime, words) -> regime.provingConformity(accepted(words))),
            new Sentence<>("a {kind} is not accepted", (regime, words) -> regime.notAccepting(words.kind("kind"))),
            new Sentence<>(
                    "the regulation {regulation} applies to the codes {codes}[ but not to {except}]"
                            + "[ from {from}][ to {last}][ and takes only a {kind}]",
                    (regime, words) -> regime.regulating(new Regulation(
                            words.text("regulation"),
                            words.list("codes"),
                            words.list("except"),
                            words.said("kind") == null ? Set.of() : Set.of(words.kind("kind")),
                            words.period()))),
            new Sentence<>("no regulation is named", (regime, words) -> regime.withoutRegulations()),
            new Sentence<>(
                    "the standard {standard} counts as {regulation}[ from {from}][ to {last}]",
                    (regime, words) ->
                            regime.counting(words.text("standard"), words.text("regulation"), words.period())),
            new Sentence<>(
                    "goods of {okpd2} must score {points} points[ when {purposes}][ from {from}][ to {last}]",
                    (regime, words) -> regime.asking(new Threshold(
                            words.text("okpd2"),
                            purposes(words.list("purposes")),
                            words.number("points"),
                            null,
                            "list of points",
                            words.period()))),
            new Sentence<>(
                    "goods of {okpd2} must have a local share of {share} %[ when {purposes}][ from {from}][ to {last}]",
                    (regime, words) -> regime.asking(new Threshold(
                            words.text("okpd2"),
                            purposes(words.list("purposes")),
                            null,
                            words.decimal("share"),
                            "list of shares",
                            words.period()))),
            new Sentence<>(
                    "{weakness} is a warning",
                    (regime, words) -> regime.taking(words.oneOf(WEAKNESSES, "weakness"), Effect.WARNS)),
            new Sentence<>(
                    "{weakness} rules recognition out",
                    (regime, words) -> regime.taking(words.oneOf(WEAKNESSES, "weakness"), Effect.BLOCKS)),
            new Sentence<>(
                    "what comes from a register may be {days} days old",
                    (regime, words) -> regime.trustingRegistersFor(words.number("days"))));

    private static final List<Sentence<SomeFacts>> OF_THE_FACTS = List.of(
            new Sentence<>(
                    "under the regime {rule}",
                    (facts, words) -> tell(OF_THE_REGIME, words.text("rule"), facts.regime())),
            new Sentence<>(
                    "under its version of {day} {rule}",
                    (facts, words) -> tell(OF_THE_REGIME, words.text("rule"), facts.regimeFrom(words.day("day")))),
            new Sentence<>(
                    "the goods {number} are made in {state} by {makers}",
                    (facts, words) -> facts.goods(words.text("number"), words.text("state"), words.list("makers"))),
            new Sentence<>(
                    "the goods have the codes {codes}",
                    (facts, words) -> facts.withHs(SomeFacts.hs(words.list("codes")))
                            .withOkpd2(SomeFacts.okpd2(words.list("codes")))),
            new Sentence<>(
                    "the goods have the Belarusian codes {codes}",
                    (facts, words) -> facts.withOkrb(words.list("codes"))),
            new Sentence<>(
                    "the goods come in the models {models}", (facts, words) -> facts.withModels(words.list("models"))),
            new Sentence<>("the goods come in no models", (facts, words) -> facts.withModels(Set.of())),
            new Sentence<>(
                    "the goods are made at the sites {sites}", (facts, words) -> facts.madeAt(words.list("sites"))),
            new Sentence<>(
                    "the goods are entered from {from}[ to {last}]", (facts, words) -> facts.entered(words.period())),
            new Sentence<>("the goods were submitted on {day}", (facts, words) -> facts.submittedOn(words.day("day"))),
            new Sentence<>("the goods were not submitted", (facts, words) -> facts.submittedOn(null)),
            new Sentence<>(
                    "the site {site} may make {codes}[ from {from}][ to {last}][ with a local share of {share} %]",
                    (facts, words) -> facts.site(
                            words.text("site"),
                            words.text("codes").equals("nothing") ? Set.of() : words.list("codes"),
                            words.decimal("share"),
                            words.period())),
            new Sentence<>(
                    "the accreditation of {body} is {status}[ for {scope}][ from {from}][ to {last}]",
                    (facts, words) -> facts.body(
                            words.text("body"),
                            words.oneOf(ACCREDITATIONS, "status"),
                            words.list("scope"),
                            words.period())),
            new Sentence<>(
                    "the register {register} was read on {day}",
                    (facts, words) -> facts.readUpTo(words.text("register"), words.day("day"))),
            new Sentence<>(
                    "there is a {kind} {attestation}[ for {regulations}], valid from {from}[ to {last}]",
                    (facts, words) ->
                            facts.with(SomeAttestation.of(words.kind("kind"), words.text("attestation"), words.period())
                                    .forRegulations(words.list("regulations")))),
            new Sentence<>("there is no {attestation}", (facts, words) -> facts.without(words.text("attestation"))),
            new Sentence<>(
                    "{attestation} is valid from {from}[ to {last}]",
                    (facts, words) -> attestation(facts, words).valid(words.period())),
            new Sentence<>(
                    "{attestation} is for {regulations}",
                    (facts, words) -> attestation(facts, words).forRegulations(words.list("regulations"))),
            new Sentence<>(
                    "{attestation} applies the standards {standards}",
                    (facts, words) -> attestation(facts, words).withStandards(words.list("standards"))),
            new Sentence<>(
                    "{attestation} covers only the models {models}",
                    (facts, words) -> attestation(facts, words).onlyModels(words.list("models"))),
            new Sentence<>(
                    "{attestation} covers only the sites {sites}",
                    (facts, words) -> attestation(facts, words).onlySites(words.list("sites"))),
            new Sentence<>(
                    "{attestation} covers only the batches {batches}",
                    (facts, words) -> attestation(facts, words).onlyBatches(words.list("batches"))),
            new Sentence<>(
                    "{attestation} covers only the codes {codes}",
                    (facts, words) -> attestation(facts, words)
                            .onlyHs(SomeFacts.hs(words.list("codes")))
                            .onlyOkpd2(SomeFacts.okpd2(words.list("codes")))),
            new Sentence<>(
                    "{attestation} covers at most {quantity} {unit}",
                    (facts, words) -> attestation(facts, words)
                            .atMost(Objects.requireNonNull(words.decimal("quantity")), words.text("unit"))),
            new Sentence<>(
                    "{attestation} states {points} points",
                    (facts, words) -> attestation(facts, words).stating(words.number("points"))),
            new Sentence<>(
                    "{attestation} states a local share of {share} %",
                    (facts, words) ->
                            attestation(facts, words).stating(Objects.requireNonNull(words.decimal("share")))),
            new Sentence<>(
                    "{attestation} was issued on {day}",
                    (facts, words) -> attestation(facts, words).issuedOn(words.day("day"))),
            new Sentence<>(
                    "{attestation} was issued by {body}",
                    (facts, words) -> attestation(facts, words).issuedBy(words.text("body"))),
            new Sentence<>(
                    "{attestation} comes from the register {register}",
                    (facts, words) -> attestation(facts, words).takenFrom(words.text("register"))),
            new Sentence<>(
                    "{attestation} rests on the report {report}",
                    (facts, words) -> attestation(facts, words).restingOn(words.text("report"))),
            new Sentence<>(
                    "on {day} {attestation} is {event}[ until {last}]",
                    (facts, words) -> facts.event(
                            words.text("attestation"),
                            words.oneOf(EVENTS, "event"),
                            words.day("day"),
                            words.dayIfSaid("last"),
                            Scope.NOTHING)),
            new Sentence<>(
                    "on {day} {attestation} gets extended to {last}",
                    (facts, words) -> facts.event(
                            words.text("attestation"),
                            StatusEvent.Type.EXTEND,
                            words.day("day"),
                            words.day("last"),
                            Scope.NOTHING)),
            new Sentence<>(
                    "on {day} {attestation} loses {part} {named}[ until {last}]",
                    (facts, words) -> facts.event(
                            words.text("attestation"),
                            StatusEvent.Type.PARTLY_SUSPEND,
                            words.day("day"),
                            words.dayIfSaid("last"),
                            scope(words.text("part"), words.list("named")))),
            new Sentence<>(
                    "on {day} {state} {action}[ until {last}]",
                    (facts, words) ->
                            facts.decided(words.text("state"), words.oneOf(ACTIONS, "action"), words.periodFromDay())),
            new Sentence<>(
                    "on {day} the last decision of {state} is {outcome} on appeal[ until {last}]",
                    (facts, words) -> facts.appealed(
                            words.text("state"), words.oneOf(APPEALS, "outcome"), words.periodFromDay())),
            new Sentence<>("{state} has decided nothing", (facts, words) -> facts.undecidedIn(words.text("state"))),
            new Sentence<>(
                    "{state} asks the maker on {day} and waits",
                    (facts, words) -> facts.asked(words.text("state"), Period.since(words.day("day")))),
            new Sentence<>(
                    "{state} asks the maker on {from} and has the reply on {day}",
                    (facts, words) ->
                            facts.asked(words.text("state"), new Period(words.day("from"), words.day("day")))));

    private Sentences() {}

    /** @throws IllegalArgumentException when the sentence is not one of these */
    static void tell(String sentence, SomeFacts facts) {
        tell(OF_THE_FACTS, sentence, facts);
    }

    private static <T> void tell(List<Sentence<T>> known, String sentence, T changed) {
        List<Sentence<T>> fitting = known.stream()
                .filter(each -> Words.of(each.pattern, sentence).isPresent())
                .toList();
        if (fitting.size() != 1) {
            throw new IllegalArgumentException(fitting.size() + " sentences read \"" + sentence + "\"");
        }
        fitting.get(0)
                .change
                .accept(changed, Words.of(fitting.get(0).pattern, sentence).orElseThrow());
    }

    private static SomeAttestation attestation(SomeFacts facts, Words words) {
        return facts.attestation(words.text("attestation"));
    }

    private static Set<Purpose> purposes(Set<String> named) {
        return named.stream()
                .map(name -> Objects.requireNonNull(PURPOSES.get(name), name))
                .collect(Collectors.toSet());
    }

    private static Map<String, LocalDate> ready(Words words) {
        Map<String, LocalDate> ready = new HashMap<>();
        putIfSaid(ready, "BY", words.dayIfSaid("by"));
        putIfSaid(ready, "RU", words.dayIfSaid("ru"));
        return ready;
    }

    private static void putIfSaid(Map<String, LocalDate> ready, String state, @Nullable LocalDate since) {
        if (since != null) {
            ready.put(state, since);
        }
    }

    private static Accepted accepted(Words words) {
        return new Accepted(
                words.kind("kind"),
                purposes(words.list("purposes")),
                words.decimal("share"),
                words.dayIfSaid("before"),
                words.period(),
                words.list("body").stream()
                        .map(body -> new Designated(body, designation(words.said("designation"))))
                        .toList());
    }

    private static Period designation(@Nullable String words) {
        return words == null
                ? Period.ALWAYS
                : Words.of(DESIGNATION, words).map(Words::period).orElseThrow();
    }

    private static Scope scope(String part, Set<String> named) {
        Set<String> none = Set.of();
        return switch (part) {
            case "products" -> new Scope(named, none, none, none, none);
            case "models" -> new Scope(none, named, none, none, none);
            case "sites" -> new Scope(none, none, named, none, none);
            case "batches" -> new Scope(none, none, none, named, none);
            case "regulations" -> new Scope(none, none, none, none, named);
            default -> throw new IllegalArgumentException("No part: " + part);
        };
    }

    /** A form of words, and what is so when it is said. */
    private record Sentence<T>(Pattern pattern, BiConsumer<T, Words> change) {

        Sentence(String form, BiConsumer<T, Words> change) {
            this(Words.pattern(form), change);
        }
    }
}
