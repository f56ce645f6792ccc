package org.sharedregistry.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.document.DocumentKind.Visibility;
import org.sharedregistry.document.DocumentView.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Documents as callers see them, with how far each has got. */
@Repository
public class DocumentViews {

    /** From what pipeline and search say of their progress, see their views in the database. */
    private static final String STATUS = """
            case
                when progress.state in ('PENDING', 'RECEIVED') then 'RECEIVED'
                when progress.state <> 'EXTRACTED' then progress.state
                when exists (select from unindexed where kind = 'document' and subject = document.id::text)
                    then 'EXTRACTED'
                else 'INDEXED'
            end
            """;

    private static final String FROM =
            " from document join original_progress progress on progress.sha256 = document.original ";

    private static final String VIEW = "select document.*, progress.*, " + STATUS + """
             as status,
               (select id from document newer where newer.supersedes = document.id) as superseded_by,
               array(select container from document_member where member = document.id) as containers
            """ + FROM;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DocumentViews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public DocumentView one(Document document) {
        return all(List.of(document.id())).get(0);
    }

    /** Documents by id; those that are not there are left out. */
    public List<DocumentView> all(Collection<UUID> ids) {
        return jdbc.sql(VIEW + "where document.id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::view)
                .list();
    }

    /**
     * What an owner has filed, the newest first.
     *
     * @param before where the list goes on: behind this document; null from the start
     */
    public List<DocumentView> filed(
            String owner, @Nullable Status status, @Nullable String batch, @Nullable UUID before, int size) {
        return jdbc.sql(VIEW + narrowed() + """
                         and (cast(:before as uuid) is null or document.id < :before)
                        order by document.id desc limit :size
                        """)
                .param("owner", owner)
                .param("status", status == null ? null : status.name())
                .param("batch", batch)
                .param("before", before)
                .param("size", size)
                .query(this::view)
                .list();
    }

    /** How many documents an owner has filed, as in {@link #filed}. */
    public long count(String owner, @Nullable Status status, @Nullable String batch) {
        return jdbc.sql("select count(*)" + FROM + narrowed())
                .param("owner", owner)
                .param("status", status == null ? null : status.name())
                .param("batch", batch)
                .query(Long.class)
                .single();
    }

    /** How far an owner's batch has got; nothing when there is no such batch. */
    Optional<BatchView> batch(String owner, String batch) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        jdbc.sql("select " + STATUS + " as status, count(*)" + FROM + narrowed() + " group by 1")
                .param("owner", owner)
                .param("status", null)
                .param("batch", batch)
                .query(row -> {
                    counts.put(Status.valueOf(row.getString(1)), row.getLong(2));
                });
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return total == 0 ? Optional.empty() : Optional.of(new BatchView(batch, total, counts));
    }

    private static String narrowed() {
        return "where document.owner = :owner and (cast(:status as text) is null or " + STATUS + """
                 = :status) and (cast(:batch as text) is null or document.id in (
                    select document from document_batch where owner = :owner and batch = :batch))
                """;
    }

    private DocumentView view(ResultSet row, int number) throws SQLException {
        String failure = row.getString("failure");
        return new DocumentView(
                row.getObject("id", UUID.class),
                Status.valueOf(row.getString("status")),
                row.getString("file_name"),
                DocumentKind.valueOf(row.getString("kind")),
                Visibility.valueOf(row.getString("visibility")),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("media_type"),
                row.getObject("page_count", Integer.class),
                row.getInt("pages_to_recognise"),
                json.readValue(row.getString("metadata"), new TypeReference<Map<String, String>>() {}),
                failure == null ? null : new DocumentView.Failure(failure, row.getString("failure_detail")),
                Arrays.stream((UUID[]) row.getArray("containers").getArray())
                        .distinct()
                        .toList(),
                row.getObject("supersedes", UUID.class),
                row.getObject("superseded_by", UUID.class));
    }
}
