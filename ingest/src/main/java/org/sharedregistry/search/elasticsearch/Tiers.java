package org.sharedregistry.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.search.Position;

/**
 * What a query asks for, in Elasticsearch's terms. An exact identifier is a tier of its own before everything that merely
 * has the words.
 *
 * @param all everything asked for
 * @param inOrder the tiers in the order of relevance; together they are everything
 */
record Tiers(Query all, List<Tier> inOrder) {

    static Tiers of(ParsedQuery parsed) {
        Query words = Queries.words(parsed);
        if (parsed.codes().isEmpty()) {
            return new Tiers(words, List.of(new Tier(Position.WORDS, words)));
        }
        Query codes = Queries.codes(parsed);
        return new Tiers(
                Queries.either(words, codes),
                List.of(new Tier(Position.EXACT, codes), new Tier(Position.WORDS, Queries.without(words, codes))));
    }

    /** All as one tier, for an order other than relevance. */
    List<Tier> asOne() {
        return List.of(new Tier(Position.WORDS, all));
    }

    /** @param number as in {@link Position#tier()} */
    record Tier(int number, Query wanted) {}
}
