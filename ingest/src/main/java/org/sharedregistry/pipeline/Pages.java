package org.sharedregistry.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.ExtractedPage.Word;
import org.sharedregistry.storage.ContentHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The pages that were read of each original. */
@Repository
public class Pages {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Pages(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Page> one(ContentHash original, int number) {
        return jdbc.sql("select number, source, text, words from page where sha256 = :hash and number = :number")
                .param("hash", original.hex())
                .param("number", number)
                .query(this::page)
                .optional();
    }

    /** Gives the pages in order, one at a time. */
    public void each(ContentHash original, Consumer<Page> pages) {
        List<Integer> numbers = jdbc.sql("select number from page where sha256 = :hash order by number")
                .param("hash", original.hex())
                .query((row, number) -> row.getInt(1))
                .list();
        numbers.forEach(number -> one(original, number).ifPresent(pages));
    }

    /** The pages that are pictures which nothing has read yet. */
    SortedSet<Integer> pending(ContentHash original) {
        return new TreeSet<>(jdbc.sql("select number from page where sha256 = :hash and source = 'PENDING'")
                .param("hash", original.hex())
                .query((row, number) -> row.getInt(1))
                .list());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forget(ContentHash original) {
        jdbc.sql("delete from page where sha256 = :hash")
                .param("hash", original.hex())
                .update();
    }

    @Transactional
    void keep(ContentHash original, ExtractedPage page) {
        jdbc.sql("""
                        insert into page (sha256, number, source, text, words)
                        values (:hash, :number, :source, :text, :words::jsonb)
                        on conflict (sha256, number) do update
                        set source = excluded.source, text = excluded.text, words = excluded.words
                        """)
                .param("hash", original.hex())
                .param("number", page.number())
                .param("source", page.source().name())
                .param("text", page.text())
                .param("words", json.writeValueAsString(page.words()))
                .update();
    }

    private Page page(ResultSet row, int rowNumber) throws SQLException {
        return new Page(
                row.getInt("number"),
                Source.valueOf(row.getString("source")),
                row.getString("text"),
                json.readValue(row.getString("words"), new TypeReference<List<Word>>() {}));
    }
}
