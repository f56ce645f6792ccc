package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts for tests: a pump made in BY, good for RU from 2026-04-10 on, until a test changes something. */
final class SomeFacts {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private RegimeFact.Mode destinationMode = RegimeFact.Mode.BY_LAW;
    private String state = "BY";
    private final List<Versions<AttestationFact>> attestations = new ArrayList<>();
    private final List<DecisionFact> decisions = new ArrayList<>();
    private long sequence = 100;

    static SomeFacts ofAPump() {
        return new SomeFacts()
                .with(attestation("production", "OWN_PRODUCTION", day("2025-06-06"), day("2030-06-06")))
                .with(attestation("certificate", "CERTIFICATE", day("2024-05-20"), day("2029-05-20")))
                .decided("BY", DecisionFact.Action.RECOGNIZE, "2026-04-10", null);
    }

    static AttestationFact attestation(
            String number, String kind, LocalDate from, LocalDate to, StatusEvent... events) {
        return new AttestationFact(number, kind, number, new Period(from, to), List.of(events));
    }

    static StatusEvent event(StatusEvent.Type type, String effective, @Nullable String until, String... models) {
        return new StatusEvent(
                type, day(effective), until == null ? null : day(until), Set.of(models), "why", "who", 1);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    SomeFacts with(AttestationFact attestation) {
        attestations.removeIf(held -> held.recorded().get(0).fact().number().equals(attestation.number()));
        attestations.add(Versions.of(attestation));
        return this;
    }

    SomeFacts without(String number) {
        attestations.removeIf(held -> held.recorded().get(0).fact().number().equals(number));
        return this;
    }

    SomeFacts withoutDecisions() {
        decisions.clear();
        return this;
    }

    SomeFacts decided(String by, DecisionFact.Action action, String from, @Nullable String to) {
        LocalDate end = to == null ? LocalDate.MAX : day(to);
        decisions.add(new DecisionFact(
                "d" + sequence, by, action, new Period(day(from), end), "act " + sequence, "why", sequence++));
        return this;
    }

    SomeFacts madeIn(String other) {
        state = other;
        return this;
    }

    SomeFacts destinationDecides() {
        destinationMode = RegimeFact.Mode.BY_DECISION;
        return this;
    }

    Facts build() {
        GoodsFact goods = new GoodsFact("pump", state, Set.of("8413703000"), Set.of("28.13.14.110"));
        return new Facts(Versions.of(goods), Versions.of(regime()), attestations, decisions);
    }

    private RegimeFact regime() {
        return new RegimeFact(
                "test",
                1,
                ZoneOffset.UTC,
                new RegimeFact.Act("agreement", Period.since(day("2026-02-02"))),
                List.of(
                        new RegimeFact.Party(
                                "BY",
                                RegimeFact.Mode.BY_LAW,
                                new RegimeFact.Act("act BY", Period.since(day("2026-03-01")))),
                        new RegimeFact.Party(
                                "RU", destinationMode, new RegimeFact.Act("act RU", Period.since(day("2026-04-01"))))),
                List.of(new RegimeFact.Sector(
                        "pumps",
                        Map.of("en", "Pumps"),
                        Set.of("8413"),
                        Set.of(),
                        Map.of("BY", day("2026-04-01"), "RU", day("2026-04-01")))),
                Set.of("OWN_PRODUCTION"),
                Set.of("CERTIFICATE"),
                30);
    }
}
