package org.sharedregistry.storage;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where originals are kept.
 *
 * <p>An object's key is the SHA-256 of its bytes, so an object never changes and a repeated put changes nothing.
 * Every method throws {@link StorageUnavailable} when the store cannot be reached.
 */
public interface ObjectStore {

    /**
     * Keeps the bytes of {@code file} under {@code hash}. When this returns they survive a power failure; when it
     * throws, or the process dies, the key shows nothing, or the whole object where only the answer was lost. The file
     * stays the caller's.
     *
     * @throws ContentMismatch when the bytes do not have this hash
     */
    void put(ContentHash hash, Path file);

    /**
     * The whole object. The stream compares the bytes with the hash and throws {@link ContentMismatch} instead of
     * reporting its end when they differ.
     *
     * @throws ObjectNotFound when nothing is kept under this key
     */
    InputStream open(ContentHash hash);

    /**
     * The object from byte {@code offset} on, unchecked, since a part has no hash; nothing when the offset is beyond
     * the end.
     *
     * @throws ObjectNotFound when nothing is kept under this key
     */
    InputStream open(ContentHash hash, long offset);

    boolean exists(ContentHash hash);

    /** Removes the object; removing what is not there is not an error. */
    void delete(ContentHash hash);

    /** Gives the keys of all objects, in no order; one that is put or deleted meanwhile may be among them or not. */
    void list(Consumer<ContentHash> keys);
}
