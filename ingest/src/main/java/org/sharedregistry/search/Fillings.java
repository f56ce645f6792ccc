package org.sharedregistry.search;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** That the index is to be filled anew, and how far that is: kept in the database, to survive whoever does it. */
@Repository
class Fillings {

    private final JdbcClient jdbc;

    Fillings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Has the index filled anew, unless that is under way. */
    void want() {
        jdbc.sql("insert into index_filling default values on conflict do nothing")
                .update();
    }

    /** Has the index filled anew, unless that is under way; a filling that came out wrong is begun again at once. */
    void wantNow() {
        want();
        jdbc.sql("update index_filling set generation = null, differs = false where differs")
                .update();
    }

    /** Has a filling that came out wrong begun again. */
    void wantAnother() {
        jdbc.sql("update index_filling set generation = null").update();
    }

    /** The filling that is wanted, if any. */
    Optional<Wanted> wanted() {
        return jdbc.sql("select generation, differs from index_filling")
                .query((row, number) -> new Wanted(row.getString("generation"), row.getBoolean("differs")))
                .optional();
    }

    /** Notes which generation is being filled, and with how much; where it has been noted before, that stays. */
    @Transactional
    void begin(String generation, Collection<IndexSource> sources) {
        jdbc.sql("update index_filling set generation = :generation")
                .param("generation", generation)
                .update();
        jdbc.sql("delete from index_filled where generation <> :generation")
                .param("generation", generation)
                .update();
        for (IndexSource source : sources) {
            jdbc.sql("""
                            insert into index_filled (generation, kind, total) values (:generation, :kind, :total)
                            on conflict do nothing
                            """)
                    .param("generation", generation)
                    .param("kind", source.kind())
                    .param("total", source.count())
                    .update();
        }
    }

    /** Behind which subject of a kind the filling goes on; empty at the beginning. */
    String last(String generation, String kind) {
        return jdbc.sql("select last from index_filled where generation = :generation and kind = :kind")
                .param("generation", generation)
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    /** Notes that so many more subjects are finished, up to and with the last one, and all before them. */
    void advance(String generation, String kind, String last, int subjects) {
        jdbc.sql("""
                        update index_filled set last = :last, subjects = subjects + :subjects
                        where generation = :generation and kind = :kind
                        """)
                .param("generation", generation)
                .param("kind", kind)
                .param("last", last)
                .param("subjects", subjects)
                .update();
    }

    /** How far the filling is. */
    Optional<SearchState.Filling> progress() {
        return jdbc.sql("""
                        select generation, sum(subjects), sum(total) from index_filled join index_filling using (generation)
                        group by generation
                        """)
                .query((row, number) ->
                        new SearchState.Filling(row.getString("generation"), row.getLong(2), row.getLong(3)))
                .optional();
    }

    /** Notes that what was filled differs from the database once more. */
    void differs() {
        jdbc.sql("update index_filling set differs = true").update();
    }

    /** Notes that a generation is filled. */
    @Transactional
    void finish(String generation) {
        jdbc.sql("delete from index_filling where generation = :generation")
                .param("generation", generation)
                .update();
        jdbc.sql("delete from index_filled where generation = :generation")
                .param("generation", generation)
                .update();
    }

    /**
     * @param generation null until one has been begun
     * @param differs whether it came out wrong, and so did the one before it
     */
    record Wanted(@Nullable String generation, boolean differs) {}
}
