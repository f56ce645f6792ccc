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

    /** @param versions null when nothing was recorded */
    public Optional<Versions<T>> read(@Nullable String versions) {
        return versions == null ? Optional.empty() : Optional.of(read(json.readTree(versions)));
    }

    /** @param versions as the SQL expression gives them, at least one */
    public Versions<T> read(JsonNode versions) {
        List<Version<T>> read = versions.valueStream()
                .map(each -> new Version<>(
                        new Period(day(each.path("from"), LocalDate.MIN), day(each.path("to"), LocalDate.MAX)),
                        each.path("sequence").asLong(),
                        json.treeToValue(each.path("data"), type)))
                .toList();
        return new Versions<>(read);
    }

    private static LocalDate day(JsonNode node, LocalDate whenNone) {
        return node.isNull() ? whenNone : LocalDate.parse(node.asString());
    }
}
