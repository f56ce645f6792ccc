package org.sharedregistry.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.search.SearchQuery.Audience;
import org.sharedregistry.search.SearchQuery.Order;

/** Builds a query for a test: {@code ask("насос").with("state", "BY").query()}. */
public final class Ask {

    private final String text;
    private String kind = "goods";
    private Audience audience = Audience.PUBLIC;
    private final List<Filter> filters = new ArrayList<>();
    private final List<Facet> facets = new ArrayList<>();
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
        return with(Filter.of(keyword, values));
    }

    public Ask on(String day, String field, String... values) {
        return with(Filter.on(LocalDate.parse(day), field, values));
    }

    public Ask counting(String field) {
        facets.add(Facet.of(field));
        return this;
    }

    public Ask counting(String day, String field, String... values) {
        facets.add(Facet.on(LocalDate.parse(day), field, Set.of(values)));
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

    private Ask with(Filter filter) {
        filters.removeIf(other -> other.field().equals(filter.field()));
        filters.add(filter);
        return this;
    }

    public SearchQuery query() {
        return new SearchQuery(kind, text, audience, filters, facets, order, size, after);
    }
}
