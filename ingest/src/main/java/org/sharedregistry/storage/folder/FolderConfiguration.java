package org.sharedregistry.storage.folder;

import org.sharedregistry.storage.ObjectStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class FolderConfiguration {

    @Bean
    ObjectStore objectStore(FolderSettings settings) {
        return new FolderObjectStore(settings.folder());
    }
}
