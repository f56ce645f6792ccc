package org.sharedregistry.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sharedregistry.pipeline.Incoming.Received;
import org.sharedregistry.storage.ContentHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What lies in which container. Each member is an original of its own. */
@Repository
public class Members {

    private final JdbcClient jdbc;
    private final Originals originals;

    Members(JdbcClient jdbc, Originals originals) {
        this.jdbc = jdbc;
        this.originals = originals;
    }

    /** The members of a container, in its own order; none when it is no container. */
    public List<Member> of(ContentHash container) {
        return jdbc.sql("select number, name, content from member where container = :container order by number")
                .param("container", container.hex())
                .query((row, number) -> new Member(
                        row.getInt("number"), row.getString("name"), new ContentHash(row.getString("content"))))
                .list();
    }

    /** Which of some originals are containers with members. */
    public Set<ContentHash> containers(Collection<ContentHash> among) {
        return jdbc
                .sql("select distinct container from member where container = any (:among)")
                .param("among", among.stream().map(ContentHash::hex).toArray(String[]::new))
                .query((row, number) -> new ContentHash(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** How many members lie in the outermost container of an original, on all levels. */
    int countAround(Original original) {
        return jdbc.sql("""
                        select count(*) from member where container in (
                            select sha256 from original where sha256 = :root or root = :root)
                        """)
                .param("root", original.outermost().hex())
                .query(Integer.class)
                .single();
    }

    /** Keeps what was found in a container, in the place of what was found there before, and has it read. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Original container, Collection<Found> found, String owner) {
        jdbc.sql("delete from member where container = :container")
                .param("container", container.hash().hex())
                .update();
        TreeMap<String, Found> contents = new TreeMap<>();
        found.forEach(each -> contents.putIfAbsent(each.file().hash().hex(), each));
        originals.keepMembers(container, contents.values(), owner);
        jdbc.sql("""
                        insert into member (container, number, name, content)
                        select :container, number, name, content
                        from unnest(:numbers, :names, :contents) as found (number, name, content)
                        """)
                .param("container", container.hash().hex())
                .param("numbers", found.stream().map(Found::number).toArray(Integer[]::new))
                .param("names", found.stream().map(Found::name).toArray(String[]::new))
                .param(
                        "contents",
                        found.stream().map(each -> each.file().hash().hex()).toArray(String[]::new))
                .update();
    }

    /**
     * A file in a container.
     *
     * @param number its place there, from 1
     * @param name as it is called there
     */
    public record Member(int number, String name, ContentHash content) {}

    /** A file that has just been found in a container. */
    record Found(int number, String name, Received file) {}
}
