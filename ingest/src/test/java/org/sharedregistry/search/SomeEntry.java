package org.sharedregistry.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds an entry of the index for a test: {@code someEntry("1").titled("Насос").put()}. */
public final class SomeEntry {

    private final String id;
    private String kind = "goods";
    private String group;
    private String title = "";
    private String text = "";
    private Set<String> readers = Set.of();
    private final Map<String, Set<String>> keywords = new HashMap<>();
    private final Map<String, Map<String, List<Period>>> periods = new HashMap<>();
    private final Map<String, String> sort = new HashMap<>();

    private SomeEntry(String id) {
        this.id = id;
        this.group = "group of " + id;
    }

    public static SomeEntry someEntry(String id) {
        return new SomeEntry(id);
    }

    public SomeEntry ofKind(String kind) {
        this.kind = kind;
        return this;
    }

    public SomeEntry titled(String title) {
        this.title = title;
        return this;
    }

    public SomeEntry saying(String text) {
        this.text = text;
        return this;
    }

    public SomeEntry onlyFor(String... readers) {
        this.readers = Set.of(readers);
        return this;
    }

    public SomeEntry with(String keyword, String... values) {
        keywords.put(keyword, new HashSet<>(Set.of(values)));
        return this;
    }

    public SomeEntry during(String field, String value, String first, String last) {
        LocalDate end = last.isEmpty() ? LocalDate.MAX : LocalDate.parse(last);
        periods.computeIfAbsent(field, each -> new HashMap<>())
                .computeIfAbsent(value, each -> new ArrayList<>())
                .add(new Period(LocalDate.parse(first), end));
        return this;
    }

    public SomeEntry grouped(String group) {
        this.group = group;
        return this;
    }

    public SomeEntry sorted(String field, String value) {
        sort.put(field, value);
        return this;
    }

    public IndexEntry entry() {
        return new IndexEntry(id, kind, group, readers, title, text, keywords, periods, sort);
    }

    public IndexWrite put() {
        return put(1);
    }

    public IndexWrite put(long version) {
        return new IndexWrite.Put(entry(), version);
    }
}
