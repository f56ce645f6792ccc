package org.sharedregistry.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.search.SearchQuery.Audience;
import org.sharedregistry.search.SearchQuery.Order;

/** Builds a query for a test: {@code ask("насос").with("state", "BY").query()}. */
public final class Ask {

    private final String text;
    private String kind = "goods";
    private Audience audience = Audience.PUBLIC;
    private final Map<String, Set<String>> keywords = new HashMap<>();
    private final Map<String, LocalDate> on = new HashMap<>();
    private Order order = Order.RELEVANCE;
    private int size = 100;
    private @Nullable String after;

    private Ask(String text) {
        this.text = text;
    }

    public static Ask ask(String text) {
        return new Ask(text);
    }

    public Ask ofKind(String kind) {
        this.kind = kind;
        return this;
    }

    public Ask as(String... readers) {
        audience = new Audience(Set.of(readers));
        return this;
    }

    public Ask with(String keyword, String... values) {
        keywords.put(keyword, Set.of(values));
        return this;
    }

    public Ask on(String field, String day) {
        on.put(field, LocalDate.parse(day));
        return this;
    }

    public Ask by(String field) {
        order = new Order(field);
        return this;
    }

    public Ask atMost(int size) {
        this.size = size;
        return this;
    }

    public Ask after(@Nullable String position) {
        after = position;
        return this;
    }

    public SearchQuery query() {
        return new SearchQuery(kind, text, audience, keywords, on, order, size, after);
    }
}
