package org.sharedregistry.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.extraction.ExtractedPage.Code;
import org.sharedregistry.extraction.ExtractedPage.Rereading;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.ExtractedPage.Word;
import org.sharedregistry.extraction.TextExtractor;
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

    /** Each has up to a million characters. */
    private static final int PAGES_AT_ONCE = 16;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Pages(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<ExtractedPage> one(ContentHash original, int number) {
        return jdbc.sql(
                        "select number, source, text, words, rereadings, codes from page where sha256 = :hash and number = :number")
                .param("hash", original.hex())
                .param("number", number)
                .query(this::page)
                .optional();
    }

    /** Pages of any originals; those that are not there are left out. */
    public Map<Place, ExtractedPage> all(Collection<Place> places) {
        return jdbc
                .sql("""
                        select sha256, number, source, text, words, rereadings, codes
                        from unnest(:hashes, :numbers) as wanted (sha256, number) join page using (sha256, number)
                        """)
                .param(
                        "hashes",
                        places.stream().map(place -> place.original().hex()).toArray(String[]::new))
                .param("numbers", places.stream().map(Place::number).toArray(Integer[]::new))
                .query((row, number) -> Map.entry(
                        new Place(new ContentHash(row.getString("sha256")), row.getInt("number")), page(row, number)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The first pages of an original, in order. */
    public List<ExtractedPage> first(ContentHash original, int most) {
        return behind(original, 0, most);
    }

    /** Gives the pages in order; no more than a few are in memory at a time. */
    public void each(ContentHash original, Consumer<ExtractedPage> pages) {
        int last = 0;
        List<ExtractedPage> some;
        do {
            some = behind(original, last, PAGES_AT_ONCE);
            some.forEach(pages);
            last = some.isEmpty() ? last : some.get(some.size() - 1).number();
        } while (some.size() == PAGES_AT_ONCE);
    }

    private List<ExtractedPage> behind(ContentHash original, int last, int most) {
        return jdbc.sql("""
                        select number, source, text, words, rereadings, codes from page
                        where sha256 = :hash and number > :last order by number limit :most
                        """)
                .param("hash", original.hex())
                .param("last", last)
                .param("most", most)
                .query(this::page)
                .list();
    }

    /** The pages whose pictures nothing has read yet, or a former version of the recognition. */
    SortedSet<Integer> pending(ContentHash original) {
        return new TreeSet<>(jdbc.sql("""
                        select number from page
                        where sha256 = :hash and (source = 'PENDING' or recogniser < :recogniser)
                        """)
                .param("hash", original.hex())
                .param("recogniser", TextExtractor.RECOGNITION_VERSION)
                .query((row, number) -> row.getInt(1))
                .list());
    }

    /** Whether there is a page on which nothing is to be found until its picture is read. */
    boolean lacksPictures(ContentHash original) {
        return jdbc.sql("select exists (select from page where sha256 = :hash and source = 'PENDING')")
                .param("hash", original.hex())
                .query(Boolean.class)
                .single();
    }

    /**
     * Keeps pages as the file holds them, in the place of those kept before. What has been recognised in a picture
     * stays until it is recognised anew.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(ContentHash original, List<ExtractedPage> read) {
        insert(original, read, null, "where excluded.source <> 'PENDING' or page.recogniser is null");
    }

    /** Keeps what was recognised in the picture of a page. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keepRecognised(ContentHash original, ExtractedPage page) {
        insert(original, List.of(page), TextExtractor.RECOGNITION_VERSION, "");
    }

    /** Leaves nothing on pages that are no more, should a former version have counted further: the index forgets them. */
    @Transactional(propagation = Propagation.MANDATORY)
    void emptyBehind(ContentHash original, int last) {
        jdbc.sql("""
                        update page set source = 'NONE', text = '', words = '[]', rereadings = '[]', codes = '[]',
                            recogniser = null
                        where sha256 = :hash and number > :last
                        """).param("hash", original.hex()).param("last", last).update();
    }

    private void insert(
            ContentHash original, List<ExtractedPage> read, @Nullable Integer recogniser, String whichToReplace) {
        jdbc.sql("""
                        insert into page (sha256, number, source, text, words, rereadings, codes, recogniser)
                        select :hash, number, source, text, words::jsonb, rereadings::jsonb, codes::jsonb, :recogniser
                        from unnest(:numbers, :sources, :texts, :words, :rereadings, :codes)
                            as read (number, source, text, words, rereadings, codes)
                        on conflict (sha256, number) do update
                        set source = excluded.source, text = excluded.text, words = excluded.words,
                            rereadings = excluded.rereadings, codes = excluded.codes,
                            recogniser = excluded.recogniser
                        """ + whichToReplace)
                .param("hash", original.hex())
                .param("recogniser", recogniser, Types.INTEGER)
                .param("numbers", read.stream().map(ExtractedPage::number).toArray(Integer[]::new))
                .param(
                        "sources",
                        read.stream().map(page -> page.source().name()).toArray(String[]::new))
                .param("texts", read.stream().map(ExtractedPage::text).toArray(String[]::new))
                .param("words", read.stream().map(page -> list(page.words())).toArray(String[]::new))
                .param(
                        "rereadings",
                        read.stream().map(page -> list(page.rereadings())).toArray(String[]::new))
                .param("codes", read.stream().map(page -> list(page.codes())).toArray(String[]::new))
                .update();
    }

    private String list(List<?> items) {
        return items.isEmpty() ? "[]" : json.writeValueAsString(items);
    }

    private ExtractedPage page(ResultSet row, int rowNumber) throws SQLException {
        return new ExtractedPage(
                row.getInt("number"),
                row.getString("text"),
                Source.valueOf(row.getString("source")),
                json.readValue(row.getString("words"), new TypeReference<List<Word>>() {}),
                json.readValue(row.getString("rereadings"), new TypeReference<List<Rereading>>() {}),
                json.readValue(row.getString("codes"), new TypeReference<List<Code>>() {}));
    }

    /** A page of an original. */
    public record Place(ContentHash original, int number) {}
}
