package org.sharedregistry.enrolment;

import org.sharedregistry.access.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which names for accounts are still to be had. */
@Component
class AccountNames {

    private final JdbcClient jdbc;
    private final Accounts accounts;

    AccountNames(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** Whether an account has the name, or an enrolment that waits wants it. */
    boolean isTaken(String name) {
        return accounts.isTaken(name)
                || jdbc.sql("""
                                select exists (select from enrolment
                                               where lower(account) = lower(:name) and decided_at is null)
                                """).param("name", name).query(Boolean.class).single();
    }
}
