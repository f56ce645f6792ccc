package org.sharedregistry.pages.authority;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.decision.ProposalView;
import org.sharedregistry.decision.Queue.Kind;

/**
 * One thing that waits for an authority, as its list shows it. Public, as all that templates read.
 *
 * @param age days since it began to wait
 * @param daysLeft until the day by which it must be decided; negative once that has passed, null where no clock runs
 * @param proposal that waits for a second person; null for other things
 */
public record Waiting(
        Kind kind,
        String number,
        String name,
        String manufacturer,
        LocalDate since,
        long age,
        @Nullable LocalDate due,
        @Nullable Long daysLeft,
        @Nullable ProposalView proposal) {

    private static final int SOON = 7;

    /** Its key among the messages: {@code late}, {@code today}, {@code soon}, {@code later}, {@code asked} or {@code none}. */
    public String urgency() {
        if (daysLeft == null) {
            return kind == Kind.DECISION ? "asked" : "none";
        }
        if (daysLeft < 0) {
            return "late";
        }
        if (daysLeft == 0) {
            return "today";
        }
        return daysLeft <= SOON ? "soon" : "later";
    }

    public long daysLate() {
        return daysLeft == null ? 0 : -daysLeft;
    }

    /** Whether one decision can be taken on it together with others. */
    public boolean isSelectable() {
        return kind == Kind.DECISION || kind == Kind.CONFIRMATION;
    }

    boolean mentions(String text) {
        return (number + " " + name + " " + manufacturer)
                .toLowerCase(Locale.ROOT)
                .contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
