package org.sharedregistry.search;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The engines behind {@link SearchIndex}. The setting {@code registry.search.engine} chooses one; without it, Lucene. */
public enum SearchEngine {
    LUCENE,
    ELASTICSEARCH;

    /**
     * The engine that is set.
     *
     * @throws org.springframework.boot.context.properties.bind.BindException when the setting names none of them
     */
    public static SearchEngine chosen(Environment environment) {
        return Binder.get(environment)
                .bind("registry.search.engine", SearchEngine.class)
                .orElse(LUCENE);
    }
}
