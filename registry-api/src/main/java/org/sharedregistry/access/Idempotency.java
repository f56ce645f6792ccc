package org.sharedregistry.access;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a caller repeat a request that may or may not have arrived: the same {@code Idempotency-Key} with the same
 * request gives the first answer again, for 24 hours.
 */
@Component
public class Idempotency {

    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Idempotency(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Does the work once. The answer is kept in the transaction of the work, so there is never the one without the
     * other; a second request with the same key waits for the first.
     *
     * @param key as sent; without one the work is simply done
     * @param request what was asked, as a value that JSON can express
     */
    @Transactional
    public ResponseEntity<?> once(
            Caller caller, @Nullable String key, Object request, Supplier<ResponseEntity<?>> work) {
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new RegistryProblem(
                            ProblemType.MALFORMED_REQUEST,
                            "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters.")
                    .with("header", "Idempotency-Key");
        }
        byte[] fingerprint = fingerprint(request);
        if (isNew(caller, key, fingerprint)) {
            ResponseEntity<?> answer = work.get();
            keep(caller, key, answer);
            return answer;
        }
        return kept(caller, key, fingerprint);
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("delete from idempotent_request where received_at < now() - interval '24 hours'")
                .update();
    }

    private boolean isNew(Caller caller, String key, byte[] fingerprint) {
        return jdbc.sql("""
                        insert into idempotent_request (account, key, fingerprint) values (:account, :key, :fingerprint)
                        on conflict (account, key) do nothing
                        """)
                        .param("account", caller.account())
                        .param("key", key)
                        .param("fingerprint", fingerprint)
                        .update()
                == 1;
    }

    private void keep(Caller caller, String key, ResponseEntity<?> answer) {
        jdbc.sql("""
                        update idempotent_request
                        set status = :status, location = :location, etag = :etag, body = :body::jsonb
                        where account = :account and key = :key
                        """)
                .param("status", answer.getStatusCode().value())
                .param(
                        "location",
                        Optional.ofNullable(answer.getHeaders().getLocation())
                                .map(URI::toString)
                                .orElse(null))
                .param("etag", answer.getHeaders().getETag())
                .param("body", json.writeValueAsString(answer.getBody()))
                .param("account", caller.account())
                .param("key", key)
                .update();
    }

    private ResponseEntity<?> kept(Caller caller, String key, byte[] fingerprint) {
        return jdbc.sql("""
                        select fingerprint, status, location, etag, body from idempotent_request
                        where account = :account and key = :key
                        """)
                .param("account", caller.account())
                .param("key", key)
                .query((row, number) -> {
                    if (!MessageDigest.isEqual(row.getBytes("fingerprint"), fingerprint)) {
                        throw new RegistryProblem(
                                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                                        "This key came with another request before. Take a new key for a new request.")
                                .with("header", "Idempotency-Key");
                    }
                    ResponseEntity.BodyBuilder answer = ResponseEntity.status(row.getInt("status"));
                    Optional.ofNullable(row.getString("location"))
                            .map(URI::create)
                            .ifPresent(answer::location);
                    Optional.ofNullable(row.getString("etag")).ifPresent(answer::eTag);
                    return answer.<JsonNode>body(json.readTree(row.getString("body")));
                })
                .single();
    }

    private byte[] fingerprint(Object request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
