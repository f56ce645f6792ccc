package org.sharedregistry.attestation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sharedregistry.access.Caller;
import org.sharedregistry.identifier.Reading;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The registers of states that attestations are taken from, and up to which day each was read. */
@Repository
public class Sources {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RecordLog log;

    private volatile Seen lastSeen = new Seen(-1, List.of());

    Sources(JdbcClient jdbc, JsonMapper json, RecordLog log) {
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
    }

    /** Records that a register was read. */
    @Transactional
    public void read(Caller caller, Source source) {
        long sequence = log.append(RecordLog.Entry.of(caller.account(), "source.read", source.name))
                .sequence();
        jdbc.sql("insert into source_version (source, sequence, data) values (:source, :sequence, :data::jsonb)")
                .param("source", source.name)
                .param("sequence", sequence)
                .param("data", json.writeValueAsString(source))
                .update();
    }

    /** Each register as recorded until now. */
    public List<Source> known() {
        return known(log.newest().sequence());
    }

    /** Each register as recorded up to a place in the order of records. */
    public List<Source> known(long sequence) {
        Seen seen = lastSeen;
        if (sequence > seen.upTo) {
            List<Version> versions = jdbc.sql("select sequence, data from source_version order by sequence")
                    .query((row, number) ->
                            new Version(row.getLong("sequence"), json.readValue(row.getString("data"), Source.class)))
                    .list();
            seen = new Seen(sequence, versions);
            lastSeen = seen;
        }
        Map<String, Source> newest = seen.versions.stream()
                .filter(version -> version.sequence <= sequence)
                .collect(Collectors.toMap(
                        version -> version.source.name, version -> version.source, (older, newer) -> newer));
        return List.copyOf(newest.values());
    }

    /**
     * A register of a state.
     *
     * @param kinds of attestation that it holds
     * @param readUpTo the day whose state was read last
     */
    public record Source(String name, String state, Set<AttestationKind> kinds, LocalDate readUpTo) {

        public Source {
            if (name == null || name.isBlank() || state == null || kinds == null || readUpTo == null) {
                throw RegistryProblem.field(
                        "/readUpTo",
                        "Say the register's name, its state, the kinds it holds and the day it was read up to.");
            }
            kinds = Set.copyOf(kinds);
        }

        /** Whether an attestation with such a number would stand in it. */
        public boolean holds(Reading reading) {
            return state.equals(reading.parts().get("state"))
                    && kinds.stream().anyMatch(kind -> kind.isNamedBy(reading));
        }

        /** Whether it was read too long ago to say anything about a day. */
        public boolean isStale(LocalDate day, int afterDays) {
            return readUpTo.plusDays(afterDays).isBefore(day);
        }
    }

    private record Version(long sequence, Source source) {}

    /** What was found when the record of some sequence was the newest. */
    private record Seen(long upTo, List<Version> versions) {}
}
