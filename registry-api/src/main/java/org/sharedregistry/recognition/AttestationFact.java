package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A certificate, a declaration, a production confirmation or a test report, with everything decided on it since.
 *
 * @param id of the attestation in the registry
 * @param kind what it is; which kinds prove what is for the regime to say
 * @param issued the day on which its issuer must have been accredited
 * @param validity as issued
 * @param source the register it was taken from; null when it was entered here
 * @param issuer what is known of the body that issued it; null when nobody else did
 * @param reports the test reports it rests on
 * @param events in the order they were recorded
 */
public record AttestationFact(
        String id,
        String kind,
        String number,
        LocalDate issued,
        Period validity,
        Claims claims,
        @Nullable String source,
        @Nullable Versions<BodyFact> issuer,
        List<Versions<AttestationFact>> reports,
        List<StatusEvent> events) {

    public AttestationFact {
        reports = List.copyOf(reports);
        events = events.stream()
                .sorted(Comparator.comparingLong(StatusEvent::sequence))
                .toList();
    }

    /** Where it stands on a day. Of several suspensions the cause is the last, a whole one before a partial one. */
    public Standing on(LocalDate day) {
        Optional<StatusEvent> annulled = lastOf(StatusEvent.Type.ANNUL, StatusEvent.Type.RESTORE)
                .filter(event -> event.type() == StatusEvent.Type.ANNUL);
        if (annulled.isPresent()) {
            // An annulment says that it should never have been issued: it acts from the start.
            return new Standing(AttestationStatus.ANNULLED, validity.from(), annulled.get());
        }
        if (day.isBefore(validity.from())) {
            return new Standing(AttestationStatus.NOT_YET_VALID, validity.from(), null);
        }
        Optional<StatusEvent> terminated =
                begun(day, StatusEvent.Type.TERMINATE).findFirst();
        if (terminated.isPresent()) {
            return new Standing(AttestationStatus.TERMINATED, terminated.get().effective(), terminated.get());
        }
        LocalDate end = end(day);
        if (!day.isBefore(end)) {
            return new Standing(AttestationStatus.EXPIRED, end, null);
        }
        List<StatusEvent> suspensions = suspensions(day);
        if (suspensions.isEmpty()) {
            return new Standing(AttestationStatus.VALID, validity.from(), null);
        }
        StatusEvent last = suspensions.get(suspensions.size() - 1);
        return suspensions.stream()
                .filter(suspension -> suspension.type() == StatusEvent.Type.SUSPEND)
                .reduce((first, second) -> second)
                .map(whole -> new Standing(AttestationStatus.SUSPENDED, whole.effective(), whole))
                .orElseGet(() -> new Standing(AttestationStatus.PARTLY_SUSPENDED, last.effective(), last));
    }

    /** The days on which an attestation is valid, at least in part. */
    public static List<Period> inForce(Versions<AttestationFact> attestation) {
        List<LocalDate> days = Stream.concat(
                        attestation.boundaries(AttestationFact::boundaries), Stream.of(LocalDate.MIN, LocalDate.MAX))
                .distinct()
                .sorted()
                .toList();
        List<Period> inForce = new ArrayList<>();
        for (int i = 0; i + 1 < days.size(); i++) {
            LocalDate day = days.get(i);
            if (attestation
                    .on(day)
                    .map(fact -> fact.on(day).status())
                    .filter(AttestationStatus::isInForce)
                    .isPresent()) {
                inForce.add(new Period(day, days.get(i + 1)));
            }
        }
        return inForce;
    }

    /** The suspensions that act on a day. A second one does not lift the first; resuming lifts them all. */
    public List<StatusEvent> suspensions(LocalDate day) {
        List<StatusEvent> acting = new ArrayList<>();
        begun(day, StatusEvent.Type.SUSPEND, StatusEvent.Type.PARTLY_SUSPEND, StatusEvent.Type.RESUME)
                .forEach(event -> {
                    if (event.type() == StatusEvent.Type.RESUME) {
                        acting.clear();
                    } else if (dayAfter(event.until()).isAfter(day)) {
                        acting.add(event);
                    }
                });
        return acting;
    }

    /** The last day of validity as known on a day, extensions included; empty when there is none. */
    public Optional<LocalDate> lastDay(LocalDate day) {
        return new Period(validity.from(), end(day)).lastDay();
    }

    private LocalDate end(LocalDate day) {
        return begun(day, StatusEvent.Type.EXTEND)
                .reduce((first, second) -> second)
                .map(event -> dayAfter(event.until()))
                .orElse(validity.to());
    }

    /** Whether it covers an item on a day; empty when nothing is said of the item, or not enough. */
    public Optional<Boolean> covers(Item item, LocalDate day) {
        if (item.equals(Item.UNNAMED)) {
            return Optional.empty();
        }
        Stream<Coverage> left = suspensions(day).stream()
                .map(suspension -> suspension.scope().of(null, item, null).opposite());
        Stream<Coverage> claimed = Stream.of(
                Coverage.of(claims.models(), item.modelKey(), Set.of()),
                Coverage.of(claims.sites(), Optional.ofNullable(item.site()), Set.of()),
                Coverage.of(claims.batches(), item.batchKey(), Set.of()),
                covers(item.hs(), claims.hs()),
                covers(item.okpd2(), claims.okpd2()));
        Coverage covered = Coverage.both(Stream.concat(claimed, left).toArray(Coverage[]::new));
        return covered.isCertain() ? Optional.of(covered == Coverage.YES) : Optional.empty();
    }

    private static Coverage covers(@Nullable String code, Set<String> claimed) {
        return code == null || claimed.isEmpty() || Codes.overlap(Set.of(code), claimed) ? Coverage.YES : Coverage.NO;
    }

    /** Whether it was put away as no longer of use; where it stands does not change by that. */
    public boolean isArchived() {
        return lastOf(StatusEvent.Type.ARCHIVE, StatusEvent.Type.RESTORE)
                .filter(event -> event.type() == StatusEvent.Type.ARCHIVE)
                .isPresent();
    }

    /** What can be decided on it on a day. */
    public Set<StatusEvent.Type> openSteps(LocalDate day) {
        Set<StatusEvent.Type> open = on(day).status().openSteps();
        if (isArchived()) {
            open.remove(StatusEvent.Type.ARCHIVE);
        }
        return open;
    }

    /** The days on which its standing may change, or that of what it rests on. */
    Stream<LocalDate> boundaries() {
        return Stream.of(
                        Stream.of(validity.from(), validity.to()),
                        events.stream().flatMap(event -> Stream.of(event.effective(), dayAfter(event.until()))),
                        reports.stream().flatMap(report -> report.boundaries(AttestationFact::boundaries)))
                .flatMap(days -> days);
    }

    private Stream<StatusEvent> begun(LocalDate day, StatusEvent.Type... types) {
        return events.stream()
                .filter(event -> !event.effective().isAfter(day))
                .filter(event -> List.of(types).contains(event.type()));
    }

    private Optional<StatusEvent> lastOf(StatusEvent.Type... types) {
        return events.stream()
                .filter(event -> List.of(types).contains(event.type()))
                .reduce((first, second) -> second);
    }

    private static LocalDate dayAfter(@Nullable LocalDate lastDay) {
        return lastDay == null ? LocalDate.MAX : lastDay.plusDays(1);
    }

    /**
     * A status, since when, and the decision behind it if there was one.
     *
     * @param cause null when the clock alone made it so
     */
    public record Standing(
            AttestationStatus status,
            LocalDate since,
            @Nullable StatusEvent cause) {}
}
