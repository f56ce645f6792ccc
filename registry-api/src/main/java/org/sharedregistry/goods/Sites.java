package org.sharedregistry.goods;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.sharedregistry.goods.Site.Description;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.log.VersionTable;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The production sites, and for what goods they are authorised on what days. */
@Repository
public class Sites {

    private final JdbcClient jdbc;
    private final VersionTable<Description> descriptions;
    private final RecordLog log;
    private final Goods goods;

    Sites(JdbcClient jdbc, JsonMapper json, RecordLog log, Goods goods) {
        this.jdbc = jdbc;
        this.descriptions = new VersionTable<>(jdbc, json, "site", Description.class);
        this.log = log;
        this.goods = goods;
    }

    /** Enters a site. */
    @Transactional
    public Site enter(RecordLog.Entry event, UUID id, UUID manufacturer, Description description) {
        long sequence = log.append(event).sequence();
        jdbc.sql("insert into site (id, manufacturer, revision) values (:id, :manufacturer, :revision)")
                .param("id", id)
                .param("manufacturer", manufacturer)
                .param("revision", sequence)
                .update();
        descriptions.add(id, sequence, Period.ALWAYS, description);
        goods.touchAll(goods.madeBy(manufacturer), sequence);
        return byId(id).orElseThrow();
    }

    /** Records what holds of a site on some days. */
    @Transactional
    public Site describe(RecordLog.Entry event, Site site, Period valid, Description description) {
        long sequence = log.append(event).sequence();
        jdbc.sql("update site set revision = :revision where id = :id")
                .param("revision", sequence)
                .param("id", site.id())
                .update();
        descriptions.add(site.id(), sequence, valid, description);
        goods.touchAll(goods.madeBy(site.manufacturer()), sequence);
        return byId(site.id()).orElseThrow();
    }

    /** The site, its row locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Site> lock(UUID id) {
        return jdbc.sql("select id from site where id = :id for update")
                .param("id", id)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .flatMap(this::byId);
    }

    public Optional<Site> byId(UUID id) {
        return with("id", List.of(id), Long.MAX_VALUE).stream().findFirst();
    }

    /** The sites of some manufacturers, as recorded up to a place in the order of records. */
    public List<Site> of(Collection<UUID> manufacturers, long known) {
        return with("manufacturer", manufacturers, known);
    }

    private List<Site> with(String column, Collection<UUID> ids, long known) {
        List<Head> heads = jdbc.sql(
                        "select id, manufacturer, revision from site where " + column + " = any (:ids) order by id")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Head(
                        row.getObject("id", UUID.class),
                        row.getObject("manufacturer", UUID.class),
                        row.getLong("revision")))
                .list();
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<UUID, Versions<Description>> recorded =
                descriptions.of(heads.stream().map(Head::id).toList(), known);
        return heads.stream()
                .filter(head -> recorded.containsKey(head.id))
                .map(head -> new Site(
                        head.id, head.manufacturer, head.revision, Objects.requireNonNull(recorded.get(head.id))))
                .toList();
    }

    private record Head(UUID id, UUID manufacturer, long revision) {}
}
