package org.sharedregistry.storage.folder;

import org.sharedregistry.storage.ObjectStore;
import org.sharedregistry.storage.Storage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

@Configuration
@Conditional(FolderConfiguration.Chosen.class)
class FolderConfiguration {

    @Bean
    ObjectStore objectStore(FolderSettings settings) {
        return new FolderObjectStore(settings.folder());
    }

    static final class Chosen implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Storage.chosen(context.getEnvironment()) == Storage.FOLDER;
        }
    }
}
