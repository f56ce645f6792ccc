package org.sharedregistry.search;

import java.util.List;
import java.util.Optional;

/**
 * The index behind every search: terms, ids and filters, never the record of truth. It can be lost and filled again.
 *
 * <p>A generation is one complete index. Writes go to the active generation and to the one being filled; searches see
 * the active one, before and after a switch without a gap. An entry carries the version of the change that caused it,
 * and a write with a lower version than the one held is ignored, so batches may be repeated and may overtake each
 * other. A removed entry leaves its version behind until the next generation.
 *
 * <p>What only some may see never shows in hits, totals, ranking or suggestions of those who may not.
 *
 * <p>Every method throws {@link SearchUnavailable} when the engine cannot be reached or its files cannot be used. All
 * may be called from several threads.
 */
public interface SearchIndex extends AutoCloseable {

    /** The generation that searches see; empty when there is none, or it is damaged or not of the current {@link IndexEntry} form. */
    Optional<String> activeGeneration();

    /**
     * The generation that was begun and not activated yet, before this process started too; empty when there is none, or it
     * is damaged or not of the current form.
     */
    Optional<String> begunGeneration();

    /**
     * Starts an empty generation beside the active one; one begun earlier and never activated is dropped.
     *
     * @param generation up to 100 Latin letters, digits, {@code -} and {@code _}; not the name of the active one
     */
    void beginGeneration(String generation);

    /**
     * Makes the generation that was begun the active one and drops the one before it.
     *
     * @throws IllegalStateException when it was not begun, or dropped since
     */
    void activateGeneration(String generation);

    /**
     * Applies the writes to the active generation and the one being filled. When it returns they survive a crash and are
     * found by searches. When it fails, or the process ends in it, any part of them may have been applied: repeat it.
     *
     * @throws SearchUnavailable also when there is neither
     */
    void write(List<IndexWrite> batch);

    /**
     * As {@link #write}, but to the generation being filled alone.
     *
     * @throws SearchUnavailable also when there is none
     */
    void fill(List<IndexWrite> batch);

    /**
     * What the active generation or the one being filled holds, of the public and the restricted together.
     *
     * @throws SearchUnavailable also when it is neither
     */
    Inventory inventory(String generation);

    /**
     * The best entries for a query, and how many there are. Where nothing has all that was typed, the query is widened until
     * something is found; what goes on behind a position is widened as the answer was that the position came from.
     *
     * @throws SearchUnavailable also while no generation is active
     * @throws org.sharedregistry.language.QueryTooLong when the text has too many characters or words
     * @throws IllegalArgumentException when the query goes on behind a position that this index never gave
     */
    SearchResult search(SearchQuery query);

    /**
     * The best entries for a query, gathered by {@link IndexEntry#group()}, in the order of relevance.
     *
     * @param query its size counts groups, it has no position and no other order
     * @param from how many groups to pass over; together with the size of the query at most {@link SearchQuery#MOST_HITS}
     * @param best how many entries of each group to name at most
     * @throws SearchUnavailable also while no generation is active
     * @throws org.sharedregistry.language.QueryTooLong when the text has too many characters or words
     */
    GroupedResult searchGroups(SearchQuery query, int from, int best);

    /**
     * Up to {@code size} different titles of public entries of a kind, best first: those with words, or of entries with a
     * code, that continue what was typed. Of a title with a line for each language the line that fits.
     */
    List<String> suggest(String kind, String typed, int size);

    /** Closing again does nothing. */
    @Override
    void close();
}
