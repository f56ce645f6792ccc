package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules under which states recognise each other's goods, as one version of a regime's data.
 *
 * @param agreement the act between the parties
 * @param parties each state with its own act and way of recognising
 * @param sectors the kinds of goods that are covered
 * @param production the kinds of attestation that confirm production, any one of them
 * @param conformity the kinds of attestation that prove conformity, any one of them
 * @param provisionalDays how long a suspension or objection by one person holds before a second confirms it
 */
public record RegimeFact(
        String id,
        int version,
        ZoneId zone,
        Act agreement,
        List<Party> parties,
        List<Sector> sectors,
        Set<String> production,
        Set<String> conformity,
        int provisionalDays) {

    public RegimeFact {
        parties = List.copyOf(parties);
        sectors = List.copyOf(sectors);
        production = Set.copyOf(production);
        conformity = Set.copyOf(conformity);
    }

    /** How the regime and its version are named in an answer, such as {@code union-state@1}. */
    public String rules() {
        return id + "@" + version;
    }

    public Optional<Party> party(String state) {
        return parties.stream().filter(party -> party.state().equals(state)).findFirst();
    }

    Optional<Sector> sectorOf(GoodsFact goods) {
        return sectors.stream().filter(sector -> sector.covers(goods)).findFirst();
    }

    /** A legal act and the days it is in force. */
    public record Act(String name, Period inForce) {}

    /** A state, the act that puts the regime in force there, and how it recognises. */
    public record Party(String state, Mode mode, Act act) {}

    /** How a state recognises goods of another. */
    public enum Mode {
        /** What the home authority has confirmed is recognised; the state may object for its own territory. */
        BY_LAW,
        /** Each recognition is a decision of the state's own authority. */
        BY_DECISION
    }

    /**
     * Goods that are covered, by the first digits of their codes.
     *
     * @param ready by state, since when the state applies the regime to this sector
     */
    public record Sector(
            String id, Map<String, String> names, Set<String> hs, Set<String> okpd2, Map<String, LocalDate> ready) {

        public Sector {
            names = Map.copyOf(names);
            hs = Set.copyOf(hs);
            okpd2 = Set.copyOf(okpd2);
            ready = Map.copyOf(ready);
        }

        /** Whether one of the goods' codes begins as one of the sector's does. */
        public boolean covers(GoodsFact goods) {
            return anyBegins(goods.hs(), hs) || anyBegins(goods.okpd2(), okpd2);
        }

        private static boolean anyBegins(Set<String> codes, Set<String> prefixes) {
            return codes.stream().anyMatch(code -> prefixes.stream().anyMatch(code::startsWith));
        }
    }
}
