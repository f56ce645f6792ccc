package org.sharedregistry.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.paper.PaperReader;
import org.sharedregistry.paper.Particular;
import org.sharedregistry.storage.ContentHash;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What each original says, as far as its pages have been read. */
@Repository
public class Papers {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Pages pages;
    private final ApplicationEventPublisher events;

    Papers(JdbcClient jdbc, JsonMapper json, Pages pages, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.pages = pages;
        this.events = events;
    }

    /** What an original says; nothing until its pages have been read. */
    public Optional<Paper> of(ContentHash original) {
        return Optional.ofNullable(all(Set.of(original)).get(original));
    }

    /** What some originals say; those that were not read are left out. */
    public Map<ContentHash, Paper> all(Collection<ContentHash> originals) {
        return jdbc
                .sql("select sha256, data from paper where sha256 = any (:hashes)")
                .param("hashes", originals.stream().map(ContentHash::hex).toArray(String[]::new))
                .query((row, number) -> Map.entry(
                        new ContentHash(row.getString("sha256")), json.readValue(row.getString("data"), Paper.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What some pages of an original say, the first and last one included; of a part of a file that holds several papers. */
    public Paper ofPages(ContentHash original, int first, int last) {
        PaperReader reader = new PaperReader();
        pages.each(original, page -> {
            if (page.number() >= first && page.number() <= last) {
                reader.read(page);
            }
        });
        return reader.paper();
    }

    /** The originals whose own number has one of some keys, by key. */
    public Map<String, Set<ContentHash>> numbered(Collection<String> keys) {
        return jdbc
                .sql("select key, sha256 from paper_number where key = any (:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("key"), new ContentHash(row.getString("sha256"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** Records what an original says, in the place of what was recorded before. */
    @Transactional(propagation = Propagation.MANDATORY)
    void read(ContentHash original) {
        PaperReader reader = new PaperReader();
        pages.each(original, reader::read);
        Paper paper = reader.paper();
        jdbc.sql("""
                        insert into paper (sha256, version, data) values (:hash, :version, :data::jsonb)
                        on conflict (sha256) do update set version = excluded.version, data = excluded.data
                        """)
                .param("hash", original.hex())
                .param("version", PaperReader.VERSION)
                .param("data", json.writeValueAsString(paper))
                .update();
        jdbc.sql("delete from paper_number where sha256 = :hash")
                .param("hash", original.hex())
                .update();
        jdbc.sql("insert into paper_number (key, sha256) select distinct key, :hash from unnest(:keys) as key")
                .param("hash", original.hex())
                .param("keys", paper.numbers().stream().map(Particular::key).toArray(String[]::new))
                .update();
        events.publishEvent(new PaperRead(original));
    }

    /** The next originals whose pages were read and what they say was not, or by a former version. */
    List<ContentHash> unread(int most) {
        return jdbc.sql("""
                        select original.sha256 from original left join paper using (sha256)
                        where state in ('EXTRACTED', 'NEEDS_OCR') and coalesce(version, 0) < :version
                        limit :most
                        """)
                .param("version", PaperReader.VERSION)
                .param("most", most)
                .query((row, number) -> new ContentHash(row.getString(1)))
                .list();
    }
}
