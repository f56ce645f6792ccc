package org.sharedregistry.feed;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file to be sent, as it was when the folder was read.
 *
 * @param name its path from the folder on, with slashes
 * @param size in bytes
 */
record LocalFile(Path path, String name, long size, Instant modified) {}
