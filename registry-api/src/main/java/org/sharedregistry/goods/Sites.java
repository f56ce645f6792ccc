package org.sharedregistry.goods;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sharedregistry.goods.Site.Description;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.recognition.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The production sites, and for what goods they are authorised on what days. */
@Repository
public class Sites {

    private final JdbcClient jdbc;
    private final SiteVersions versions;
    private final RecordLog log;
    private final Goods goods;

    Sites(JdbcClient jdbc, JsonMapper json, RecordLog log, Goods goods) {
        this.jdbc = jdbc;
        this.versions = new SiteVersions(jdbc, json);
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
        versions.add(id, sequence, Period.ALWAYS, description);
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
        versions.add(site.id(), sequence, valid, description);
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
        return jdbc.sql("select manufacturer from site where id = :id")
                .param("id", id)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .flatMap(manufacturer -> of(manufacturer).stream()
                        .filter(site -> site.id().equals(id))
                        .findFirst());
    }

    /** The sites of a manufacturer. */
    public List<Site> of(UUID manufacturer) {
        return jdbc.sql("select " + versions.ofManufacturer("m.id") + " as sites from manufacturer m where id = :id")
                .param("id", manufacturer)
                .param("known", Long.MAX_VALUE)
                .query((row, number) -> versions.read(manufacturer, row.getString("sites")))
                .single();
    }
}
