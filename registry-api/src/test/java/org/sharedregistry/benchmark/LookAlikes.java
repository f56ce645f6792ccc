package org.sharedregistry.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.sharedregistry.attestation.AttestationKind;
import tools.jackson.databind.json.JsonMapper;

/** Fills a registry with declarations in bulk that are easily taken for one another; see {@link LookAlike}. */
public final class LookAlikes {

    private static final int TOGETHER = 20_000;

    private final DataSource database;
    private final JsonMapper json;
    private final SeriesKeys keys = new SeriesKeys();

    /** @param json the registry's own */
    public LookAlikes(DataSource database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Enters those from one index to another, which is excluded. Nobody else may write to the registry meanwhile. */
    public void enter(int from, int to) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            long sequence = record(statement);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            CopiedRows attestations = new CopiedRows("attestation", "id, key, number, kind, revision");
            CopiedRows versions =
                    new CopiedRows("attestation_version", "attestation, sequence, valid_from, valid_to, data");
            for (int i = from; i < to; i++) {
                LookAlike entry = new LookAlike(i);
                SeriesNumber number = entry.series();
                UUID id = entry.id();
                attestations.add(
                        id,
                        keys.of(number, AttestationKind.EAEU_DECLARATION),
                        number,
                        AttestationKind.EAEU_DECLARATION,
                        sequence);
                versions.add(id, sequence, "-infinity", "infinity", json.writeValueAsString(entry.content()));
                if ((i + 1) % TOGETHER == 0 || i + 1 == to) {
                    attestations.send(copy);
                    versions.send(copy);
                }
            }
            statement.execute("vacuum (analyze) attestation, attestation_version");
        }
    }

    /** One record for all of them, behind the newest. */
    private static long record(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                insert into record (sequence, recorded_at, actor, event, subject)
                select coalesce(max(sequence), 0) + 1, greatest(max(recorded_at), now()) + interval '1 microsecond',
                    'benchmark', 'attestation.entered', 'look-alikes'
                from record returning sequence
                """)) {
            row.next();
            return row.getLong(1);
        }
    }
}
