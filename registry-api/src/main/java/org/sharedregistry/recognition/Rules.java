package org.sharedregistry.recognition;

import static org.sharedregistry.recognition.Reason.blocks;
import static org.sharedregistry.recognition.Reason.supports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.DecisionFact.Action;
import org.sharedregistry.recognition.Reason.Effect;
import org.sharedregistry.recognition.RegimeFact.Mode;
import org.sharedregistry.recognition.RegimeFact.Party;
import org.sharedregistry.recognition.RegimeFact.Regulation;
import org.sharedregistry.recognition.RegimeFact.Silence;
import org.sharedregistry.recognition.RegimeFact.Threshold;
import org.sharedregistry.recognition.RegimeFact.Weakness;

/**
 * The first edition of the logic of recognition, applied to the facts of one period in which nothing changes. What it
 * makes of a regime's data must never change: another meaning is another edition, beside this one.
 */
final class Rules {

    static final int EDITION = 1;

    private final Case asked;
    private final ActingDecisions decisions;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();

    private Rules(Case asked) {
        this.asked = asked;
        this.decisions = new ActingDecisions(asked.facts().decisions(), asked.day());
    }

    static Finding judge(Facts facts, Question question, Period period) {
        LocalDate day = period.from();
        Optional<RegimeFact> regime = facts.regime().on(day);
        if (regime.isEmpty() || regime.get().party(question.destination()).isEmpty()) {
            return inapplicable(period, ReasonCode.DESTINATION_OUTSIDE_REGIME, question.destination());
        }
        if (!regime.get().purposes().contains(question.purpose())) {
            return inapplicable(
                    period,
                    ReasonCode.PURPOSE_OUTSIDE_REGIME,
                    question.purpose().name());
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
        return new Rules(new Case(facts, question, day, goods.get(), regime.get())).judge(period);
    }

    private static Finding inapplicable(Period period, ReasonCode code, String subject) {
        return new Finding(period, Verdict.NOT_APPLICABLE, List.of(blocks(code, subject, null, null)), List.of(), "");
    }

    private Finding judge(Period period) {
        Party destination = asked.regime().party(asked.question().destination()).orElseThrow();
        Party home = asked.regime().party(asked.goods().state()).orElseThrow();
        agreementIsInForce();
        regulationIsInForce(home);
        if (!home.equals(destination)) {
            regulationIsInForce(destination);
        }
        sectorIsCovered();
        itemIsEntered();
        sitesAreAuthorized();
        productionIsConfirmed();
        conformityIsAttested();
        isConfirmedAtHome(home);
        isAcceptedAt(destination, home);
        return new Finding(period, verdict(), reasons, evidence, asked.regime().rules());
    }

    private Verdict verdict() {
        Effect decisive = reasons.stream()
                .map(Reason::effect)
                .max(Comparator.naturalOrder())
                .orElse(Effect.SUPPORTS);
        return switch (decisive) {
            case BLOCKS -> Verdict.NOT_RECOGNIZED;
            case UNSETTLES -> Verdict.UNDETERMINED;
            case NARROWS -> Verdict.DEPENDS_ON_ITEM;
            case CONDITIONS -> Verdict.CONDITIONAL;
            case WARNS, SUPPORTS -> Verdict.RECOGNIZED;
        };
    }

    private void agreementIsInForce() {
        RegimeFact regime = asked.regime();
        addActReason(
                regime.agreement(), regime.regime(), ReasonCode.AGREEMENT_IN_FORCE, ReasonCode.AGREEMENT_NOT_IN_FORCE);
    }

    private void regulationIsInForce(Party party) {
        addActReason(party.act(), party.state(), ReasonCode.REGULATION_IN_FORCE, ReasonCode.REGULATION_NOT_IN_FORCE);
    }

    private void addActReason(RegimeFact.Act act, String subject, ReasonCode inForce, ReasonCode notInForce) {
        Period period = act.inForce();
        if (period.contains(asked.day())) {
            reasons.add(supports(inForce, subject, period.from(), act.name()));
        } else {
            LocalDate since = asked.day().isBefore(period.from()) ? null : period.to();
            reasons.add(blocks(notInForce, subject, since, act.name()));
        }
    }

    /** Goods may belong to several sectors by their codes; one that the destination applies is enough. */
    private void sectorIsCovered() {
        List<RegimeFact.Sector> sectors = asked.regime().sectorsOf(asked.goods());
        if (sectors.isEmpty()) {
            reasons.add(blocks(ReasonCode.SECTOR_NOT_COVERED, asked.regime().regime(), null, null));
            return;
        }
        String destination = asked.question().destination();
        reasons.add(sectors.stream()
                .filter(sector -> sector.isReadyIn(destination, asked.day()))
                .findFirst()
                .map(sector -> supports(
                        ReasonCode.SECTOR_COVERED, sector.id(), sector.ready().get(destination), null))
                .orElseGet(
                        () -> blocks(ReasonCode.SECTOR_NOT_READY, sectors.get(0).id(), null, null)));
    }

    /** The maker may be genuine and the goods at hand not those that were entered. */
    private void itemIsEntered() {
        Item item = asked.item();
        GoodsFact goods = asked.goods();
        if (item.hs() != null && !Codes.overlap(Set.of(item.hs()), goods.hs())) {
            reasons.add(blocks(ReasonCode.CODE_NOT_IN_ENTRY, item.hs(), null, null));
        }
        if (item.okpd2() != null && !Codes.overlap(Set.of(item.okpd2()), goods.okpd2())) {
            reasons.add(blocks(ReasonCode.CODE_NOT_IN_ENTRY, item.okpd2(), null, null));
        }
        if (item.model() != null
                && !goods.models().isEmpty()
                && !goods.modelKeys().contains(Designation.key(item.model()))) {
            reasons.add(blocks(ReasonCode.MODEL_NOT_IN_ENTRY, item.model(), null, null));
        }
        if (item.manufacturer() != null && !goods.isMadeBy(item.manufacturer())) {
            reasons.add(blocks(ReasonCode.MANUFACTURER_DIFFERS, item.manufacturer(), null, null));
        }
        if (item.site() != null && !goods.sites().isEmpty() && !goods.sites().contains(item.site())) {
            reasons.add(blocks(ReasonCode.SITE_NOT_IN_ENTRY, item.site(), null, null));
        }
    }

    /** Of several sites some may be authorised and others not; which one is meant then decides. */
    private void sitesAreAuthorized() {
        Effect effect = asked.regime().weaknesses().get(Weakness.SITE);
        if (effect == null) {
            return;
        }
        Set<String> meant = sitesMeant();
        List<SiteFact> authorized = sites(meant)
                .filter(site -> site.mayMake(asked.goods()))
                .sorted(Comparator.comparing(SiteFact::name))
                .toList();
        authorized.forEach(site -> reasons.add(supports(ReasonCode.SITE_AUTHORIZED, site.name(), null, null)));
        if (authorized.size() < meant.size()) {
            Effect outcome = authorized.isEmpty() || effect == Effect.WARNS ? effect : Effect.NARROWS;
            reasons.add(new Reason(
                    ReasonCode.SITE_NOT_AUTHORIZED, outcome, asked.goods().number(), null, null));
        }
    }

    private Set<String> sitesMeant() {
        return Optional.ofNullable(asked.item().site())
                .filter(asked.goods().sites()::contains)
                .map(Set::of)
                .orElse(asked.goods().sites());
    }

    private Stream<SiteFact> sites(Set<String> ids) {
        return asked.facts().sites().stream()
                .flatMap(versions -> versions.on(asked.attestationDay()).stream())
                .filter(site -> ids.contains(site.id()));
    }

    private void productionIsConfirmed() {
        Proof proof = Proof.of(
                new Proof.Requirement(
                        "production",
                        asked.goods().number(),
                        null,
                        asked.regime().production(),
                        attestation -> true,
                        ReasonCode.PRODUCTION_CONFIRMED,
                        ReasonCode.PRODUCTION_NOT_CONFIRMED),
                asked);
        add(proof);
        if (!proof.carrying().isEmpty()) {
            asked.regime().thresholds().stream()
                    .filter(threshold ->
                            threshold.appliesTo(asked.goods(), asked.question().purpose(), asked.attestationDay()))
                    .forEach(threshold -> isReached(threshold, proof.carrying()));
        }
    }

    private void isReached(Threshold threshold, List<AttestationFact> carrying) {
        addThreshold(
                threshold,
                threshold.points(),
                carrying.stream().map(each -> each.claims().points()),
                ReasonCode.POINTS_REACHED,
                ReasonCode.POINTS_NOT_REACHED,
                ReasonCode.POINTS_NOT_STATED);
        addThreshold(
                threshold,
                threshold.localShare(),
                Stream.concat(
                        carrying.stream().map(each -> each.claims().localShare()),
                        sites(sitesMeant()).map(SiteFact::localShare)),
                ReasonCode.LOCAL_SHARE_REACHED,
                ReasonCode.LOCAL_SHARE_NOT_REACHED,
                ReasonCode.LOCAL_SHARE_NOT_STATED);
    }

    /** The best of what is stated counts. */
    private <N extends Comparable<N>> void addThreshold(
            Threshold threshold,
            @Nullable N needed,
            Stream<@Nullable N> stated,
            ReasonCode reached,
            ReasonCode notReached,
            ReasonCode notStated) {
        if (needed == null) {
            return;
        }
        Optional<N> best = stated.filter(Objects::nonNull).max(Comparator.naturalOrder());
        if (best.isEmpty()) {
            reasons.add(new Reason(notStated, Effect.UNSETTLES, needed.toString(), null, threshold.act()));
        } else if (best.get().compareTo(needed) < 0) {
            reasons.add(blocks(notReached, best.get() + " < " + needed, null, threshold.act()));
        } else {
            reasons.add(supports(reached, best.get() + " ≥ " + needed, null, threshold.act()));
        }
    }

    private void conformityIsAttested() {
        if (asked.regime().regulations().isEmpty()) {
            add(Proof.of(
                    new Proof.Requirement(
                            "conformity",
                            asked.goods().number(),
                            null,
                            asked.regime().conformity(),
                            attestation -> true,
                            ReasonCode.CONFORMITY_ATTESTED,
                            ReasonCode.CONFORMITY_NOT_ATTESTED),
                    asked));
            return;
        }
        List<Regulation> regulations = asked.regime().regulationsOn(asked.goods(), asked.attestationDay());
        if (regulations.isEmpty()) {
            reasons.add(
                    supports(ReasonCode.CONFORMITY_NOT_REQUIRED, asked.goods().number(), null, null));
        }
        regulations.forEach(regulation -> add(Proof.of(conformityWith(regulation), asked)));
    }

    private Proof.Requirement conformityWith(Regulation regulation) {
        Set<String> names = asked.regime().namesOf(regulation, asked.attestationDay());
        return new Proof.Requirement(
                regulation.code(),
                asked.goods().number(),
                regulation.code(),
                asked.regime().conformity(),
                attestation -> attestation.claims().namesAny(names)
                        && (regulation.kinds().isEmpty() || regulation.kinds().contains(attestation.kind())),
                ReasonCode.CONFORMITY_ATTESTED,
                ReasonCode.CONFORMITY_NOT_ATTESTED);
    }

    private void add(Proof proof) {
        reasons.addAll(proof.reasons());
        evidence.addAll(proof.evidence());
    }

    /** Goods that their own state does not confirm are recognised nowhere. */
    private void isConfirmedAtHome(Party home) {
        Optional<DecisionFact> decision = decisions.onMerits(home.state());
        if (decision.isPresent()) {
            reasons.add(atHome(decision.get()));
        } else if (silenceSince(home).isPresent() && home.decision().silence() == Silence.RECOGNIZED) {
            reasons.add(supports(
                    ReasonCode.CONFIRMED_BY_SILENCE,
                    home.state(),
                    silenceSince(home).get(),
                    home.act().name()));
        } else {
            reasons.add(blocks(ReasonCode.NOT_CONFIRMED_AT_HOME, home.state(), null, null));
        }
        decisions
                .standing(home.state(), Action.SUSPEND)
                .ifPresent(suspension -> reasons.add(reason(ReasonCode.SUSPENDED_AT_HOME, Effect.BLOCKS, suspension)));
    }

    private static Reason atHome(DecisionFact decision) {
        return switch (decision.action()) {
            case RECOGNIZE -> reason(ReasonCode.CONFIRMED_AT_HOME, Effect.SUPPORTS, decision);
            case CONDITION -> reason(ReasonCode.CONDITION_SET, Effect.CONDITIONS, decision);
            case REFUSE -> reason(ReasonCode.REFUSED_AT_HOME, Effect.BLOCKS, decision);
            case WITHDRAW -> reason(ReasonCode.WITHDRAWN_AT_HOME, Effect.BLOCKS, decision);
            default -> throw new IllegalStateException("Not a decision on the merits: " + decision.action());
        };
    }

    private void isAcceptedAt(Party destination, Party home) {
        if (destination.equals(home)) {
            return;
        }
        decisions
                .standing(destination.state(), Action.OBJECT)
                .ifPresent(objection -> reasons.add(reason(ReasonCode.OBJECTION_RAISED, Effect.BLOCKS, objection)));
        decisions
                .standing(destination.state(), Action.SUSPEND)
                .ifPresent(
                        suspension -> reasons.add(reason(ReasonCode.SUSPENDED_BY_DECISION, Effect.BLOCKS, suspension)));
        Optional<DecisionFact> decision = decisions.onMerits(destination.state());
        if (decision.isPresent()) {
            reasons.add(abroad(decision.get()));
        } else if (destination.mode() == Mode.BY_DECISION) {
            reasons.add(undecided(destination));
        }
    }

    private static Reason abroad(DecisionFact decision) {
        return switch (decision.action()) {
            case RECOGNIZE -> reason(ReasonCode.RECOGNIZED_BY_DECISION, Effect.SUPPORTS, decision);
            case CONDITION -> reason(ReasonCode.CONDITION_SET, Effect.CONDITIONS, decision);
            case REFUSE -> reason(ReasonCode.REFUSED_BY_DECISION, Effect.BLOCKS, decision);
            case WITHDRAW -> reason(ReasonCode.WITHDRAWN_BY_DECISION, Effect.BLOCKS, decision);
            default -> throw new IllegalStateException("Not a decision on the merits: " + decision.action());
        };
    }

    private Reason undecided(Party destination) {
        Optional<LocalDate> since = silenceSince(destination);
        Silence meaning = since.isPresent() ? destination.decision().silence() : Silence.NOTHING;
        return switch (meaning) {
            case NOTHING -> blocks(ReasonCode.NOT_DECIDED, destination.state(), null, null);
            case REFUSED ->
                blocks(
                        ReasonCode.REFUSED_BY_SILENCE,
                        destination.state(),
                        since.orElseThrow(),
                        destination.act().name());
            case RECOGNIZED ->
                supports(
                        ReasonCode.RECOGNIZED_BY_SILENCE,
                        destination.state(),
                        since.orElseThrow(),
                        destination.act().name());
        };
    }

    /** Since when an authority should have decided and has not; empty while it has time. */
    private Optional<LocalDate> silenceSince(Party party) {
        return Optional.ofNullable(asked.goods().submitted())
                .map(submitted -> asked.facts().due(submitted, party))
                .filter(due -> !asked.day().isBefore(due) && !decisions.wereTakenBefore(due, party.state()));
    }

    private static Reason reason(ReasonCode code, Effect effect, DecisionFact decision) {
        return new Reason(code, effect, decision.state(), decision.since(), decision.act());
    }
}
