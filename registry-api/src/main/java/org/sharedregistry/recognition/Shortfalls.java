package org.sharedregistry.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.AttestationFact.Standing;
import org.sharedregistry.recognition.Reason.Effect;
import org.sharedregistry.recognition.RegimeFact.Accepted;
import org.sharedregistry.recognition.RegimeFact.Weakness;

/** What one attestation lacks to prove what it is looked at for; nothing when it proves it. */
final class Shortfalls {

    private final Case asked;
    private final AttestationFact attestation;
    private final List<Reason> found = new ArrayList<>();

    private Shortfalls(Case asked, AttestationFact attestation) {
        this.asked = asked;
        this.attestation = attestation;
    }

    /**
     * @param way in which it is accepted
     * @param regulation that it is to prove conformity with; null for anything else
     */
    static List<Reason> of(Case asked, AttestationFact attestation, Accepted way, @Nullable String regulation) {
        Shortfalls shortfalls = new Shortfalls(asked, attestation);
        shortfalls.ofStanding(regulation);
        shortfalls.ofScope();
        shortfalls.ofLocalShare(way.localShare());
        shortfalls.ofIssuer(way);
        shortfalls.ofReports();
        shortfalls.ofSource();
        return shortfalls.found;
    }

    private void ofStanding(@Nullable String regulation) {
        Standing standing = attestation.on(asked.attestationDay());
        switch (standing.status()) {
            case VALID -> {}
            case NOT_YET_VALID -> add(ReasonCode.ATTESTATION_NOT_YET_VALID, Effect.BLOCKS, standing);
            case ANNULLED -> add(ReasonCode.ATTESTATION_ANNULLED, Effect.BLOCKS, standing);
            case EXPIRED -> add(ReasonCode.ATTESTATION_EXPIRED, unlessMadeEarlier(), standing);
            case TERMINATED -> add(ReasonCode.ATTESTATION_TERMINATED, unlessMadeEarlier(), standing);
            case SUSPENDED -> add(ReasonCode.ATTESTATION_SUSPENDED, unlessMadeEarlier(), standing);
            case PARTLY_SUSPENDED ->
                attestation
                        .suspensions(asked.attestationDay())
                        .forEach(suspension -> ofPartialSuspension(suspension, regulation));
        }
    }

    private void ofPartialSuspension(StatusEvent suspension, @Nullable String regulation) {
        Effect effect = switch (suspension.scope().of(asked.goods(), asked.item(), regulation)) {
            case YES -> unlessMadeEarlier();
            case DEPENDS -> Effect.NARROWS;
            case NO -> Effect.SUPPORTS;
        };
        if (effect != Effect.SUPPORTS) {
            add(ReasonCode.ATTESTATION_PARTLY_SUSPENDED, effect, suspension.effective(), suspension.grounds());
        }
    }

    /** Goods made while a document stood may stay on the market after it, so that the day of making decides. */
    private Effect unlessMadeEarlier() {
        return asked.question().leavesOpenWhenMade() ? Effect.NARROWS : Effect.BLOCKS;
    }

    private void ofScope() {
        Claims claims = attestation.claims();
        GoodsFact goods = asked.goods();
        Item item = asked.item();
        add(ReasonCode.MODEL_NOT_COVERED, Coverage.of(claims.models(), item.modelKey(), goods.modelKeys()));
        add(ReasonCode.SITE_NOT_COVERED, Coverage.of(claims.sites(), Optional.ofNullable(item.site()), goods.sites()));
        add(ReasonCode.BATCH_NOT_COVERED, Coverage.of(claims.batches(), item.batchKey(), Set.of()));
        if (!coversCodes(claims, goods, item)) {
            add(ReasonCode.PRODUCT_NOT_COVERED, Coverage.NO);
        }
        BigDecimal most = claims.quantity();
        if (most != null && item.quantity() != null && isSameUnit(claims.unit(), item.unit())) {
            add(ReasonCode.QUANTITY_EXCEEDED, item.quantity().compareTo(most) > 0 ? Coverage.NO : Coverage.YES);
        }
    }

    private static boolean coversCodes(Claims claims, GoodsFact goods, Item item) {
        Set<String> hs = item.hs() == null ? goods.hs() : Set.of(item.hs());
        boolean hsFits = claims.hs().isEmpty() || hs.isEmpty() || Codes.overlap(hs, claims.hs());
        Set<String> okpd2 = item.okpd2() == null ? goods.okpd2() : Set.of(item.okpd2());
        boolean okpd2Fits = claims.okpd2().isEmpty() || okpd2.isEmpty() || Codes.overlap(okpd2, claims.okpd2());
        return hsFits && okpd2Fits;
    }

    private static boolean isSameUnit(@Nullable String one, @Nullable String other) {
        return one == null || other == null || Designation.key(one).equals(Designation.key(other));
    }

    private void ofLocalShare(@Nullable BigDecimal needed) {
        if (needed == null) {
            return;
        }
        BigDecimal share = attestation.claims().localShare();
        if (share == null) {
            add(ReasonCode.LOCAL_SHARE_NOT_STATED, Effect.UNSETTLES, null, needed + " %");
        } else if (share.compareTo(needed) < 0) {
            add(ReasonCode.LOCAL_SHARE_NOT_REACHED, Effect.BLOCKS, null, share + " % < " + needed + " %");
        }
    }

    private void ofIssuer(Accepted way) {
        Versions<BodyFact> known = attestation.issuer();
        Optional<BodyFact> issuer = known == null ? Optional.empty() : known.on(attestation.issued());
        if (!way.mayBeIssuedBy(issuer.orElse(null), attestation.issued())) {
            add(ReasonCode.BODY_NOT_DESIGNATED, Effect.BLOCKS, attestation.issued(), accreditation(issuer));
        }
        Effect effect = asked.regime().weaknesses().get(Weakness.ACCREDITATION);
        if (effect != null && known != null && !isAccredited(issuer, attestation)) {
            add(ReasonCode.BODY_NOT_ACCREDITED, effect, attestation.issued(), accreditation(issuer));
        }
    }

    private void ofReports() {
        Effect effect = asked.regime().weaknesses().get(Weakness.REPORT);
        if (effect == null) {
            return;
        }
        attestation.reports().stream()
                .flatMap(versions -> versions.on(asked.attestationDay()).stream())
                .sorted(Comparator.comparing(AttestationFact::number).thenComparing(AttestationFact::id))
                .forEach(report -> ofReport(report, effect));
    }

    private void ofReport(AttestationFact report, Effect effect) {
        Standing standing = report.on(asked.attestationDay());
        // A test report serves the certificate that was given on it; its own term may run out.
        boolean stands = standing.status() == AttestationStatus.VALID || standing.status() == AttestationStatus.EXPIRED;
        if (!stands) {
            add(ReasonCode.REPORT_NOT_IN_FORCE, effect, standing.since(), report.number());
        }
        Versions<BodyFact> laboratory = report.issuer();
        if (laboratory != null && !isAccredited(laboratory.on(report.issued()), report)) {
            add(ReasonCode.LABORATORY_NOT_ACCREDITED, effect, report.issued(), report.number());
        }
    }

    private void ofSource() {
        String source = attestation.source();
        Integer most = asked.regime().staleAfterDays();
        if (source == null || most == null) {
            return;
        }
        LocalDate read = asked.facts().sources().get(source);
        if (read == null || read.plusDays(most).isBefore(asked.day())) {
            add(ReasonCode.SOURCE_STALE, Effect.UNSETTLES, read, source);
        }
    }

    private static boolean isAccredited(Optional<BodyFact> body, AttestationFact attestation) {
        return body.filter(known -> known.isAccreditedFor(attestation.claims())).isPresent();
    }

    private static @Nullable String accreditation(Optional<BodyFact> body) {
        return body.map(BodyFact::accreditation).orElse(null);
    }

    private void add(ReasonCode code, Effect effect, Standing standing) {
        StatusEvent cause = standing.cause();
        add(code, effect, standing.since(), cause == null ? null : cause.grounds());
    }

    private void add(ReasonCode code, Coverage coverage) {
        switch (coverage) {
            case YES -> {}
            case NO -> add(code, Effect.BLOCKS, null, null);
            case DEPENDS -> add(code, Effect.NARROWS, null, null);
        }
    }

    private void add(ReasonCode code, Effect effect, @Nullable LocalDate since, @Nullable String act) {
        found.add(new Reason(code, effect, attestation.number(), since, act));
    }
}
