package org.sharedregistry.review;

import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far callers have seen what was recorded of entries. */
@Repository
public class Looks {

    private final JdbcClient jdbc;

    Looks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last record that the caller has seen of an entry; all of them on a first look, so that nothing is new. */
    public long last(Caller caller, UUID entry) {
        return jdbc.sql("select sequence from look where account = :account and goods = :goods")
                .param("account", caller.account())
                .param("goods", entry)
                .query(Long.class)
                .optional()
                .orElse(Long.MAX_VALUE);
    }

    public void keep(Caller caller, UUID entry, long sequence) {
        jdbc.sql("""
                        insert into look (account, goods, sequence) values (:account, :goods, :sequence)
                        on conflict (account, goods) do update
                        set sequence = greatest(look.sequence, excluded.sequence)
                        """)
                .param("account", caller.account())
                .param("goods", entry)
                .param("sequence", sequence)
                .update();
    }
}
