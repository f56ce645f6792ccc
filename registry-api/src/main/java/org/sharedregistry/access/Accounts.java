package org.sharedregistry.access;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, and with what. */
@Repository
public class Accounts {

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder passwords = new BCryptPasswordEncoder();
    /** Compared with where there is no account, so that the time taken does not tell which names exist. */
    private final String nobodys =
            String.valueOf(passwords.encode(UUID.randomUUID().toString()));

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes an account with fresh secrets; they are given out here and nowhere else. */
    public Credentials create(String name, Role role, @Nullable String state, @Nullable UUID organisation) {
        ApiKey key = ApiKey.generate(random);
        byte[] password = new byte[15];
        random.nextBytes(password);
        Credentials credentials = new Credentials(
                name, role, state, Base64.getUrlEncoder().withoutPadding().encodeToString(password), key.written());
        jdbc.sql("""
                        insert into account (name, role, state, organisation, password_hash, api_key_id, api_key_hash)
                        values (:name, :role, :state, :organisation, :password, :keyId, :keyHash)
                        """)
                .param("name", name)
                .param("role", role.name())
                .param("state", state)
                .param("organisation", organisation)
                .param("password", passwords.encode(credentials.password()))
                .param("keyId", key.id())
                .param("keyHash", key.hash())
                .update();
        return credentials;
    }

    /**
     * Opens an account for a person who signs in with a password and has no API key yet.
     *
     * @return whether the name was free
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean open(NewAccount account) {
        return jdbc.sql("""
                        insert into account (name, role, state, organisation, email, language, password_hash)
                        values (:name, :role, :state, :organisation, :email, :language, :password)
                        on conflict do nothing
                        """)
                        .param("name", account.name())
                        .param("role", account.role().name())
                        .param("state", account.state())
                        .param("organisation", account.organisation())
                        .param("email", account.email())
                        .param("language", account.language())
                        .param("password", account.password())
                        .update()
                == 1;
    }

    /** What is kept of a password. */
    public String hash(String password) {
        return String.valueOf(passwords.encode(password));
    }

    /** Whether an account has this name, in capitals or not. Names of closed accounts stay taken: records bear them. */
    public boolean isTaken(String name) {
        return jdbc.sql("select exists (select from account where lower(name) = lower(:name))")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** The people whose open accounts act for an organisation, by name. */
    public List<Person> people(UUID organisation) {
        return jdbc.sql("""
                        select name, email, language, created_at from account
                        where organisation = :organisation and closed_at is null order by name
                        """)
                .param("organisation", organisation)
                .query((row, number) -> new Person(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("language"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The organisations with somebody who can be written to. */
    public List<UUID> organisationsWithMail() {
        return jdbc.sql("""
                        select distinct organisation from account
                        where organisation is not null and email is not null and closed_at is null
                        """)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * Closes an account of the same organisation for good.
     *
     * @return whether there was one that was open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean close(Caller caller, String name) {
        return jdbc.sql("""
                        update account set closed_at = now(), closed_by = :by
                        where name = :name and organisation = :organisation and closed_at is null
                        """)
                        .param("by", caller.account())
                        .param("name", name)
                        .param("organisation", caller.requiredOrganisation())
                        .update()
                == 1;
    }

    /** Gives the account another API key; the one it had, if any, works no longer. */
    public String newKey(Caller caller) {
        ApiKey key = ApiKey.generate(random);
        jdbc.sql("update account set api_key_id = :id, api_key_hash = :hash where name = :name")
                .param("id", key.id())
                .param("hash", key.hash())
                .param("name", caller.account())
                .update();
        return key.written();
    }

    /** Gives the account another password. */
    void setPassword(String name, String password) {
        jdbc.sql("update account set password_hash = :password where name = :name")
                .param("password", hash(password))
                .param("name", name)
                .update();
    }

    /** The accounts of these names that there are. */
    public Map<String, Caller> callers(Collection<String> names) {
        return jdbc
                .sql("select name, role, state, organisation from account where name = any (:names)")
                .param("names", names.toArray(String[]::new))
                .query((row, number) -> caller(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Caller::account, Function.identity()));
    }

    /** Whether nobody has an account yet. */
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    /** The open account of this name, if the password is its own. */
    Optional<Caller> byPassword(String name, String password) {
        Optional<Known> known = jdbc.sql("select name, role, state, organisation, password_hash from account"
                        + " where name = :name and closed_at is null")
                .param("name", name)
                .query((row, number) -> new Known(caller(row), row.getString("password_hash")))
                .optional();
        boolean matches = passwords.matches(password, known.map(Known::hash).orElse(nobodys));
        return known.filter(found -> matches).map(Known::caller);
    }

    /** The open account that an API key belongs to; empty when there is none, or the key is not one. */
    Optional<Caller> byKey(String written) {
        return ApiKey.parse(written)
                .flatMap(key -> jdbc.sql("""
                        select name, role, state, organisation from account
                        where api_key_id = :id and api_key_hash = :hash and closed_at is null
                        """)
                        .param("id", key.id())
                        .param("hash", key.hash())
                        .query((row, number) -> caller(row))
                        .optional());
    }

    private static Caller caller(ResultSet row) throws SQLException {
        return new Caller(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("state"),
                row.getObject("organisation", UUID.class));
    }

    private record Known(Caller caller, String hash) {}

    /** An account with its secrets, to be handed to its holder once. */
    public record Credentials(
            String account, Role role, @Nullable String state, String password, String apiKey) {

        @Override
        public String toString() {
            return account;
        }
    }
}
