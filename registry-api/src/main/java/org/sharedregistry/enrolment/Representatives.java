package org.sharedregistry.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Mandate;
import org.sharedregistry.access.Mandates;
import org.sharedregistry.access.Role;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who act for a manufacturer without belonging to it. Bodies cannot: nobody certifies what it has filed itself.
 */
@Service
public class Representatives {

    private static final int LONGEST_DOCUMENT = 500;
    private static final int MOST_YEARS = 5;

    private final Mandates mandates;
    private final Accounts accounts;
    private final Organisations organisations;
    private final RecordLog log;

    Representatives(Mandates mandates, Accounts accounts, Organisations organisations, RecordLog log) {
        this.mandates = mandates;
        this.accounts = accounts;
        this.organisations = organisations;
        this.log = log;
    }

    /** The mandates that the caller's manufacturer has given. */
    public List<Mandate> given(Caller caller) {
        return mandates.given(manufacturer(caller));
    }

    /** The manufacturers for which the caller may act now. */
    public List<Held> held(Caller caller, String language) {
        return mandates.running(caller.account()).stream()
                .map(mandate -> new Held(mandate, organisations.name(mandate.organisation(), language)))
                .toList();
    }

    /**
     * Gives a mandate.
     *
     * @throws RegistryProblem INVALID_FIELD when one of the fields is wrong
     */
    @Transactional
    public void give(Caller caller, NewMandate wanted) {
        UUID manufacturer = manufacturer(caller);
        Caller representative = Optional.ofNullable(
                        accounts.callers(List.of(wanted.account)).get(wanted.account))
                .filter(found -> found.role() == Role.MANUFACTURER && !found.actsFor(manufacturer))
                .orElseThrow(() -> RegistryProblem.field(
                        "/account", "This is no account of another manufacturer or representative."));
        if (wanted.from == null) {
            throw RegistryProblem.field("/from", "Say from which day.");
        }
        if (wanted.until == null
                || wanted.until.isBefore(wanted.from)
                || wanted.until.isAfter(wanted.from.plusYears(MOST_YEARS))) {
            throw RegistryProblem.field("/until", "It ends on its first day or later, within five years.");
        }
        if (wanted.document.isBlank() || wanted.document.length() > LONGEST_DOCUMENT) {
            throw RegistryProblem.field("/document", "Name the paper that gives the power.");
        }
        boolean isNew = mandates.give(
                caller,
                new Mandate(
                        wanted.id,
                        manufacturer,
                        caller.requiredState(),
                        representative.account(),
                        wanted.from,
                        wanted.until,
                        wanted.document.strip()));
        if (isNew) {
            log.append(new RecordLog.Entry(
                    caller.account(), "mandate.given", wanted.id.toString(), null, wanted.document.strip()));
        }
    }

    /** Takes a mandate back; it ends at once. */
    @Transactional
    public void revoke(Caller caller, UUID id) {
        if (!mandates.revoke(manufacturer(caller), id)) {
            throw RegistryProblem.notFound("mandate");
        }
        log.append(RecordLog.Entry.of(caller.account(), "mandate.revoked", id));
    }

    private static UUID manufacturer(Caller caller) {
        caller.require(Role.MANUFACTURER);
        if (caller.isRepresentative()) {
            throw new RegistryProblem(
                    ProblemType.FORBIDDEN, "Who acts under a mandate does not give mandates of the manufacturer.");
        }
        return caller.requiredOrganisation();
    }

    /**
     * A mandate to be given.
     *
     * @param id given by whoever asks, so that asking twice is asking once
     * @param account of the representative
     * @param until the last day
     * @param document the paper that gives the power
     */
    public record NewMandate(
            UUID id,
            String account,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String document) {}

    /** @param manufacturer by name */
    public record Held(Mandate mandate, String manufacturer) {}
}
