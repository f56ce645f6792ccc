package org.sharedregistry.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.demo.DocumentSource.Attestation;
import org.sharedregistry.demo.DocumentSource.Decision;
import org.sharedregistry.demo.DocumentSource.Event;
import org.sharedregistry.demo.DocumentSource.Goods;
import org.sharedregistry.recognition.AttestationFact;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.GoodsFact;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.StatusEvent;
import org.sharedregistry.recognition.Versions;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The made-up registry as facts to be judged, without a database. */
final class DemoFacts {

    private final DocumentSource source;
    private final RegimeFact regime;

    DemoFacts(DocumentSource source) throws IOException {
        this.source = source;
        try (InputStream json = DemoFacts.class.getResourceAsStream("/regimes/union-state.json")) {
            regime = JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(json, Regime.class)
                    .toFact();
        }
    }

    Facts of(Goods goods) {
        String state = source.manufacturer(goods.manufacturer()).state();
        return new Facts(
                Versions.of(new GoodsFact(goods.key(), state, Set.copyOf(goods.hs()), Set.copyOf(goods.okpd2()))),
                Versions.of(regime),
                source.attestations().stream()
                        .filter(attestation -> attestation.goods().contains(goods.key()))
                        .map(attestation -> Versions.of(fact(attestation)))
                        .toList(),
                IntStream.range(0, goods.decisions().size())
                        .mapToObj(i -> fact(goods.decisions().get(i), i))
                        .toList());
    }

    private static AttestationFact fact(Attestation attestation) {
        List<StatusEvent> events = IntStream.range(0, attestation.events().size())
                .mapToObj(i -> fact(attestation.events().get(i), i))
                .toList();
        return new AttestationFact(
                attestation.key(),
                attestation.kind(),
                attestation.number(),
                new Period(attestation.validFrom(), dayAfter(attestation.validTo())),
                events);
    }

    private static StatusEvent fact(Event event, int sequence) {
        return new StatusEvent(
                StatusEvent.Type.valueOf(event.type()),
                event.effective(),
                event.until(),
                Set.copyOf(event.models()),
                event.reason(),
                event.act(),
                sequence);
    }

    private static DecisionFact fact(Decision decision, int sequence) {
        return new DecisionFact(
                decision.act(),
                decision.state(),
                DecisionFact.Action.valueOf(decision.action()),
                Period.since(decision.from()),
                decision.act(),
                decision.reason(),
                sequence);
    }

    private static LocalDate dayAfter(@Nullable LocalDate lastDay) {
        return lastDay == null ? LocalDate.MAX : lastDay.plusDays(1);
    }

    private record Regime(
            String regime,
            int version,
            ZoneId zone,
            Act agreement,
            List<Party> parties,
            List<RegimeFact.Sector> sectors,
            Set<String> production,
            Set<String> conformity,
            int provisionalDays) {

        RegimeFact toFact() {
            return new RegimeFact(
                    regime,
                    version,
                    zone,
                    agreement.toFact(),
                    parties.stream()
                            .map(party -> new RegimeFact.Party(party.state, party.mode, party.act.toFact()))
                            .toList(),
                    sectors,
                    production,
                    conformity,
                    provisionalDays);
        }
    }

    private record Act(String name, LocalDate from) {

        RegimeFact.Act toFact() {
            return new RegimeFact.Act(name, Period.since(from));
        }
    }

    private record Party(String state, RegimeFact.Mode mode, Act act) {}
}
