package org.sharedregistry.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.goods.Site;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.Scope;
import org.sharedregistry.recognition.StatusEvent;
import org.sharedregistry.recognition.Versions;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Everything that was recorded about an entry and what it rests on: when, by whom, what, why and under which act. */
@Component
public class History {

    private final RecordLog log;
    private final Accounts accounts;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    History(RecordLog log, Accounts accounts) {
        this.log = log;
        this.accounts = accounts;
        texts.setBasename("history");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /**
     * What a caller may see of it, the oldest first.
     *
     * @param language of the texts: ru, be or en
     */
    public List<Line> of(Caller caller, Dossier dossier, String language) {
        Map<String, String> subjects = subjects(dossier);
        Map<Long, Detail> details = details(dossier);
        List<RecordLog.Line> records = log.about(subjects.keySet());
        Map<String, Caller> actors = accounts.callers(
                records.stream().map(record -> record.entry().actor()).collect(Collectors.toSet()));
        return records.stream()
                .filter(record -> isVisible(caller, dossier, record, details))
                .map(record -> line(
                        record,
                        String.valueOf(subjects.get(record.entry().subject())),
                        details.get(record.recorded().sequence()),
                        actors.get(record.entry().actor()),
                        isInsider(caller, dossier),
                        language))
                .toList();
    }

    /** The names of what the entry rests on, by id. */
    private static Map<String, String> subjects(Dossier dossier) {
        Map<String, String> subjects = new HashMap<>();
        subjects.put(dossier.entry().id().toString(), dossier.entry().address());
        subjects.put(
                dossier.manufacturer().id().toString(), dossier.manufacturer().taxId());
        for (Site site : dossier.goods().sites()) {
            subjects.put(site.id().toString(), site.descriptions().newest().name());
        }
        for (Attestation attestation : dossier.attestations()) {
            subjects.put(attestation.id().toString(), attestation.number());
            Optional.ofNullable(attestation.issuer())
                    .ifPresent(issuer -> subjects.put(
                            String.valueOf(attestation.body()), issuer.newest().accreditation()));
        }
        return subjects;
    }

    /** What the records carried, by their sequence. */
    private static Map<Long, Detail> details(Dossier dossier) {
        Map<Long, Detail> details = new HashMap<>();
        add(details, dossier.goods().descriptions());
        dossier.goods().sites().forEach(site -> add(details, site.descriptions()));
        for (Attestation attestation : dossier.attestations()) {
            add(details, attestation.contents());
            for (StatusEvent event : attestation.events()) {
                details.put(
                        event.sequence(),
                        new Detail(
                                event.authority(),
                                Period.inclusive(event.effective(), event.until()),
                                event.scope().coversNothing() ? null : event.scope(),
                                null));
            }
        }
        for (DecisionFact decision : dossier.decisions()) {
            details.put(decision.sequence(), new Detail(decision.state(), decision.period(), null, null));
        }
        return details;
    }

    private static void add(Map<Long, Detail> details, Versions<?> versions) {
        versions.recorded()
                .forEach(version ->
                        details.put(version.sequence(), new Detail(null, version.valid(), null, version.fact())));
    }

    /** The public sees what is in force; who takes part sees what is asked and answered; officials see all. */
    private static boolean isVisible(Caller caller, Dossier dossier, RecordLog.Line record, Map<Long, Detail> details) {
        if (isOfficial(caller, dossier)) {
            return !isDraftOf(dossier, record);
        }
        String event = record.entry().event();
        boolean own = caller.actsFor(dossier.entry().manufacturer());
        if (event.startsWith("inquiry.") || event.startsWith("appeal.") || event.startsWith("mismatch.")) {
            return own;
        }
        if (event.startsWith("finding.")) {
            return false;
        }
        if (event.startsWith("decision.")) {
            return details.containsKey(record.recorded().sequence());
        }
        return own || !isDraftOf(dossier, record);
    }

    private static boolean isOfficial(Caller caller, Dossier dossier) {
        boolean official = caller.role() == Role.AUTHORITY || caller.role() == Role.OFFICER;
        return official && dossier.newestRegime().party(caller.requiredState()).isPresent();
    }

    private static boolean isInsider(Caller caller, Dossier dossier) {
        return isOfficial(caller, dossier) || caller.actsFor(dossier.entry().manufacturer());
    }

    /** What was written before the submission is the manufacturer's own. */
    private static boolean isDraftOf(Dossier dossier, RecordLog.Line record) {
        return record.entry().subject().equals(dossier.entry().id().toString())
                && !dossier.entry().wasSubmittedBy(record.recorded().sequence());
    }

    private Line line(
            RecordLog.Line record,
            String subject,
            @Nullable Detail detail,
            @Nullable Caller actor,
            boolean insider,
            String language) {
        RecordLog.Entry entry = record.entry();
        Role role = actor == null ? Role.OPERATOR : actor.role();
        String state = actor == null ? null : actor.state();
        Period period = detail == null ? Period.ALWAYS : detail.period;
        return new Line(
                record.recorded().sequence(),
                record.recorded().at(),
                new Who(role, state, insider ? entry.actor() : null),
                entry.event(),
                subject,
                text(entry, subject, role, state, language),
                entry.reason(),
                entry.act(),
                detail == null ? null : detail.authority,
                period.firstDay().orElse(null),
                period.lastDay().orElse(null),
                detail == null ? null : detail.scope,
                detail == null ? null : detail.version);
    }

    private String text(RecordLog.Entry entry, String subject, Role role, @Nullable String state, String language) {
        Locale locale = Locale.forLanguageTag(language);
        String who = texts.getMessage("who." + role, new Object[] {state == null ? "" : state}, locale);
        return texts.getMessage(entry.event(), new Object[] {subject, who.strip()}, locale);
    }

    /** What a record carried, besides who and why. */
    private record Detail(
            @Nullable String authority,
            Period period,
            @Nullable Scope scope,
            @Nullable Object version) {}

    /**
     * One record.
     *
     * @param text in a sentence
     * @param authority whose decision it is
     * @param from the first day on which it holds
     * @param to the last such day
     * @param version what was recorded, for a version of a description or document
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            long sequence,
            Instant at,
            Who who,
            String event,
            String subject,
            String text,
            @Nullable String reason,
            @Nullable String act,
            @Nullable String authority,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Scope scope,
            @Nullable Object version) {}

    /**
     * Who made a record.
     *
     * @param account for those who take part
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Who(
            Role role, @Nullable String state, @Nullable String account) {}
}
