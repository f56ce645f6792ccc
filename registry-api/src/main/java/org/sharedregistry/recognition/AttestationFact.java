package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A certificate, a declaration, a production confirmation or a test report, with everything decided on it since.
 *
 * @param id of the attestation in the registry
 * @param kind what it is; which kinds prove what is for the regime to say
 * @param validity as issued
 * @param events in the order they were recorded
 */
public record AttestationFact(String id, String kind, String number, Period validity, List<StatusEvent> events) {

    public AttestationFact {
        events = events.stream()
                .sorted(Comparator.comparingLong(StatusEvent::sequence))
                .toList();
    }

    /** Where it stands on a day. For a partial suspension see {@link Standing#covers}. */
    public Standing on(LocalDate day) {
        Optional<StatusEvent> annulled = last(StatusEvent.Type.ANNUL);
        if (annulled.isPresent()) {
            // An annulment says that it should never have been issued: it acts from the start.
            return new Standing(AttestationStatus.ANNULLED, validity.from(), annulled.get());
        }
        if (day.isBefore(validity.from())) {
            return new Standing(AttestationStatus.NOT_YET_VALID, validity.from(), null);
        }
        StatusEvent restriction = null;
        LocalDate end = validity.to();
        for (StatusEvent event : events) {
            if (event.effective().isAfter(day)) {
                continue;
            }
            switch (event.type()) {
                case TERMINATE -> {
                    return new Standing(AttestationStatus.TERMINATED, event.effective(), event);
                }
                case EXTEND -> end = dayAfter(event.until());
                case RESUME -> restriction = null;
                case SUSPEND, PARTLY_SUSPEND ->
                    restriction = dayAfter(event.until()).isAfter(day) ? event : restriction;
                case ANNUL -> throw new IllegalStateException("An annulment was looked for above");
            }
        }
        if (!day.isBefore(end)) {
            return new Standing(AttestationStatus.EXPIRED, end, null);
        }
        if (restriction != null) {
            AttestationStatus status = restriction.type() == StatusEvent.Type.SUSPEND
                    ? AttestationStatus.SUSPENDED
                    : AttestationStatus.PARTLY_SUSPENDED;
            return new Standing(status, restriction.effective(), restriction);
        }
        return new Standing(AttestationStatus.VALID, validity.from(), null);
    }

    /** The last day of validity as known on a day, extensions included; empty when there is none. */
    public Optional<LocalDate> lastDay(LocalDate day) {
        LocalDate end = events.stream()
                .filter(event -> event.type() == StatusEvent.Type.EXTEND)
                .filter(event -> !event.effective().isAfter(day))
                .reduce((first, second) -> second)
                .map(event -> dayAfter(event.until()))
                .orElse(validity.to());
        return new Period(validity.from(), end).lastDay();
    }

    /** The days on which its standing may change. */
    Stream<LocalDate> boundaries() {
        return Stream.concat(
                Stream.of(validity.from(), validity.to()),
                events.stream().flatMap(event -> Stream.of(event.effective(), dayAfter(event.until()))));
    }

    private Optional<StatusEvent> last(StatusEvent.Type type) {
        return events.stream().filter(event -> event.type() == type).reduce((first, second) -> second);
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
            @Nullable StatusEvent cause) {

        /** Whether a model is free of the restriction; empty when that depends on a model nobody named. */
        public Optional<Boolean> covers(@Nullable String model) {
            if (status != AttestationStatus.PARTLY_SUSPENDED || cause == null) {
                return Optional.of(status == AttestationStatus.VALID);
            }
            return Optional.ofNullable(model).map(named -> !cause.models().contains(named));
        }
    }
}
