package org.sharedregistry.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class IndexIT extends RegistryHttpTest {

    private static final String INDEX = "/api/v1/index";
    private static final String VERIFICATIONS = "/api/v1/verifications";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void fillsTheIndexAnewAndFindsItWhole() {
        awaitStatus("READY");
        String before = as("operator").get(INDEX).at("/generation");
        assertThat(anyone().get(INDEX).json().has("generation")).isFalse();

        assertThat(anyone().send("POST", INDEX + "/rebuilding", "", Map.of()).status())
                .isEqualTo(401);
        assertThat(as("operator")
                        .send("POST", INDEX + "/rebuilding", "", Map.of())
                        .status())
                .isEqualTo(202);
        waiting().until(() -> !as("operator").get(INDEX).at("/generation").equals(before));

        assertThat(anyone().get(INDEX).at("/status")).isEqualTo("READY");
        assertThat(anyone().get("/api/v1/goods").json().at("/total/value").asInt())
                .isEqualTo(jdbc.sql("select count(*) from goods where number is not null")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void saysWithEveryAnswerThatSearchLagsBehindAndVerifiesAsEver() {
        awaitStatus("READY");
        assertThat(verification().header(SearchHeader.NAME)).isEmpty();
        // Nobody knows how to index it.
        jdbc.sql("insert into index_change (kind, subject, added_at) values ('stone', '1', now() - interval '1 hour')")
                .update();
        try {
            awaitStatus("DEGRADED");
            assertThat(anyone().get(INDEX).at("/reason")).isEqualTo("BEHIND");
            assertThat(anyone().get(INDEX).json().at("/behind").asInt()).isPositive();
            assertThat(verification().status()).isEqualTo(200);
            assertThat(verification().header(SearchHeader.NAME)).isEqualTo("degraded");
            assertThat(anyone().get("/actuator/health").at("/status")).isEqualTo("DEGRADED");
            assertThat(anyone().get("/actuator/health").status()).isEqualTo(200);
            assertThat(anyone().get("/actuator/health/readiness").at("/status")).isEqualTo("UP");
        } finally {
            jdbc.sql("delete from index_change where kind = 'stone'").update();
        }
        awaitStatus("READY");
        assertThat(anyone().get("/actuator/health").at("/status")).isEqualTo("UP");
    }

    private Client.Answer verification() {
        return anyone().get(VERIFICATIONS, "number", "ЕАЭС RU С-BY.НА81.В.00123/24", "destination", "RU");
    }

    private void awaitStatus(String status) {
        waiting().until(() -> anyone().get(INDEX).at("/status").equals(status));
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100));
    }
}
