package org.sharedregistry.log;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.recognition.Versions.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
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
    private final JavaType rows;

    /** @param subject its name: the column of the subject's id, in the table {@code <subject>_version} */
    public VersionTable(JdbcClient jdbc, JsonMapper json, String subject, Class<T> type) {
        this.jdbc = jdbc;
        this.json = json;
        this.subject = subject;
        this.rows = json.getTypeFactory()
                .constructCollectionType(List.class, json.getTypeFactory().constructParametricType(Row.class, type));
    }

    /** @param sequence of the record that this version comes with */
    public void add(UUID id, long sequence, Period valid, T content) {
        jdbc.sql("""
                        insert into %1$s_version (%1$s, sequence, valid_from, valid_to, data)
                        values (:id, :sequence, :from, :to, :data::jsonb)
                        """.formatted(subject))
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
                .sql("select id, " + versionsOf("id") + " as versions from unnest(:ids) as id")
                .param("ids", ids.toArray(UUID[]::new))
                .param("known", known)
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), read(row.getString("versions"))))
                .list()
                .stream()
                .filter(each -> each.getValue().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().orElseThrow()));
    }

    /**
     * An SQL expression for the versions of one subject, to be read by {@link #read}, so that what a subject is made of
     * comes in one query. The query has a parameter {@code known}, the place in the order of records up to which versions
     * count.
     *
     * @param id the SQL expression of the subject's id
     */
    public String versionsOf(String id) {
        return """
                (select json_agg(json_build_object(
                     'sequence', v.sequence, 'from', nullif(v.valid_from, '-infinity'),
                     'to', nullif(v.valid_to, 'infinity'), 'data', v.data))
                 from %1$s_version v where v.%1$s = %2$s and v.sequence <= :known)""".formatted(subject, id);
    }

    /** @param versions as the SQL expression gives them; null when nothing was recorded */
    public Optional<Versions<T>> read(@Nullable String versions) {
        return Optional.ofNullable(versions).map(text -> versions(json.readValue(text, rows)));
    }

    /** @param versions as the SQL expression gives them within other JSON, at least one */
    public Versions<T> read(JsonNode versions) {
        return versions(json.treeToValue(versions, rows));
    }

    private Versions<T> versions(List<Row<T>> read) {
        return new Versions<>(read.stream().map(Row::version).toList());
    }

    /** A version as JSON; a day that is left out lies beyond all others. */
    private record Row<T>(
            long sequence,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            T data) {

        Version<T> version() {
            Period valid = new Period(from == null ? LocalDate.MIN : from, to == null ? LocalDate.MAX : to);
            return new Version<>(valid, sequence, data);
        }
    }
}
