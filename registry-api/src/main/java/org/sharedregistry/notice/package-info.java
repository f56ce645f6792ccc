/** Letters to people about what concerns them, where a mail server is set. */
@NullMarked
package org.sharedregistry.notice;

import org.jspecify.annotations.NullMarked;
