package org.sharedregistry.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules under which states recognise each other's goods, as one version of a regime's data.
 *
 * @param edition of the logic that applies these data; a version is always judged by the logic it was written for
 * @param zone whose midnight begins a day
 * @param purposes for which the regime recognises anything
 * @param agreement the act between the parties
 * @param parties each state with its own act and way of recognising
 * @param sectors the kinds of goods that are covered
 * @param production what confirms production, any one of them
 * @param conformity what proves conformity, any one of them, to each technical regulation
 * @param regulations the technical regulations by the codes they apply to; none when conformity as such must be proven
 * @param equivalences requirements that count as a technical regulation
 * @param thresholds points and local share that production must reach
 * @param weaknesses what a flaw in the evidence does; one that is not named is not looked at
 * @param provisionalDays how long a suspension or objection by one person holds before a second confirms it
 * @param staleAfterDays how old what was taken from another register may be; null when age does not matter
 */
public record RegimeFact(
        String regime,
        int version,
        int edition,
        ZoneId zone,
        Set<Purpose> purposes,
        Act agreement,
        List<Party> parties,
        List<Sector> sectors,
        List<Accepted> production,
        List<Accepted> conformity,
        List<Regulation> regulations,
        List<Equivalence> equivalences,
        List<Threshold> thresholds,
        Map<Weakness, Reason.Effect> weaknesses,
        int provisionalDays,
        @Nullable Integer staleAfterDays) {

    public RegimeFact {
        purposes = Set.copyOf(purposes);
        parties = List.copyOf(parties);
        sectors = List.copyOf(sectors);
        production = List.copyOf(production);
        conformity = List.copyOf(conformity);
        regulations = List.copyOf(regulations);
        equivalences = List.copyOf(equivalences);
        thresholds = List.copyOf(thresholds);
        weaknesses = Map.copyOf(weaknesses);
    }

    /** How the regime and its version are named in an answer, such as {@code union-state@1}. */
    public String rules() {
        return regime + "@" + version;
    }

    public Optional<Party> party(String state) {
        return parties.stream().filter(party -> party.state().equals(state)).findFirst();
    }

    List<Sector> sectorsOf(GoodsFact goods) {
        return sectors.stream().filter(sector -> sector.covers(goods)).toList();
    }

    /** The technical regulations that goods fall under on a day, by their codes. */
    public List<Regulation> regulationsOn(GoodsFact goods, LocalDate day) {
        return regulations.stream()
                .filter(regulation -> regulation.inForce().contains(day) && regulation.appliesTo(goods))
                .toList();
    }

    /** A regulation and all that counts as it on a day. */
    Set<String> namesOf(Regulation regulation, LocalDate day) {
        Stream<String> equivalents = equivalences.stream()
                .filter(equivalence -> equivalence.regulation().equals(regulation.code()))
                .filter(equivalence -> equivalence.inForce().contains(day))
                .map(Equivalence::requirement);
        return Stream.concat(Stream.of(regulation.code()), equivalents)
                .map(Designation::key)
                .collect(Collectors.toSet());
    }

    /** The days on which what the regime says may change by itself. */
    Stream<LocalDate> boundaries() {
        Stream<Period> periods = Stream.of(
                        Stream.of(agreement.inForce()),
                        parties.stream().map(party -> party.act().inForce()),
                        production.stream().flatMap(Accepted::periods),
                        conformity.stream().flatMap(Accepted::periods),
                        regulations.stream().map(Regulation::inForce),
                        equivalences.stream().map(Equivalence::inForce),
                        thresholds.stream().map(Threshold::inForce))
                .flatMap(each -> each);
        return Stream.concat(
                periods.flatMap(period -> Stream.of(period.from(), period.to())),
                sectors.stream().flatMap(sector -> sector.ready().values().stream()));
    }

    /** A legal act and the days it is in force. */
    public record Act(String name, Period inForce) {}

    /**
     * A state, the act that puts the regime in force there, and how it recognises.
     *
     * @param decision how long its authority has to decide
     */
    public record Party(String state, Mode mode, Act act, Deadline decision) {}

    /** How a state recognises goods of another. */
    public enum Mode {
        /** What the home authority has confirmed is recognised; the state may object for its own territory. */
        BY_LAW,
        /** Each recognition is a decision of the state's own authority. */
        BY_DECISION
    }

    /**
     * How long an authority has to decide, from the day of submission, and what its silence means.
     *
     * @param days not counting those on which it waits for the manufacturer's reply
     * @param replyDays how long the manufacturer has to reply
     */
    public record Deadline(int days, int replyDays, Silence silence) {

        /** The day by which it must have decided; each day on which one of its questions waits moves it on by one. */
        public LocalDate due(LocalDate submitted, List<InquiryFact> inquiries) {
            List<Period> open = inquiries.stream()
                    .map(InquiryFact::open)
                    .sorted(Comparator.comparing(Period::from))
                    .toList();
            LocalDate due = submitted.plusDays(days);
            LocalDate counted = submitted;
            for (Period waiting : open) {
                LocalDate from = waiting.from().isBefore(counted) ? counted : waiting.from();
                if (from.isBefore(due) && from.isBefore(waiting.to())) {
                    if (waiting.lastDay().isEmpty()) {
                        return LocalDate.MAX;
                    }
                    due = due.plusDays(ChronoUnit.DAYS.between(from, waiting.to()));
                    counted = waiting.to();
                }
            }
            return due;
        }
    }

    /** What it means when an authority has not decided in time. */
    public enum Silence {
        NOTHING,
        RECOGNIZED,
        REFUSED
    }

    /**
     * Goods that are covered, by the first digits of their codes.
     *
     * @param ready by state, since when the state applies the regime to this sector
     */
    public record Sector(
            String id,
            Map<String, String> names,
            Set<String> hs,
            Set<String> okpd2,
            Set<String> okrb,
            Map<String, LocalDate> ready) {

        public Sector {
            names = Map.copyOf(names);
            hs = Set.copyOf(hs);
            okpd2 = Set.copyOf(okpd2);
            okrb = Set.copyOf(okrb);
            ready = Map.copyOf(ready);
        }

        /** Whether one of the goods' codes begins as one of the sector's does. */
        public boolean covers(GoodsFact goods) {
            return Codes.anyBegins(goods.hs(), hs)
                    || Codes.anyBegins(goods.okpd2(), okpd2)
                    || Codes.anyBegins(goods.okrb(), okrb);
        }

        boolean isReadyIn(String state, LocalDate day) {
            LocalDate since = ready.get(state);
            return since != null && !day.isBefore(since);
        }
    }

    /**
     * A kind of attestation that is accepted as evidence.
     *
     * @param purposes for which it is accepted; for all of them when empty
     * @param localShare what it must state at least, in percent; null when that does not matter
     * @param issuedBefore the day from which newly issued ones are not accepted any more; null while they are
     * @param accepted the days on which it is accepted
     * @param designated the bodies that may issue it; empty when any may
     */
    public record Accepted(
            String kind,
            Set<Purpose> purposes,
            @Nullable BigDecimal localShare,
            @Nullable LocalDate issuedBefore,
            Period accepted,
            List<Designated> designated) {

        public Accepted {
            purposes = Set.copyOf(purposes);
            designated = List.copyOf(designated);
        }

        boolean takes(AttestationFact attestation, Purpose purpose, LocalDate day) {
            return kind.equals(attestation.kind())
                    && (purposes.isEmpty() || purposes.contains(purpose))
                    && accepted.contains(day)
                    && (issuedBefore == null || attestation.issued().isBefore(issuedBefore));
        }

        boolean mayBeIssuedBy(@Nullable BodyFact body, LocalDate issued) {
            return designated.isEmpty()
                    || (body != null
                            && designated.stream()
                                    .anyMatch(each ->
                                            Designation.key(each.body()).equals(Designation.key(body.accreditation()))
                                                    && each.period().contains(issued)));
        }

        private Stream<Period> periods() {
            return Stream.of(accepted);
        }
    }

    /** A body that the parties have designated, by its accreditation number, and the days it is. */
    public record Designated(String body, Period period) {}

    /**
     * A technical regulation, and the codes of the goods that fall under it.
     *
     * @param code as written, such as {@code ТР ТС 004/2011}
     * @param hs beginnings of codes
     * @param except beginnings of codes that do not fall under it although they begin as one of {@code hs}
     * @param kinds the kinds of attestation it takes, of those the regime accepts; all of them when empty
     */
    public record Regulation(String code, Set<String> hs, Set<String> except, Set<String> kinds, Period inForce) {

        public Regulation {
            hs = Set.copyOf(hs);
            except = Set.copyOf(except);
            kinds = Set.copyOf(kinds);
        }

        boolean appliesTo(GoodsFact goods) {
            return goods.hs().stream()
                    .anyMatch(code -> Codes.anyBegins(Set.of(code), hs) && !Codes.anyBegins(Set.of(code), except));
        }
    }

    /**
     * A requirement that counts as a technical regulation.
     *
     * @param requirement a standard or a national regulation, such as {@code СТБ 1115-2013}
     * @param act that says so
     */
    public record Equivalence(String requirement, String regulation, String act, Period inForce) {}

    /**
     * What production must reach.
     *
     * @param okpd2 beginning of a code
     * @param purposes for which it must be reached; for all of them when empty
     * @param points null when none are asked for
     * @param localShare in percent; null when none is asked for
     */
    public record Threshold(
            String okpd2,
            Set<Purpose> purposes,
            @Nullable Integer points,
            @Nullable BigDecimal localShare,
            String act,
            Period inForce) {

        public Threshold {
            purposes = Set.copyOf(purposes);
        }

        boolean appliesTo(GoodsFact goods, Purpose purpose, LocalDate day) {
            return inForce.contains(day)
                    && (purposes.isEmpty() || purposes.contains(purpose))
                    && Codes.anyBegins(goods.okpd2(), Set.of(okpd2));
        }
    }

    /** A flaw in the evidence that a regime may take as a warning or as ruling recognition out. */
    public enum Weakness {
        /** The body was not accredited for what it attests to on the day it did. */
        ACCREDITATION,
        /** A test report it rests on does not stand, or its laboratory was not accredited. */
        REPORT,
        /** The production site is not authorised for the goods. */
        SITE
    }
}
