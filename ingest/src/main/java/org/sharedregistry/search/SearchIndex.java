package org.sharedregistry.search;

import java.util.List;
import java.util.Optional;

/**
 * The index behind every search: terms, ids and filters, never the record of truth. It can be lost and filled again.
 *
 * <p>A generation is one complete index. Writes go to the active generation and to the one being filled; searches see
 * the active one. An entry carries the version of the change that caused it, and a write with a lower version than the
 * one held is ignored, so batches may be repeated and may overtake each other.
 *
 * <p>Every method throws {@link SearchUnavailable} when the engine cannot be reached or its files cannot be used.
 */
public interface SearchIndex extends AutoCloseable {

    /** The generation that searches see; empty when there is none, or none of the current {@link IndexEntry} form. */
    Optional<String> activeGeneration();

    /** Starts an empty generation beside the active one; one begun earlier and never activated is dropped. */
    void beginGeneration(String generation);

    /** Makes the generation that was begun the active one and drops the one before it. */
    void activateGeneration(String generation);

    /** Applies the writes to the active generation and the one being filled. When it returns they survive a crash and are found by searches. */
    void write(List<IndexWrite> batch);

    /** The best entries for a query, and how many there are. */
    SearchResult search(SearchQuery query);

    /** Up to {@code size} titles and codes of public entries of a kind that continue what was typed, best first. */
    List<String> suggest(String kind, String typed, int size);

    @Override
    void close();
}
