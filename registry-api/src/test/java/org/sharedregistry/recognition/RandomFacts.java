package org.sharedregistry.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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

/** Facts of every kind, drawn around the story of the pump; the same seed draws the same facts. */
final class RandomFacts {

    private static final List<String> STATES = List.of("BY", "RU");
    private static final List<String> KINDS =
            List.of("PRODUCTION_CERTIFICATE", "CERTIFICATE", "DECLARATION", "CERTIFICATE_OF_ORIGIN");
    private static final List<String> REGULATIONS = List.of("TR-10", "TR-20", "STB-1");
    private static final List<String> MODELS = List.of("VN-50", "VN-80", "VN-90");
    private static final List<String> BATCHES = List.of("17", "18");
    private static final List<String> CODES = List.of("8413703000", "8413", "8414");
    private static final List<String> REGISTERS = List.of("FSA", "EAEU");

    /** By site, the local share there: all versions of a site state the same. */
    static final Map<String, BigDecimal> SITES = Map.of("North", new BigDecimal(55), "South", new BigDecimal(30));

    /** By body, what it is accredited for: all versions of a body state the same. */
    static final Map<String, Set<String>> BODIES =
            Map.of("Body", Set.of(), "Chamber", Set.of("TR-10"), "Laboratory", Set.of("TR-10", "TR-20"));

    private final Random random;

    RandomFacts(Random random) {
        this.random = random;
    }

    /** Some rules, some evidence, and some of all that may be recorded on it. */
    SomeFacts draw() {
        SomeFacts facts = SomeFacts.ofAPump();
        change(facts.regime());
        if (random.nextBoolean()) {
            change(facts.regimeFrom(day()));
        }
        for (int more = random.nextInt(5); more > 0; more--) {
            addAttestation(facts);
        }
        if (random.nextInt(4) == 0) {
            facts.entered(period()).submittedOn(day());
        }
        for (int asked = random.nextInt(3); asked > 0; asked--) {
            facts.asked(one(STATES), period());
        }
        REGISTERS.forEach(register -> facts.readUpTo(register, day()));
        for (int more = random.nextInt(8); more > 0; more--) {
            recordMore(facts);
        }
        return facts;
    }

    /** Records something more: an event, a decision, an appeal, a version of a site or of a body. */
    void recordMore(SomeFacts facts) {
        switch (random.nextInt(5)) {
            case 0 -> addEvent(facts);
            case 1 -> facts.decided(one(STATES), one(List.of(Action.values()).subList(0, 7)), period());
            case 2 -> facts.appealed("BY", one(List.of(Action.STAY, Action.REVERSE, Action.UPHOLD)), period());
            case 3 -> authorize(facts, one(SITES.keySet()), random.nextInt(4) > 0, period());
            default -> accredit(facts, one(BODIES.keySet()), one(List.of(Accreditation.values())), period());
        }
    }

    static void authorize(SomeFacts facts, String site, boolean authorized, Period valid) {
        facts.site(site, authorized ? Set.of("8413") : Set.of(), SITES.get(site), valid);
    }

    static void accredit(SomeFacts facts, String body, Accreditation status, Period valid) {
        facts.body(body, status, BODIES.getOrDefault(body, Set.of()), valid);
    }

    private void change(SomeRegime regime) {
        STATES.forEach(state -> regime.recognising(state, random.nextInt(4) == 0 ? Mode.BY_DECISION : Mode.BY_LAW)
                .deciding(state, 10 + random.nextInt(100), one(List.of(Silence.values()))));
        for (Weakness weakness : Weakness.values()) {
            if (random.nextBoolean()) {
                regime.taking(weakness, random.nextBoolean() ? Effect.WARNS : Effect.BLOCKS);
            }
        }
        if (random.nextInt(3) == 0) {
            regime.trustingRegistersFor(random.nextInt(300));
        }
        if (random.nextInt(3) == 0) {
            regime.asking(new Threshold("28.13", some(Set.of(Purpose.values())), points(), share(), "act", period()));
        }
        if (random.nextBoolean()) {
            regime.confirmingProduction(new Accepted(
                    "CERTIFICATE_OF_ORIGIN",
                    some(Set.of(Purpose.values())),
                    share(),
                    random.nextBoolean() ? null : day(),
                    period(),
                    random.nextBoolean() ? List.of() : List.of(new Designated("Chamber", period()))));
        }
        if (random.nextInt(3) == 0) {
            regime.regulating(new Regulation(
                    "TR-20",
                    Set.of("8413"),
                    Set.of(),
                    random.nextBoolean() ? Set.of() : Set.of("CERTIFICATE"),
                    period()));
        }
        if (random.nextInt(8) == 0) {
            regime.withoutRegulations();
        }
        regime.counting("STB-1", "TR-10", period());
    }

    private void addAttestation(SomeFacts facts) {
        String number = "A-" + facts.attestations().size();
        SomeAttestation attestation = SomeAttestation.of(one(KINDS), number, period())
                .issuedOn(day())
                .forRegulations(some(Set.copyOf(REGULATIONS)))
                .onlyModels(few(MODELS))
                .onlySites(few(SITES.keySet()))
                .onlyBatches(few(BATCHES))
                .onlyHs(few(CODES));
        if (random.nextBoolean()) {
            attestation.stating(50 + random.nextInt(50));
        }
        if (random.nextBoolean()) {
            attestation.stating(new BigDecimal(30 + random.nextInt(50)));
        }
        if (random.nextBoolean()) {
            attestation.issuedBy(one(BODIES.keySet()));
        }
        if (random.nextInt(4) == 0) {
            attestation.takenFrom(one(REGISTERS));
        }
        for (int reports = random.nextInt(3); reports > 0; reports--) {
            String report = "R-" + reports + "-of-" + number;
            facts.with(SomeAttestation.of("TEST_REPORT", report, period())
                    .forRegulations(Set.of("TR-10"))
                    .issuedBy("Laboratory"));
            attestation.restingOn(report);
        }
        facts.with(attestation);
    }

    private void addEvent(SomeFacts facts) {
        StatusEvent.Type type = one(List.of(StatusEvent.Type.values()));
        Scope scope = type == StatusEvent.Type.PARTLY_SUSPEND
                ? new Scope(Set.of(), few(MODELS), few(SITES.keySet()), few(BATCHES), few(REGULATIONS))
                : Scope.NOTHING;
        LocalDate effective = day();
        boolean ends = type == StatusEvent.Type.EXTEND || random.nextInt(3) == 0;
        // An extension always ends after the longest validity that is drawn.
        LocalDate until =
                type == StatusEvent.Type.EXTEND ? day().plusYears(10) : effective.plusDays(random.nextInt(300));
        facts.event(one(facts.attestations()).number(), type, effective, ends ? until : null, scope);
    }

    /** For any purpose, of goods of which much is said or little. */
    Question question() {
        return new Question(
                random.nextInt(20) == 0 ? "KZ" : one(STATES),
                one(List.of(Purpose.values())),
                random.nextBoolean() ? null : day(),
                new Item(
                        maybe(MODELS),
                        maybe(List.copyOf(SITES.keySet())),
                        maybe(BATCHES),
                        maybe(CODES),
                        null,
                        null,
                        null,
                        null));
    }

    /** A day when there is much to decide. */
    LocalDate day() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
    }

    Period period() {
        LocalDate from = day().minusDays(random.nextInt(3) == 0 ? 0 : 500);
        return random.nextInt(3) == 0 ? Period.since(from) : new Period(from, from.plusDays(1 + random.nextInt(900)));
    }

    /** The same days and more. */
    Period wider(Period period) {
        LocalDate from = period.from().equals(LocalDate.MIN)
                ? LocalDate.MIN
                : period.from().minusDays(random.nextInt(400));
        LocalDate to =
                period.to().equals(LocalDate.MAX) ? LocalDate.MAX : period.to().plusDays(random.nextInt(400));
        return new Period(from, to);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** In the order of their names, since that of a set is not the same in every run. */
    <T extends Comparable<T>> T one(Set<T> choices) {
        return one(choices.stream().sorted().toList());
    }

    private @Nullable String maybe(List<String> choices) {
        return random.nextInt(3) == 0 ? one(choices) : null;
    }

    private <T extends Comparable<T>> Set<T> some(Set<T> choices) {
        Set<T> some = new HashSet<>();
        choices.stream().sorted().filter(choice -> random.nextBoolean()).forEach(some::add);
        return some;
    }

    /** Mostly none, which limits nothing. */
    private Set<String> few(Iterable<String> choices) {
        Set<String> all = new HashSet<>();
        choices.forEach(all::add);
        return random.nextInt(4) == 0 ? some(all) : Set.of();
    }

    private @Nullable Integer points() {
        return random.nextBoolean() ? null : 50 + random.nextInt(50);
    }

    private @Nullable BigDecimal share() {
        return random.nextBoolean() ? null : new BigDecimal(40 + random.nextInt(20));
    }
}
