package org.sharedregistry.regime;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.RegimeFact;

/**
 * A version of a regime as it is written down and published.
 *
 * @param validFrom the first day on which questions are judged by this version
 * @param note what readers should know of its sources
 * @param zone whose midnight begins a day
 */
record RegimeDocument(
        String regime,
        int version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Map<String, String> names,
        @Nullable String note,
        ZoneId zone,
        Act agreement,
        List<Party> parties,
        List<Sector> sectors,
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
                sectors.stream()
                        .map(sector ->
                                new RegimeFact.Sector(sector.id, sector.names, sector.hs, sector.okpd2, sector.ready))
                        .toList(),
                production,
                conformity,
                provisionalDays);
    }

    /** @param to its last day in force; null while it has none */
    record Act(String name, LocalDate from, @Nullable LocalDate to) {
        RegimeFact.Act toFact() {
            return new RegimeFact.Act(name, new Period(from, to == null ? LocalDate.MAX : to.plusDays(1)));
        }
    }

    record Party(String state, RegimeFact.Mode mode, Act act) {}

    record Sector(
            String id, Map<String, String> names, Set<String> hs, Set<String> okpd2, Map<String, LocalDate> ready) {}
}
