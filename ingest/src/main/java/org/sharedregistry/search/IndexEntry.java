package org.sharedregistry.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the index holds of one page of a document, or of one goods entry.
 *
 * <p>Keywords, readers and values to sort by count by their first 1,000 characters.
 *
 * @param id unique over all kinds, such as {@code goods:us-BY-2026-000001-7} or {@code page:<document>:3}; up to 512
 *     bytes of UTF-8
 * @param kind what it is, such as {@code goods} or {@code page}
 * @param group what its hits are shown under: the document of a page; for goods the entry itself
 * @param readers who may find it besides those who may see everything of a party; empty when it is public
 * @param title its name, weighing more than its text; a line for each language it is given in
 * @param text its words
 * @param keywords exact values by field, for filters and facets
 * @param periods by field and value, the days on which the entry holds the value, for filters and facets on a date; fields
 *     and values are of Latin letters, digits, {@code -} and {@code _}
 * @param sort exact values by which results can be ordered, one a field
 */
public record IndexEntry(
        String id,
        String kind,
        String group,
        Set<String> readers,
        String title,
        String text,
        Map<String, Set<String>> keywords,
        Map<String, Map<String, List<Period>>> periods,
        Map<String, String> sort) {

    public IndexEntry {
        readers = Set.copyOf(readers);
        keywords = Map.copyOf(keywords);
        periods = Map.copyOf(periods);
        sort = Map.copyOf(sort);
    }
}
