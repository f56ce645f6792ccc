package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.Reason.Effect;
import org.sharedregistry.recognition.RegimeFact.Accepted;
import org.sharedregistry.recognition.RegimeFact.Act;
import org.sharedregistry.recognition.RegimeFact.Deadline;
import org.sharedregistry.recognition.RegimeFact.Equivalence;
import org.sharedregistry.recognition.RegimeFact.Mode;
import org.sharedregistry.recognition.RegimeFact.Party;
import org.sharedregistry.recognition.RegimeFact.Regulation;
import org.sharedregistry.recognition.RegimeFact.Sector;
import org.sharedregistry.recognition.RegimeFact.Silence;
import org.sharedregistry.recognition.RegimeFact.Threshold;
import org.sharedregistry.recognition.RegimeFact.Weakness;

/** One version of a regime for tests: always in force and for every purpose, but silent until a test says something. */
final class SomeRegime {

    private final int version;
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final Map<String, Sector> sectors = new LinkedHashMap<>();
    private final Map<String, Regulation> regulations = new LinkedHashMap<>();
    private final List<Accepted> production = new ArrayList<>();
    private final List<Accepted> conformity = new ArrayList<>();
    private final List<Equivalence> equivalences = new ArrayList<>();
    private final List<Threshold> thresholds = new ArrayList<>();
    private final Map<Weakness, Effect> weaknesses = new EnumMap<>(Weakness.class);
    private Set<Purpose> purposes = EnumSet.allOf(Purpose.class);
    private Act agreement = new Act("agreement", Period.ALWAYS);
    private @Nullable Integer staleAfterDays;

    SomeRegime(int version) {
        this.version = version;
    }

    /** The next version, which says the same until it is changed. */
    SomeRegime next() {
        SomeRegime next = new SomeRegime(version + 1);
        next.parties.putAll(parties);
        next.sectors.putAll(sectors);
        next.regulations.putAll(regulations);
        next.production.addAll(production);
        next.conformity.addAll(conformity);
        next.equivalences.addAll(equivalences);
        next.thresholds.addAll(thresholds);
        next.weaknesses.putAll(weaknesses);
        next.purposes = purposes;
        next.agreement = agreement;
        next.staleAfterDays = staleAfterDays;
        return next;
    }

    SomeRegime serving(Set<Purpose> served) {
        purposes = served;
        return this;
    }

    SomeRegime agreed(Period inForce) {
        agreement = new Act("agreement", inForce);
        return this;
    }

    /** A party that recognises by law, and whose authority may be silent for 30 days and longer. */
    SomeRegime appliedIn(String state, Period inForce) {
        parties.put(
                state,
                new Party(
                        state,
                        Mode.BY_LAW,
                        new Act("act of " + state, inForce),
                        new Deadline(30, 20, Silence.NOTHING)));
        return this;
    }

    SomeRegime recognising(String state, Mode mode) {
        parties.computeIfPresent(state, (name, party) -> new Party(name, mode, party.act(), party.decision()));
        return this;
    }

    SomeRegime deciding(String state, int days, Silence silence) {
        parties.computeIfPresent(
                state, (name, party) -> new Party(name, party.mode(), party.act(), new Deadline(days, 20, silence)));
        return this;
    }

    SomeRegime covering(String sector, Set<String> hs, Set<String> okpd2, Map<String, LocalDate> ready) {
        sectors.put(sector, new Sector(sector, Map.of("en", sector), hs, okpd2, Set.of(), ready));
        return this;
    }

    SomeRegime coveringOkrb(String sector, Set<String> okrb, Map<String, LocalDate> ready) {
        sectors.put(sector, new Sector(sector, Map.of("en", sector), Set.of(), Set.of(), okrb, ready));
        return this;
    }

    SomeRegime confirmingProduction(Accepted accepted) {
        production.add(accepted);
        return this;
    }

    SomeRegime provingConformity(Accepted accepted) {
        conformity.add(accepted);
        return this;
    }

    SomeRegime notAccepting(String kind) {
        production.removeIf(accepted -> accepted.kind().equals(kind));
        conformity.removeIf(accepted -> accepted.kind().equals(kind));
        return this;
    }

    SomeRegime regulating(Regulation regulation) {
        regulations.put(regulation.code(), regulation);
        return this;
    }

    SomeRegime withoutRegulations() {
        regulations.clear();
        return this;
    }

    SomeRegime counting(String requirement, String regulation, Period inForce) {
        equivalences.add(new Equivalence(requirement, regulation, "list of standards", inForce));
        return this;
    }

    SomeRegime asking(Threshold threshold) {
        thresholds.add(threshold);
        return this;
    }

    SomeRegime taking(Weakness weakness, Effect effect) {
        weaknesses.put(weakness, effect);
        return this;
    }

    SomeRegime trustingRegistersFor(int days) {
        staleAfterDays = days;
        return this;
    }

    /** A kind of attestation that is accepted always, for everything and from anybody. */
    static Accepted accepting(String kind) {
        return new Accepted(kind, Set.of(), null, null, Period.ALWAYS, List.of());
    }

    /** A regulation in force always, that takes whatever proves conformity. */
    static Regulation regulation(String code, String... hs) {
        return new Regulation(code, Set.of(hs), Set.of(), Set.of(), Period.ALWAYS);
    }

    RegimeFact build() {
        return new RegimeFact(
                "test",
                version,
                Rules.EDITION,
                ZoneOffset.UTC,
                purposes,
                agreement,
                List.copyOf(parties.values()),
                List.copyOf(sectors.values()),
                production,
                conformity,
                List.copyOf(regulations.values()),
                equivalences,
                thresholds,
                weaknesses,
                30,
                staleAfterDays);
    }
}
