package org.sharedregistry.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.recognition.Versions.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was recorded of one kind of subject, in two times: valid on days from {@code valid_from} up to but without {@code
 * valid_to}, and known from the record on that it carries. Rows are added and never changed.
 *
 * @param <T> what a version says, kept as JSON
 */
public final class VersionTable<T> {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String subject;
    private final Class<T> type;

    /** @param subject its name: the column of the subject's id, in the table {@code <subject>_version} */
    public VersionTable(JdbcClient jdbc, JsonMapper json, String subject, Class<T> type) {
        this.jdbc = jdbc;
        this.json = json;
        this.subject = subject;
        this.type = type;
    }

    /** @param sequence of the record that this version comes with */
    public void add(UUID id, long sequence, Period valid, T content) {
        jdbc.sql(
                        "insert into %1$s_version (%1$s, sequence, valid_from, valid_to, data) values (:id, :sequence, :from, :to, :data::jsonb)"
                                .formatted(subject))
                .param("id", id)
                .param("sequence", sequence)
                .param("from", valid.from())
                .param("to", valid.to())
                .param("data", json.writeValueAsString(content))
                .update();
    }

    /** The versions of some subjects as recorded up to a place in the order of records. */
    public Map<UUID, Versions<T>> of(Collection<UUID> ids, long known) {
        return jdbc
                .sql(
                        "select %1$s, sequence, valid_from, valid_to, data from %1$s_version where %1$s = any (:ids) and sequence <= :known"
                                .formatted(subject))
                .param("ids", ids.toArray(UUID[]::new))
                .param("known", known)
                .query((row, number) -> Map.entry(row.getObject(subject, UUID.class), version(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList()), Versions::new)));
    }

    private Version<T> version(ResultSet row) throws SQLException {
        return new Version<>(
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getLong("sequence"),
                json.readValue(row.getString("data"), type));
    }
}
