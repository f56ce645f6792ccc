package org.sharedregistry.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.BodyFact.Accreditation;
import org.sharedregistry.recognition.DecisionFact.Action;
import org.sharedregistry.recognition.Versions.Version;

/** Facts for tests, told one after the other; what is told later was recorded later. */
final class SomeFacts {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final TreeMap<LocalDate, SomeRegime> regimes = new TreeMap<>(Map.of(LocalDate.MIN, new SomeRegime(1)));
    private final Map<String, List<Version<SiteFact>>> siteVersions = new LinkedHashMap<>();
    private final Map<String, List<Version<BodyFact>>> bodyVersions = new HashMap<>();
    private final Map<String, SomeAttestation> attestations = new LinkedHashMap<>();
    private final List<DecisionFact> decisions = new ArrayList<>();
    private final List<InquiryFact> inquiries = new ArrayList<>();
    private final Map<String, LocalDate> sources = new HashMap<>();
    private String number = "";
    private String state = "";
    private Period entered = Period.ALWAYS;
    private @Nullable LocalDate submitted;
    private Set<String> makers = Set.of();
    private Set<String> hs = Set.of();
    private Set<String> okpd2 = Set.of();
    private Set<String> okrb = Set.of();
    private Set<String> models = Set.of();
    private Set<String> sites = Set.of();
    private long sequence;

    /** A pump made in BY and recognised in RU from 2026-04-10 on; the same story as at the head of the table of cases. */
    static SomeFacts ofAPump() {
        SomeFacts facts = new SomeFacts();
        facts.regime()
                .agreed(Period.since(day("2026-02-02")))
                .appliedIn("BY", Period.since(day("2026-03-01")))
                .appliedIn("RU", Period.since(day("2026-04-01")))
                .covering(
                        "pumps",
                        Set.of("8413"),
                        Set.of("28.13"),
                        Map.of("BY", day("2026-04-01"), "RU", day("2026-04-01")))
                .confirmingProduction(SomeRegime.accepting("PRODUCTION_CERTIFICATE"))
                .provingConformity(SomeRegime.accepting("CERTIFICATE"))
                .provingConformity(SomeRegime.accepting("DECLARATION"))
                .regulating(SomeRegime.regulation("TR-10", "8413"));
        return facts.goods("G-1", "BY", Set.of("Bobruisk Pumps", "700123456"))
                .withHs(Set.of("8413703000"))
                .withOkpd2(Set.of("28.13.14.110"))
                .withModels(Set.of("VN-50", "VN-80"))
                .madeAt(Set.of("North", "South"))
                .submittedOn(day("2026-04-05"))
                .with(SomeAttestation.of("PRODUCTION_CERTIFICATE", "P-1", days("2025-06-06", "2030-06-05")))
                .with(SomeAttestation.of("CERTIFICATE", "C-1", days("2024-05-20", "2029-05-19"))
                        .forRegulations(Set.of("TR-10")))
                .decided("BY", Action.RECOGNIZE, Period.since(day("2026-04-10")));
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** Both days belong to the period. */
    static Period days(String first, String last) {
        return Period.inclusive(day(first), day(last));
    }

    /** The first version of the regime, to change it. */
    SomeRegime regime() {
        return Objects.requireNonNull(regimes.get(LocalDate.MIN));
    }

    /** The version of the regime that replaces the others on a day, to change it. */
    SomeRegime regimeFrom(LocalDate day) {
        return regimes.computeIfAbsent(
                day, from -> regimes.lastEntry().getValue().next());
    }

    SomeFacts goods(String registryNumber, String home, Set<String> makerNames) {
        number = registryNumber;
        state = home;
        makers = makerNames;
        return this;
    }

    SomeFacts entered(Period days) {
        entered = days;
        return this;
    }

    SomeFacts submittedOn(@Nullable LocalDate day) {
        submitted = day;
        return this;
    }

    SomeFacts withHs(Set<String> codes) {
        hs = codes;
        return this;
    }

    SomeFacts withOkpd2(Set<String> codes) {
        okpd2 = codes;
        return this;
    }

    SomeFacts withOkrb(Set<String> codes) {
        okrb = codes;
        return this;
    }

    SomeFacts withModels(Set<String> designations) {
        models = designations;
        return this;
    }

    SomeFacts madeAt(Set<String> ids) {
        sites = ids;
        return this;
    }

    /** @param codes that the site may make; none when it may make nothing */
    SomeFacts site(String id, Set<String> codes, @Nullable BigDecimal localShare, Period valid) {
        SiteFact site = new SiteFact(id, id, !codes.isEmpty(), hs(codes), okpd2(codes), localShare);
        siteVersions.computeIfAbsent(id, each -> new ArrayList<>()).add(new Version<>(valid, ++sequence, site));
        return this;
    }

    SomeFacts body(String accreditation, Accreditation status, Set<String> scope, Period valid) {
        bodyVersions
                .computeIfAbsent(accreditation, each -> new ArrayList<>())
                .add(new Version<>(valid, ++sequence, new BodyFact(accreditation, status, scope)));
        return this;
    }

    SomeFacts with(SomeAttestation attestation) {
        attestations.put(attestation.number(), attestation);
        return this;
    }

    SomeFacts without(String attestation) {
        attestations.remove(attestation);
        return this;
    }

    /** An attestation, to change it. */
    SomeAttestation attestation(String wanted) {
        return Objects.requireNonNull(attestations.get(wanted), "No attestation " + wanted);
    }

    List<SomeAttestation> attestations() {
        return List.copyOf(attestations.values());
    }

    SomeFacts event(
            String attestation, StatusEvent.Type type, LocalDate effective, @Nullable LocalDate until, Scope scope) {
        attestation(attestation)
                .with(new StatusEvent(type, effective, until, scope, "as told", null, "authority", ++sequence));
        return this;
    }

    SomeFacts decided(String by, Action action, Period acting) {
        return decided(by, action, null, acting);
    }

    /** On the decision of a state that was taken last. */
    SomeFacts appealed(String by, Action outcome, Period acting) {
        String target = decisions.stream()
                .filter(decision ->
                        decision.state().equals(by) && !decision.action().isOnAppeal())
                .reduce((first, second) -> second)
                .orElseThrow()
                .id();
        return decided(by, outcome, target, acting);
    }

    private SomeFacts decided(String by, Action action, @Nullable String target, Period acting) {
        String id = "decision-" + ++sequence;
        decisions.add(new DecisionFact(id, by, action, target, acting, id, "as told", sequence));
        return this;
    }

    SomeFacts undecidedIn(String of) {
        decisions.removeIf(decision -> decision.state().equals(of));
        return this;
    }

    SomeFacts asked(String by, Period open) {
        inquiries.add(new InquiryFact(by, open));
        return this;
    }

    SomeFacts readUpTo(String register, LocalDate day) {
        sources.put(register, day);
        return this;
    }

    /** The place in the order of records of what was told last. */
    long newest() {
        return sequence;
    }

    Facts build() {
        return build(Long.MAX_VALUE);
    }

    /** The facts as recorded up to a place in the order of records. */
    Facts build(long known) {
        GoodsFact goods = new GoodsFact(number, state, submitted, makers, hs, okpd2, okrb, models, sites);
        Map<String, Versions<BodyFact>> bodies = new HashMap<>();
        bodyVersions.forEach((body, recorded) -> bodies.put(body, new Versions<>(recorded).upTo(known)));
        return new Facts(
                new Versions<>(List.of(new Version<>(entered, 0, goods))),
                new Versions<>(regimes.entrySet().stream()
                        .map(regime ->
                                version(regime.getKey(), regime.getValue().build()))
                        .toList()),
                siteVersions.values().stream()
                        .map(recorded -> new Versions<>(recorded).upTo(known))
                        .toList(),
                attestations.values().stream()
                        .map(each -> Versions.of(each.build(known, attestations, bodies)))
                        .toList(),
                decisions.stream()
                        .filter(decision -> decision.sequence() <= known)
                        .toList(),
                inquiries,
                sources);
    }

    private static Version<RegimeFact> version(LocalDate from, RegimeFact regime) {
        return new Version<>(Period.since(from), regime.version(), regime);
    }

    /** Codes of the TN VED have no dots. */
    static Set<String> hs(Set<String> codes) {
        return codes.stream().filter(code -> !code.contains(".")).collect(Collectors.toSet());
    }

    static Set<String> okpd2(Set<String> codes) {
        return codes.stream().filter(code -> code.contains(".")).collect(Collectors.toSet());
    }
}
