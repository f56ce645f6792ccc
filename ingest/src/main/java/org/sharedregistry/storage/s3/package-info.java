/** Originals as objects in an S3 bucket. */
@NullMarked
package org.sharedregistry.storage.s3;

import org.jspecify.annotations.NullMarked;
