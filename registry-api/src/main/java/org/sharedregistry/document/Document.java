package org.sharedregistry.document;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.document.DocumentKind.Visibility;
import org.sharedregistry.storage.ContentHash;

/**
 * An original filed by someone for something.
 *
 * @param owner the reader name of who filed it, see {@link Caller#owner()}
 * @param supersedes the older document in whose place it was filed
 */
public record Document(
        UUID id,
        ContentHash original,
        String owner,
        String fileName,
        DocumentKind kind,
        Visibility visibility,
        @Nullable UUID supersedes) {

    /** The reader names under which it can be found; none when everybody may. */
    public Set<String> readers(Set<String> parties) {
        if (visibility == Visibility.PUBLIC) {
            return Set.of();
        }
        Set<String> readers = new HashSet<>();
        readers.add(owner);
        parties.forEach(state -> readers.add(Caller.officialsOf(state)));
        return readers;
    }

    /** @param parties the states whose officials may read what is restricted */
    public boolean isReadable(Caller caller, Set<String> parties) {
        return visibility == Visibility.PUBLIC || !Collections.disjoint(readers(parties), caller.readerNames());
    }
}
