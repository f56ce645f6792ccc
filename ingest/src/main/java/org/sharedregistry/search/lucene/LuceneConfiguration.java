package org.sharedregistry.search.lucene;

import org.sharedregistry.search.SearchEngine;
import org.sharedregistry.search.SearchIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

@Configuration
@Conditional(LuceneConfiguration.Chosen.class)
class LuceneConfiguration {

    @Bean
    SearchIndex searchIndex(LuceneSettings settings) {
        return new LuceneSearchIndex(settings.folder());
    }

    static final class Chosen implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return SearchEngine.chosen(context.getEnvironment()) == SearchEngine.LUCENE;
        }
    }
}
