package org.sharedregistry.access;

import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Random keys that all nodes of a registry share, each made when it is first asked for. */
@Repository
public class Secrets {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;

    Secrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The key of this name, 32 bytes. */
    public byte[] get(String name) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into secret (name, value) values (:name, :value) on conflict (name) do nothing")
                .param("name", name)
                .param("value", fresh)
                .update();
        return jdbc.sql("select value from secret where name = :name")
                .param("name", name)
                .query(byte[].class)
                .single();
    }
}
