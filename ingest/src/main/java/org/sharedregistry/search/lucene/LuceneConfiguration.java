package org.sharedregistry.search.lucene;

import org.sharedregistry.search.SearchIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class LuceneConfiguration {

    @Bean
    SearchIndex searchIndex(LuceneSettings settings) {
        return new LuceneSearchIndex(settings.folder());
    }
}
