package org.sharedregistry.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import org.sharedregistry.demo.DocumentSource.Goods;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the demo's goods are answered with abroad, on the day the demo was made and years later. */
class DemoOutcomesIT extends RegistryHttpTest {

    private static final String NOW = "2026-11-23";
    private static final String LATER = "2028-11-01";

    /** Reasons that say what lacks because of the one that is asked for. */
    private static final Set<String> COMPANIONS =
            Set.of("CONFORMITY_NOT_ATTESTED", "PRODUCTION_NOT_CONFIRMED", "ATTESTATION_EXPIRED");

    @Autowired
    private JdbcClient jdbc;

    private final DocumentSource source;

    DemoOutcomesIT() throws IOException {
        source = DocumentSource.read();
    }

    @ParameterizedTest
    @CsvSource({
        "cooktop-vp2, WITHDRAWN_AT_HOME",
        "psu-bp24, SUSPENDED_AT_HOME",
        "cultivator-kp4, NOT_CONFIRMED_AT_HOME",
        "seeder-sp6, OBJECTION_RAISED",
        "pressbrake-op100, REFUSED_BY_DECISION",
        "grinder-osh1, PRODUCTION_NOT_CONFIRMED",
        "stove-ep4, ATTESTATION_EXPIRED",
        "switchboard-shr1, ATTESTATION_ANNULLED",
        "truck-pg15, ATTESTATION_SUSPENDED",
        "workbench-ov2, SECTOR_NOT_COVERED",
        "toy-tractor, SECTOR_NOT_COVERED"
    })
    void refusesForOneReasonEach(String key, String reason) {
        Client.Answer answer = abroad(source.goods(key), NOW);
        assertThat(answer.at("/verdict")).isEqualTo("NOT_RECOGNIZED");
        Set<String> blocking = codes(answer, "BLOCKS");
        assertThat(blocking).contains(reason);
        blocking.removeAll(COMPANIONS);
        blocking.remove(reason);
        assertThat(blocking).as("other reasons to refuse %s", key).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dishwasher-pm60, CONDITIONAL",
        "freezer-mk120, DEPENDS_ON_ITEM",
        "tractor-bt1220, RECOGNIZED",
        "dryer-su8, RECOGNIZED",
        "icebox-ml60, DEPENDS_ON_ITEM",
        "driver-nd8, UNDETERMINED",
    })
    void answersEachVerdict(String key, String verdict) {
        assertThat(abroad(source.goods(key), NOW).at("/verdict")).isEqualTo(verdict);
    }

    @Test
    void recognizesMostOfTheRestForYears() {
        assertThat(recognized(NOW)).hasSizeGreaterThanOrEqualTo(14);
        assertThat(recognized(LATER)).hasSizeGreaterThanOrEqualTo(12);
    }

    private List<String> recognized(String day) {
        return source.goods().stream()
                .filter(Goods::submitted)
                .filter(goods -> abroad(goods, day).at("/verdict").equals("RECOGNIZED"))
                .map(Goods::key)
                .toList();
    }

    private Client.Answer abroad(Goods goods, String day) {
        String home = source.manufacturer(goods.manufacturer()).state();
        String number = jdbc.sql("""
                        select g.number from goods g join goods_version v on v.goods = g.id
                        where g.number is not null and v.data -> 'names' ->> 'en' = :name limit 1
                        """)
                .param("name", goods.names().en())
                .query((row, index) -> row.getString(1))
                .single();
        String destination = home.equals("BY") ? "RU" : "BY";
        return anyone().get("/api/v1/verifications", "number", number, "destination", destination, "on", day);
    }

    private static Set<String> codes(Client.Answer answer, String effect) {
        return StreamSupport.stream(answer.json().at("/matches/0/reasons").spliterator(), false)
                .filter(reason -> reason.path("effect").asString().equals(effect))
                .map(reason -> reason.path("code").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
