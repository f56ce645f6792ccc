package org.sharedregistry.search.elasticsearch;

import java.io.IOException;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchIndexContract;

class ElasticsearchSearchIndexIT extends SearchIndexContract {

    private static int opened;

    @Override
    protected SearchIndex emptyIndex() throws IOException {
        opened++;
        return ElasticsearchConfiguration.index(ElasticsearchServer.shared().settings("registry" + opened));
    }
}
