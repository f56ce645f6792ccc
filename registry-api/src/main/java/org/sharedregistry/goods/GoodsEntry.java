package org.sharedregistry.goods;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;

/**
 * An entry of the registry, apart from what its versions say.
 *
 * @param number null until the entry is submitted
 * @param submitted the sequence of the record of its submission; null until then
 * @param submittedOn its day in the regime's time zone
 * @param state where the goods are made
 * @param revision the sequence of the newest record about it
 */
public record GoodsEntry(
        UUID id,
        @Nullable String number,
        @Nullable Long submitted,
        @Nullable LocalDate submittedOn,
        String regime,
        String state,
        UUID manufacturer,
        long revision) {

    public boolean isDraft() {
        return number == null;
    }

    /** Whether it was submitted when the record of some sequence was the newest. */
    public boolean wasSubmittedBy(long known) {
        return submitted != null && submitted <= known;
    }

    /** What it is addressed by: its number, or before there is one its id. */
    public String address() {
        return Optional.ofNullable(number).orElseGet(id::toString);
    }

    /** Its state as an ETag. */
    public String etag() {
        return "\"" + revision + "\"";
    }

    /** Goes on only if the caller has seen the newest state of the entry. */
    public void requireUnchanged(String ifMatch) {
        if (!ifMatch.equals(etag())) {
            throw new RegistryProblem(
                    ProblemType.PRECONDITION_FAILED, "Read the entry again and decide on what it says now.");
        }
    }
}
