package org.sharedregistry.regime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.regime.RegimeFile.Place;
import org.sharedregistry.regime.RegimeSchema.Fault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The regimes and their versions. A version, once recorded, stays as it is. */
@Repository
public class Regimes {

    private final JdbcClient jdbc;
    private final RecordLog log;
    private final RegimeSchema schema;
    private final ApplicationEventPublisher events;
    private final ConcurrentMap<Key, RegimeFile> read = new ConcurrentHashMap<>();

    private volatile Seen lastSeen = new Seen(-1, List.of());

    Regimes(JdbcClient jdbc, RecordLog log, RegimeSchema schema, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.log = log;
        this.schema = schema;
        this.events = events;
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
                        regimes.merge(version.fact().regime(), new Versions<>(List.of(version)), Regimes::together));
        return regimes;
    }

    /** All regimes as recorded until now. */
    public Map<String, Versions<RegimeFact>> known() {
        return known(log.newest().sequence());
    }

    /** The states that are party to any regime. */
    public Set<String> parties() {
        return known().values().stream()
                .flatMap(versions -> versions.recorded().stream())
                .flatMap(version -> version.fact().parties().stream())
                .map(RegimeFact.Party::state)
                .collect(Collectors.toSet());
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

    /** The version of a regime that was recorded last. */
    public Optional<RegimeFact> newest(String regime) {
        return files(regime).stream().findFirst().map(RegimeFile::fact);
    }

    /** The version of a regime that applies on a day, as known now. */
    public Optional<RegimeFact> on(LocalDate day, String regime) {
        return Optional.ofNullable(known().get(regime)).flatMap(versions -> versions.on(day));
    }

    /** The versions of one regime, the newest first; empty when there is no such regime. */
    List<RegimeFile> files(String regime) {
        return jdbc.sql("select regime, version from regime_version where regime = :regime order by version desc")
                .param("regime", regime)
                .query((row, number) -> file(new Key(row.getString("regime"), row.getInt("version"))))
                .list();
    }

    /** The newest version of each regime. */
    List<RegimeFile> newest() {
        return jdbc.sql("select regime, max(version) as version from regime_version group by regime order by regime")
                .query((row, number) -> file(new Key(row.getString("regime"), row.getInt("version"))))
                .list();
    }

    Optional<RegimeFile> file(String regime, int version) {
        return stored(new Key(regime, version));
    }

    /**
     * Records a new version, which applies from its first day on.
     *
     * @throws RegistryProblem REGIME_REFUSED when the file has not the form of the schema or its version no place among
     *     the others; what was in force stays
     */
    @Transactional
    Place record(Caller caller, String text) {
        schema.check(text);
        RegimeFile file = RegimeFile.read(text);
        Place place = file.place();
        Key key = new Key(place.regime(), place.version());
        long sequence = log.append(
                        RecordLog.Entry.of(caller.account(), "regime.recorded", key.regime + "@" + key.version))
                .sequence();
        requirePlace(file);
        jdbc.sql("""
                        insert into regime_version (regime, version, sequence, valid_from, valid_to, data)
                        values (:regime, :version, :sequence, :from, :to, :data::json)
                        """)
                .param("regime", place.regime())
                .param("version", place.version())
                .param("sequence", sequence)
                .param("from", place.valid().from())
                .param("to", place.valid().to())
                .param("data", text)
                .update();
        events.publishEvent(new RegimeRecorded(place.regime()));
        return place;
    }

    /** Records a version that comes with the product, unless it is recorded already. */
    @Transactional
    void recordShipped(Caller caller, String text) {
        Place place = RegimeFile.read(text).place();
        if (file(place.regime(), place.version()).isEmpty()) {
            record(caller, text);
        }
    }

    /** Versions follow one another in a line: no version twice, no fork, no circle, and none that reaches back. */
    private void requirePlace(RegimeFile file) {
        Place place = file.place();
        Optional<Place> last = files(place.regime()).stream().findFirst().map(RegimeFile::place);
        if (place.version() != last.map(Place::version).orElse(0) + 1) {
            throw refused(
                    "/version",
                    "sequence",
                    "The next version is " + (last.map(Place::version).orElse(0) + 1) + ".");
        }
        if (!Objects.equals(place.follows(), last.map(Place::version).orElse(null))) {
            throw refused(
                    "/follows",
                    "follows",
                    "A version follows the one recorded last, and names it: "
                            + last.map(Place::version).map(String::valueOf).orElse("none") + ".");
        }
        if (last.filter(previous -> !place.validFrom().isAfter(previous.validFrom()))
                .isPresent()) {
            throw refused(
                    "/validFrom",
                    "overlap",
                    "It must begin after the version it follows, " + last.get().validFrom()
                            + "; one that covers the same days would change answers of the past.");
        }
        if (place.validTo() != null && place.validTo().isBefore(place.validFrom())) {
            throw refused("/validTo", "period", "It ends before it begins.");
        }
        requireDistinctParties(file);
    }

    private static void requireDistinctParties(RegimeFile file) {
        List<String> states =
                file.fact().parties().stream().map(RegimeFact.Party::state).toList();
        if (Set.copyOf(states).size() < states.size()) {
            throw refused("/parties", "parties", "A state is a party once: " + states + ".");
        }
    }

    private static RegistryProblem refused(String pointer, String rule, String message) {
        return RegimeSchema.refused(List.of(new Fault(null, pointer, rule, message)));
    }

    /** At least the versions up to a place; whatever was recorded before the newest record never changes. */
    private List<Versions.Version<RegimeFact>> recorded(long sequence) {
        Seen seen = lastSeen;
        if (sequence > seen.upTo) {
            List<Versions.Version<RegimeFact>> versions = jdbc.sql(
                            "select regime, version, sequence, valid_from, valid_to from regime_version")
                    .query((row, number) -> version(row))
                    .list();
            // What a transaction sees of its own doing may never come to be.
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                return versions;
            }
            seen = new Seen(sequence, versions);
            lastSeen = seen;
        }
        return seen.versions;
    }

    private Versions.Version<RegimeFact> version(ResultSet row) throws SQLException {
        Key key = new Key(row.getString("regime"), row.getInt("version"));
        Period valid =
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
        return new Versions.Version<>(valid, row.getLong("sequence"), file(key).fact());
    }

    /** Versions never change once recorded; one that a transaction has not recorded for good yet is read anew. */
    private RegimeFile file(Key key) {
        RegimeFile held = read.get(key);
        if (held != null) {
            return held;
        }
        RegimeFile fresh = stored(key).orElseThrow();
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            read.put(key, fresh);
        }
        return fresh;
    }

    private Optional<RegimeFile> stored(Key key) {
        return jdbc.sql("select data from regime_version where regime = :regime and version = :version")
                .param("regime", key.regime)
                .param("version", key.version)
                .query((row, number) -> RegimeFile.read(row.getString("data")))
                .optional();
    }

    private static Versions<RegimeFact> together(Versions<RegimeFact> some, Versions<RegimeFact> others) {
        return new Versions<>(Stream.concat(some.recorded().stream(), others.recorded().stream())
                .toList());
    }

    private record Key(String regime, int version) {}

    /** What was found when the record of some sequence was the newest. */
    private record Seen(long upTo, List<Versions.Version<RegimeFact>> versions) {}
}
