package org.sharedregistry.regime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The regimes and their versions. A version, once recorded, stays as it is. */
@Repository
public class Regimes {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RecordLog log;
    private final ConcurrentMap<Key, RegimeDocument> read = new ConcurrentHashMap<>();

    private volatile Seen lastSeen = new Seen(-1, List.of());

    Regimes(JdbcClient jdbc, JsonMapper json, RecordLog log) {
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
    }

    /**
     * All regimes as recorded up to a place in the order of records.
     *
     * @return the versions by regime id
     */
    public Map<String, Versions<RegimeFact>> known(long sequence) {
        Map<String, Versions<RegimeFact>> regimes = new TreeMap<>();
        recorded(sequence).stream()
                .filter(version -> version.sequence() <= sequence)
                .forEach(version ->
                        regimes.merge(version.fact().id(), new Versions<>(List.of(version)), Regimes::together));
        return regimes;
    }

    /** All regimes as recorded until now. */
    public Map<String, Versions<RegimeFact>> known() {
        return known(log.newest().sequence());
    }

    /** Whose midnight begins a day in a state; that of UTC where no regime says. */
    public ZoneId zoneOf(@Nullable String state) {
        return known().values().stream()
                .map(versions -> versions.recorded().get(0).fact())
                .filter(regime -> state != null && regime.party(state).isPresent())
                .findFirst()
                .map(RegimeFact::zone)
                .orElse(ZoneOffset.UTC);
    }

    /** At least the versions up to a place; whatever was recorded before the newest record never changes. */
    private List<Versions.Version<RegimeFact>> recorded(long sequence) {
        Seen seen = lastSeen;
        if (sequence > seen.upTo) {
            seen = new Seen(
                    sequence,
                    jdbc.sql("select regime, version, sequence, valid_from, valid_to from regime_version")
                            .query((row, number) -> version(row))
                            .list());
            lastSeen = seen;
        }
        return seen.versions;
    }

    /** The version of a regime that was recorded last. */
    public Optional<RegimeFact> newest(String regime) {
        return documents(regime).stream().findFirst().map(RegimeDocument::toFact);
    }

    /** The versions of one regime, the newest first; empty when there is no such regime. */
    List<RegimeDocument> documents(String regime) {
        return jdbc.sql("select regime, version from regime_version where regime = :regime order by version desc")
                .param("regime", regime)
                .query((row, number) -> document(new Key(row.getString("regime"), row.getInt("version"))))
                .list();
    }

    /** The newest version of each regime. */
    List<RegimeDocument> newest() {
        return jdbc.sql("select regime, max(version) as version from regime_version group by regime order by regime")
                .query((row, number) -> document(new Key(row.getString("regime"), row.getInt("version"))))
                .list();
    }

    /** Records a version, unless it is recorded already. */
    @Transactional
    void record(RegimeDocument document) {
        Key key = new Key(document.regime(), document.version());
        if (stored(key).isPresent()) {
            return;
        }
        long sequence = log.append(RecordLog.Entry.of("system", "regime.recorded", key.regime + "@" + key.version))
                .sequence();
        jdbc.sql("""
                        insert into regime_version (regime, version, sequence, valid_from, valid_to, data)
                        values (:regime, :version, :sequence, :from, coalesce(:to::date + 1, 'infinity'), :data::jsonb)
                        """)
                .param("regime", document.regime())
                .param("version", document.version())
                .param("sequence", sequence)
                .param("from", document.validFrom())
                .param("to", document.validTo())
                .param("data", json.writeValueAsString(document))
                .update();
    }

    private Versions.Version<RegimeFact> version(ResultSet row) throws SQLException {
        RegimeFact fact = document(new Key(row.getString("regime"), row.getInt("version")))
                .toFact();
        Period valid =
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
        return new Versions.Version<>(valid, row.getLong("sequence"), fact);
    }

    private RegimeDocument document(Key key) {
        return read.computeIfAbsent(key, wanted -> stored(wanted).orElseThrow());
    }

    private Optional<RegimeDocument> stored(Key key) {
        return jdbc.sql("select data from regime_version where regime = :regime and version = :version")
                .param("regime", key.regime)
                .param("version", key.version)
                .query(String.class)
                .optional()
                .map(data -> json.readValue(data, RegimeDocument.class));
    }

    private static Versions<RegimeFact> together(Versions<RegimeFact> some, Versions<RegimeFact> others) {
        return new Versions<>(Stream.concat(some.recorded().stream(), others.recorded().stream())
                .toList());
    }

    private record Key(String regime, int version) {}

    /** What was found when the record of some sequence was the newest. */
    private record Seen(long upTo, List<Versions.Version<RegimeFact>> versions) {}
}
