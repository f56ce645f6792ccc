package org.sharedregistry.recognition;

import static org.sharedregistry.recognition.Reason.blocks;
import static org.sharedregistry.recognition.Reason.supports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sharedregistry.recognition.DecisionFact.Action;
import org.sharedregistry.recognition.Reason.Effect;
import org.sharedregistry.recognition.RegimeFact.Mode;
import org.sharedregistry.recognition.RegimeFact.Party;

/** The rules of a regime, applied to the facts of one period in which nothing changes. */
final class Rules {

    private final Facts facts;
    private final Question question;
    private final LocalDate day;
    private final GoodsFact goods;
    private final RegimeFact regime;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();

    private Rules(Facts facts, Question question, LocalDate day, GoodsFact goods, RegimeFact regime) {
        this.facts = facts;
        this.question = question;
        this.day = day;
        this.goods = goods;
        this.regime = regime;
    }

    static Finding judge(Facts facts, Question question, Period period) {
        LocalDate day = period.from();
        Optional<RegimeFact> regime = facts.regime().on(day);
        if (regime.isEmpty() || regime.get().party(question.destination()).isEmpty()) {
            return inapplicable(period, ReasonCode.DESTINATION_OUTSIDE_REGIME, question.destination());
        }
        Optional<GoodsFact> goods = facts.goods().on(day);
        if (goods.isEmpty()) {
            Reason reason = blocks(ReasonCode.NOT_ENTERED_ON_DATE, "", null, null);
            return new Finding(
                    period,
                    Verdict.NOT_RECOGNIZED,
                    List.of(reason),
                    List.of(),
                    regime.get().rules());
        }
        if (regime.get().party(goods.get().state()).isEmpty()) {
            return inapplicable(
                    period, ReasonCode.ORIGIN_OUTSIDE_REGIME, goods.get().state());
        }
        return new Rules(facts, question, day, goods.get(), regime.get()).judge(period);
    }

    private static Finding inapplicable(Period period, ReasonCode code, String state) {
        return new Finding(period, Verdict.NOT_APPLICABLE, List.of(blocks(code, state, null, null)), List.of(), "");
    }

    private Finding judge(Period period) {
        Party destination = regime.party(question.destination()).orElseThrow();
        Party home = regime.party(goods.state()).orElseThrow();
        agreementIsInForce();
        regulationIsInForce(home);
        if (!home.equals(destination)) {
            regulationIsInForce(destination);
        }
        sectorIsCovered();
        isProven(regime.production(), ReasonCode.PRODUCTION_CONFIRMED, ReasonCode.PRODUCTION_NOT_CONFIRMED);
        isProven(regime.conformity(), ReasonCode.CONFORMITY_ATTESTED, ReasonCode.CONFORMITY_NOT_ATTESTED);
        isConfirmedAtHome(home);
        isAcceptedAt(destination, home);
        return new Finding(period, verdict(), reasons, evidence, regime.rules());
    }

    private Verdict verdict() {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        reasons.forEach(reason -> effects.add(reason.effect()));
        if (effects.contains(Effect.BLOCKS)) {
            return Verdict.NOT_RECOGNIZED;
        }
        if (effects.contains(Effect.NARROWS)) {
            return Verdict.DEPENDS_ON_ITEM;
        }
        return effects.contains(Effect.CONDITIONS) ? Verdict.CONDITIONAL : Verdict.RECOGNIZED;
    }

    private void agreementIsInForce() {
        addActReason(regime.agreement(), regime.id(), ReasonCode.AGREEMENT_IN_FORCE, ReasonCode.AGREEMENT_NOT_IN_FORCE);
    }

    private void regulationIsInForce(Party party) {
        addActReason(party.act(), party.state(), ReasonCode.REGULATION_IN_FORCE, ReasonCode.REGULATION_NOT_IN_FORCE);
    }

    private void addActReason(RegimeFact.Act act, String subject, ReasonCode inForce, ReasonCode notInForce) {
        Period period = act.inForce();
        if (period.contains(day)) {
            reasons.add(supports(inForce, subject, period.from(), act.name()));
        } else {
            LocalDate since = day.isBefore(period.from()) ? null : period.to();
            reasons.add(blocks(notInForce, subject, since, act.name()));
        }
    }

    private void sectorIsCovered() {
        Optional<RegimeFact.Sector> sector = regime.sectorOf(goods);
        if (sector.isEmpty()) {
            reasons.add(blocks(ReasonCode.SECTOR_NOT_COVERED, regime.id(), null, null));
            return;
        }
        LocalDate ready = sector.get().ready().get(question.destination());
        if (ready != null && !day.isBefore(ready)) {
            reasons.add(supports(ReasonCode.SECTOR_COVERED, sector.get().id(), ready, null));
        } else {
            reasons.add(blocks(ReasonCode.SECTOR_NOT_READY, sector.get().id(), null, null));
        }
    }

    /** One attestation of an accepted kind that stands is enough; if none does, each says why it does not. */
    private void isProven(Set<String> kinds, ReasonCode proven, ReasonCode missing) {
        LocalDate attestationDay = question.attestationDay(day);
        List<AttestationFact> candidates = facts.attestations().stream()
                .flatMap(versions -> versions.on(attestationDay).stream())
                .filter(attestation -> kinds.contains(attestation.kind()))
                .sorted(Comparator.comparing(AttestationFact::number))
                .toList();
        List<Reason> supporting = new ArrayList<>();
        List<Reason> failing = new ArrayList<>();
        for (AttestationFact attestation : candidates) {
            AttestationFact.Standing standing = attestation.on(attestationDay);
            evidence.add(new Evidence(
                    attestation.id(),
                    attestation.kind(),
                    attestation.number(),
                    standing.status(),
                    attestation.lastDay(attestationDay).orElse(null)));
            Optional<Boolean> covers = standing.covers(question.model());
            if (covers.isEmpty()) {
                failing.add(shortfall(attestation, standing, Effect.NARROWS));
            } else if (covers.get()) {
                supporting.add(supports(proven, attestation.number(), standing.since(), null));
            } else {
                failing.add(shortfall(attestation, standing, Effect.BLOCKS));
            }
        }
        if (!supporting.isEmpty()) {
            reasons.addAll(supporting);
            failing.forEach(reason -> reasons.add(
                    new Reason(reason.code(), Effect.WARNS, reason.subject(), reason.since(), reason.act())));
        } else if (failing.stream().anyMatch(reason -> reason.effect() == Effect.NARROWS)) {
            failing.stream().filter(reason -> reason.effect() == Effect.NARROWS).forEach(reasons::add);
        } else {
            reasons.add(blocks(missing, goods.number(), null, null));
            reasons.addAll(failing);
        }
    }

    private static Reason shortfall(AttestationFact attestation, AttestationFact.Standing standing, Effect effect) {
        ReasonCode code = switch (standing.status()) {
            case NOT_YET_VALID -> ReasonCode.ATTESTATION_NOT_YET_VALID;
            case SUSPENDED -> ReasonCode.ATTESTATION_SUSPENDED;
            case PARTLY_SUSPENDED -> ReasonCode.ATTESTATION_PARTLY_SUSPENDED;
            case TERMINATED -> ReasonCode.ATTESTATION_TERMINATED;
            case ANNULLED -> ReasonCode.ATTESTATION_ANNULLED;
            case EXPIRED -> ReasonCode.ATTESTATION_EXPIRED;
            case VALID -> throw new IllegalStateException("A valid attestation is no shortfall");
        };
        String act = standing.cause() == null ? null : standing.cause().reason();
        return new Reason(code, effect, attestation.number(), standing.since(), act);
    }

    /** Goods that their own state does not confirm are recognised nowhere. */
    private void isConfirmedAtHome(Party home) {
        Optional<DecisionFact> confirmation = latest(home.state(), Action.RECOGNIZE, Action.CONDITION, Action.WITHDRAW);
        if (confirmation.isEmpty()) {
            reasons.add(blocks(ReasonCode.NOT_CONFIRMED_AT_HOME, home.state(), null, null));
        } else if (confirmation.get().action() == Action.WITHDRAW) {
            reasons.add(reason(ReasonCode.WITHDRAWN_AT_HOME, Effect.BLOCKS, confirmation.get()));
        } else {
            reasons.add(reason(ReasonCode.CONFIRMED_AT_HOME, Effect.SUPPORTS, confirmation.get()));
        }
        latest(home.state(), Action.SUSPEND, Action.RESUME)
                .filter(decision -> decision.action() == Action.SUSPEND)
                .ifPresent(decision -> reasons.add(reason(ReasonCode.SUSPENDED_AT_HOME, Effect.BLOCKS, decision)));
    }

    private void isAcceptedAt(Party destination, Party home) {
        latest(destination.state(), Action.OBJECT, Action.RESUME)
                .filter(decision -> decision.action() == Action.OBJECT)
                .ifPresent(decision -> reasons.add(reason(ReasonCode.OBJECTION_RAISED, Effect.BLOCKS, decision)));
        if (destination.equals(home)) {
            return;
        }
        latest(destination.state(), Action.SUSPEND, Action.RESUME)
                .filter(decision -> decision.action() == Action.SUSPEND)
                .ifPresent(decision -> reasons.add(reason(ReasonCode.SUSPENDED_BY_DECISION, Effect.BLOCKS, decision)));
        Optional<DecisionFact> decision =
                latest(destination.state(), Action.RECOGNIZE, Action.CONDITION, Action.REFUSE, Action.WITHDRAW);
        if (decision.isPresent()) {
            reasons.add(ownDecision(decision.get()));
        } else if (destination.mode() == Mode.BY_DECISION) {
            reasons.add(blocks(ReasonCode.NOT_DECIDED, destination.state(), null, null));
        }
    }

    private static Reason ownDecision(DecisionFact decision) {
        return switch (decision.action()) {
            case RECOGNIZE -> reason(ReasonCode.RECOGNIZED_BY_DECISION, Effect.SUPPORTS, decision);
            case CONDITION -> reason(ReasonCode.CONDITION_SET, Effect.CONDITIONS, decision);
            case REFUSE -> reason(ReasonCode.REFUSED_BY_DECISION, Effect.BLOCKS, decision);
            case WITHDRAW -> reason(ReasonCode.WITHDRAWN_BY_DECISION, Effect.BLOCKS, decision);
            case SUSPEND, RESUME, OBJECT ->
                throw new IllegalStateException("Not a decision on the merits: " + decision.action());
        };
    }

    private static Reason reason(ReasonCode code, Effect effect, DecisionFact decision) {
        return new Reason(code, effect, decision.state(), decision.since(), decision.act());
    }

    /** Of a state's decisions of some kinds that act on the day, the one recorded last. */
    private Optional<DecisionFact> latest(String state, Action... actions) {
        return facts.decisions().stream()
                .filter(decision -> decision.state().equals(state))
                .filter(decision -> List.of(actions).contains(decision.action()))
                .filter(decision -> decision.period().contains(day))
                .max(Comparator.comparingLong(DecisionFact::sequence));
    }
}
