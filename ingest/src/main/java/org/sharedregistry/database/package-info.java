/** PostgreSQL: embedded on one machine, or the connection to an external one. */
@NullMarked
package org.sharedregistry.database;

import org.jspecify.annotations.NullMarked;
