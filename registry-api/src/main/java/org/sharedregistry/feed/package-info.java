/** The command that feeds a folder to a registry: a client of the HTTP API, which the registry itself never uses. */
@NullMarked
package org.sharedregistry.feed;

import org.jspecify.annotations.NullMarked;
