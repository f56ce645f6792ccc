package org.sharedregistry.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.NewAccount;
import org.sharedregistry.access.Role;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.notice.Notice;
import org.sharedregistry.notice.Outbox;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisations that ask to be let in. Anybody can type a tax number; that it is theirs is for an authority of their
 * state to find out, and until then nobody can sign in.
 */
@Service
public class Enrolments {

    private static final int LONGEST_LIST = 500;
    private static final int LONGEST_REASON = 2_000;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AccountNames names;
    private final Organisations organisations;
    private final RecordLog log;
    private final Outbox outbox;

    Enrolments(
            JdbcClient jdbc,
            Accounts accounts,
            AccountNames names,
            Organisations organisations,
            RecordLog log,
            Outbox outbox) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.names = names;
        this.organisations = organisations;
        this.log = log;
        this.outbox = outbox;
    }

    /**
     * Has an organisation wait to be let in.
     *
     * @return what is wrong; when nothing is, it waits
     */
    public Set<Flaw> request(SignUp signUp) {
        if (isThere(signUp.id())) {
            return Set.of();
        }
        Set<Flaw> flaws = flaws(signUp);
        if (!flaws.isEmpty()) {
            return flaws;
        }
        try {
            insert(signUp);
            return Set.of();
        } catch (DuplicateKeyException e) {
            return isThere(signUp.id()) ? Set.of() : EnumSet.of(Flaw.ACCOUNT_TAKEN);
        }
    }

    /** Those that wait for this caller's decision, the oldest first. */
    public List<Enrolment> waiting(Caller caller) {
        caller.require(Role.AUTHORITY, Role.OPERATOR);
        return jdbc.sql("""
                        select * from enrolment
                        where decided_at is null and (:state::text is null or state = :state)
                        order by requested_at, id limit :most
                        """)
                .param("state", state(caller))
                .param("most", LONGEST_LIST)
                .query((row, number) -> enrolment(row))
                .list();
    }

    /** Lets an organisation in: its account works from now on, and acts for the organisation of its number. */
    @Transactional
    public void confirm(Caller caller, UUID id) {
        Asked asked = lock(caller, id);
        Enrolment enrolment = asked.enrolment;
        log.append(RecordLog.Entry.of(caller.account(), "enrolment.confirmed", id));
        UUID organisation = organisations.findOrEnter(caller, enrolment);
        if (!accounts.people(organisation).isEmpty()) {
            throw new RegistryProblem(
                    ProblemType.CONFLICT, "The organisation has accounts already; its people invite others.");
        }
        decide(caller, id, null);
        if (!accounts.open(new NewAccount(
                enrolment.account(),
                enrolment.role(),
                enrolment.state(),
                organisation,
                enrolment.email(),
                enrolment.language(),
                asked.password))) {
            throw new RegistryProblem(ProblemType.CONFLICT, "The name of the account was taken meanwhile.");
        }
        outbox.post(new Notice(
                "enrolment:" + id,
                enrolment.email(),
                enrolment.language(),
                "enrolment.confirmed",
                List.of(enrolment.name(), enrolment.account(), outbox.link("/sign-in"))));
    }

    /** Does not let an organisation in. */
    @Transactional
    public void refuse(Caller caller, UUID id, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw RegistryProblem.field("/reason", "A reason has 1 to " + LONGEST_REASON + " characters.");
        }
        Enrolment enrolment = lock(caller, id).enrolment;
        log.append(new RecordLog.Entry(caller.account(), "enrolment.refused", id.toString(), reason.strip(), null));
        decide(caller, id, reason.strip());
        outbox.post(new Notice(
                "enrolment:" + id,
                enrolment.email(),
                enrolment.language(),
                "enrolment.refused",
                List.of(enrolment.name(), reason.strip(), outbox.link("/sign-up"))));
    }

    private Set<Flaw> flaws(SignUp signUp) {
        Set<Flaw> flaws = signUp.flaws();
        if (flaws.stream().noneMatch(flaw -> flaw.field().equals("account"))
                && names.isTaken(signUp.person().account())) {
            flaws.add(Flaw.ACCOUNT_TAKEN);
        }
        if (flaws.isEmpty() && isEnrolled(signUp)) {
            flaws.add(Flaw.ENROLLED);
        }
        return flaws;
    }

    private boolean isEnrolled(SignUp signUp) {
        return organisations
                .find(signUp.state(), signUp.taxId(), signUp.role(), signUp.accreditation())
                .filter(organisation -> !accounts.people(organisation).isEmpty())
                .isPresent();
    }

    private boolean isThere(UUID id) {
        return jdbc.sql("select exists (select from enrolment where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private void insert(SignUp signUp) {
        jdbc.sql("""
                        insert into enrolment (id, state, tax_id, role, accreditation, name, address, account, email,
                                               language, password_hash)
                        values (:id, :state, :taxId, :role, :accreditation, :name, :address, :account, :email,
                                :language, :password)
                        """)
                .param("id", signUp.id())
                .param("state", signUp.state())
                .param("taxId", signUp.taxId())
                .param("role", signUp.role().name())
                .param("accreditation", signUp.role() == Role.BODY ? signUp.accreditation() : null)
                .param("name", signUp.name())
                .param("address", signUp.address())
                .param("account", signUp.person().account())
                .param("email", signUp.person().email())
                .param("language", signUp.person().language())
                .param("password", accounts.hash(signUp.person().password()))
                .update();
    }

    private Asked lock(Caller caller, UUID id) {
        caller.require(Role.AUTHORITY, Role.OPERATOR);
        return jdbc.sql(
                        "select * from enrolment where id = :id and (:state::text is null or state = :state) for update")
                .param("id", id)
                .param("state", state(caller))
                .query((row, number) -> asked(row))
                .optional()
                .orElseThrow(() -> RegistryProblem.notFound("enrolment"));
    }

    private void decide(Caller caller, UUID id, @Nullable String refusal) {
        jdbc.sql("""
                        update enrolment set decided_at = now(), decided_by = :by, refusal = :refusal,
                               password_hash = null
                        where id = :id
                        """)
                .param("by", caller.account())
                .param("refusal", refusal)
                .param("id", id)
                .update();
    }

    /** The state to whose enrolments a caller is confined; null for operators. */
    private static @Nullable String state(Caller caller) {
        return caller.role() == Role.OPERATOR ? null : caller.requiredState();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        String password = row.getString("password_hash");
        if (password == null) {
            throw new RegistryProblem(ProblemType.ILLEGAL_STEP, "The enrolment was decided already.");
        }
        return new Asked(enrolment(row), password);
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getString("tax_id"),
                Role.valueOf(row.getString("role")),
                row.getString("accreditation"),
                row.getString("name"),
                row.getString("address"),
                row.getString("account"),
                row.getString("email"),
                row.getString("language"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }

    /** @param password its hash */
    private record Asked(Enrolment enrolment, String password) {}
}
