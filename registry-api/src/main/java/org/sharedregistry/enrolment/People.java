package org.sharedregistry.enrolment;

import java.util.List;
import java.util.UUID;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Person;
import org.sharedregistry.access.Role;
import org.sharedregistry.access.Sessions;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The people of a manufacturer or body; each may do what the others may. */
@Service
public class People {

    private final Accounts accounts;
    private final Sessions sessions;
    private final RecordLog log;
    private final TransactionOperations transactions;

    People(Accounts accounts, Sessions sessions, RecordLog log, TransactionOperations transactions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.log = log;
        this.transactions = transactions;
    }

    /** Those of the caller's own organisation. */
    public List<Person> of(Caller caller) {
        return accounts.people(organisation(caller));
    }

    /** Closes the account of another person of the organisation; its sessions end at once. */
    public void close(Caller caller, String account) {
        UUID organisation = organisation(caller);
        if (account.equals(caller.account())) {
            throw new RegistryProblem(ProblemType.ILLEGAL_STEP, "Nobody closes the own account: somebody has to stay.");
        }
        transactions.executeWithoutResult(status -> close(caller, organisation, account));
        sessions.endAll(account);
    }

    /** The record is appended first, since it lets one change go on at a time: two cannot close each other. */
    private void close(Caller caller, UUID organisation, String account) {
        log.append(RecordLog.Entry.of(caller.account(), "account.closed", account));
        boolean isOpen = accounts.people(organisation).stream()
                .anyMatch(each -> each.account().equals(caller.account()));
        if (!isOpen || !accounts.close(caller, account)) {
            throw RegistryProblem.notFound("account");
        }
    }

    /** The organisation of a caller who may manage its people. */
    static UUID organisation(Caller caller) {
        caller.require(Role.MANUFACTURER, Role.BODY);
        if (caller.isRepresentative()) {
            throw new RegistryProblem(
                    ProblemType.FORBIDDEN, "Who acts under a mandate does not manage the people of the manufacturer.");
        }
        return caller.requiredOrganisation();
    }
}
