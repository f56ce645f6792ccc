package org.sharedregistry.demo;

import java.util.ArrayList;
import java.util.List;

/** A document to be drawn: pages of lines. A line with tabs is a row of a table; one that begins with # is a heading. */
record Paper(List<List<String>> pages) {

    static Paper of(List<String> first) {
        return new Paper(List.of(first));
    }

    Paper and(List<String> next) {
        List<List<String>> all = new ArrayList<>(pages);
        all.add(next);
        return new Paper(all);
    }
}
