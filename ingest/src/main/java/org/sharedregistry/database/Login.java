package org.sharedregistry.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** What a client needs to come into the embedded database. */
final class Login implements JdbcConnectionDetails {

    private final String url;
    private final String user;
    private final String password;

    Login(int port, String database, String user, String password) {
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?currentSchema=" + user;
        this.user = user;
        this.password = password;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }
}
