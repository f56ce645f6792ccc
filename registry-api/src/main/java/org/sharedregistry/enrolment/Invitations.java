package org.sharedregistry.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which people of an organisation let others in: each for one account, for seven days, and while whoever sent
 * it has an account. Of the secret in a link only a hash is kept.
 */
@Service
public class Invitations {

    /** What a link leads to, followed by its secret. */
    public static final String PATH = "/sign-up/invited/";

    private static final int MOST_OPEN = 50;
    private static final int SECRET_BYTES = 32;

    /** An invitation that still opens an account, and whose. */
    private static final String OPEN = """
            from invitation i join account a on a.name = i.invited_by
            where i.used_at is null and i.expires_at > now() and a.closed_at is null\
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AccountNames names;
    private final Organisations organisations;
    private final RecordLog log;
    private final Outbox outbox;
    private final SecureRandom random = new SecureRandom();

    Invitations(
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

    /** Those of the caller's organisation that were not used yet, the newest first. */
    public List<Invitation> open(Caller caller) {
        return jdbc.sql("select i.id, i.email, i.invited_by, i.expires_at " + OPEN
                        + " and a.organisation = :organisation order by i.expires_at desc, i.id")
                .param("organisation", People.organisation(caller))
                .query((row, number) -> new Invitation(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("invited_by"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Invites a person.
     *
     * @param id given by whoever asks, so that asking twice is asking once
     * @param language of the letter
     * @return the secret of the link to be handed on; nothing when it goes by mail
     */
    @Transactional
    public Optional<String> invite(Caller caller, UUID id, String email, String language) {
        UUID organisation = People.organisation(caller);
        String address = email.strip();
        if (!NewPerson.isEmail(address)) {
            throw RegistryProblem.field("/email", "This is no e-mail address.");
        }
        if (open(caller).size() >= MOST_OPEN) {
            throw new RegistryProblem(ProblemType.TOO_MANY_REQUESTS, "Too many invitations wait to be used.");
        }
        String secret = newSecret();
        boolean isNew = insert(caller, id, address, secret);
        if (!outbox.isOn()) {
            return isNew || replaceSecret(caller, id, secret) ? Optional.of(secret) : Optional.empty();
        }
        if (isNew) {
            outbox.post(new Notice(
                    "invitation:" + id,
                    address,
                    language,
                    "invitation",
                    List.of(organisations.name(organisation, language), outbox.link(PATH + secret))));
        }
        return Optional.empty();
    }

    /** Takes an invitation back. */
    @Transactional
    public void withdraw(Caller caller, UUID id) {
        jdbc.sql("""
                        delete from invitation i using account a
                        where i.id = :id and i.used_at is null
                          and a.name = i.invited_by and a.organisation = :organisation
                        """)
                .param("id", id)
                .param("organisation", People.organisation(caller))
                .update();
    }

    /** What a link opens; nothing when it was used or withdrawn, or its time is over. */
    public Optional<Opened> opened(String secret, String language) {
        return inviter(secret, "")
                .map(found -> new Opened(organisations.name(found.organisation, language), found.email));
    }

    /**
     * Opens an account by a link, once.
     *
     * @return what is wrong with the person as given; when nothing is, there is an account
     * @throws RegistryProblem NOT_FOUND when the link opens nothing any more
     */
    @Transactional
    public Set<Flaw> accept(String secret, NewPerson person) {
        Inviter inviter = inviter(secret, "for update of i").orElseThrow(() -> RegistryProblem.notFound("invitation"));
        Set<Flaw> flaws = person.flaws();
        if (!flaws.isEmpty()) {
            return flaws;
        }
        if (names.isTaken(person.account()) || !accounts.open(account(inviter, person))) {
            return EnumSet.of(Flaw.ACCOUNT_TAKEN);
        }
        log.append(RecordLog.Entry.of(inviter.account, "account.invited", person.account()));
        jdbc.sql("update invitation set used_at = now() where id = :id")
                .param("id", inviter.invitation)
                .update();
        return Set.of();
    }

    private boolean insert(Caller caller, UUID id, String email, String secret) {
        return jdbc.sql("""
                        insert into invitation (id, token_hash, invited_by, email, expires_at)
                        values (:id, :hash, :by, :email, now() + interval '7 days') on conflict (id) do nothing
                        """)
                        .param("id", id)
                        .param("hash", hash(secret))
                        .param("by", caller.account())
                        .param("email", email)
                        .update()
                == 1;
    }

    /** The first link of a form that was sent twice was never seen. */
    private boolean replaceSecret(Caller caller, UUID id, String secret) {
        return jdbc.sql("""
                        update invitation set token_hash = :hash
                        where id = :id and invited_by = :by and used_at is null
                        """)
                        .param("id", id)
                        .param("hash", hash(secret))
                        .param("by", caller.account())
                        .update()
                == 1;
    }

    private NewAccount account(Inviter inviter, NewPerson person) {
        return new NewAccount(
                person.account(),
                inviter.role,
                inviter.state,
                inviter.organisation,
                person.email(),
                person.language(),
                accounts.hash(person.password()));
    }

    private Optional<Inviter> inviter(String secret, String lock) {
        return jdbc.sql("select i.id, i.email, a.name, a.role, a.state, a.organisation " + OPEN
                        + " and i.token_hash = :hash " + lock)
                .param("hash", hash(secret))
                .query((row, number) -> new Inviter(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("state"),
                        row.getObject("organisation", UUID.class)))
                .optional();
    }

    private String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** 256 random bits need no slow hash. */
    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @param email where the invitation went */
    public record Opened(String organisation, String email) {}

    private record Inviter(
            UUID invitation,
            String email,
            String account,
            Role role,
            @Nullable String state,
            UUID organisation) {}
}
