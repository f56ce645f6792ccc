package org.sharedregistry.storage;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The kinds of object store. The setting {@code registry.storage} chooses one; without it, the folder. */
public enum Storage {
    FOLDER,
    S3;

    /**
     * The kind that is set.
     *
     * @throws org.springframework.boot.context.properties.bind.BindException when the setting names none of them
     */
    public static Storage chosen(Environment environment) {
        return Binder.get(environment).bind("registry.storage", Storage.class).orElse(FOLDER);
    }
}
