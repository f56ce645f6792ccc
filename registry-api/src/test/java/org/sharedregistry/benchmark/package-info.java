/** Measurements of the running registry, kept in {@code docs/benchmarks.md}. */
@NullMarked
package org.sharedregistry.benchmark;

import org.jspecify.annotations.NullMarked;
