package org.sharedregistry.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Looks attestations up by their keys with one prepared statement: what no answer can be faster than. */
final class SelectConnection implements Load.Connection {

    private final Connection connection;
    private final PreparedStatement statement;

    SelectConnection(DataSource database) throws SQLException {
        connection = database.getConnection();
        statement = connection.prepareStatement("select id, number from attestation where key = ?");
    }

    @Override
    public void ask(String key) throws SQLException {
        statement.setString(1, key);
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("No attestation has the key " + key);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
