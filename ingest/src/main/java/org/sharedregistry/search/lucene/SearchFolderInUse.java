package org.sharedregistry.search.lucene;

import java.nio.file.Path;

/** Another process serves from the folder of the search index. It is for one; several share an Elasticsearch. */
public final class SearchFolderInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchFolderInUse(Path folder, Throwable cause) {
        super("Another process uses the search index in " + folder + "; it serves exactly one", cause);
    }
}
