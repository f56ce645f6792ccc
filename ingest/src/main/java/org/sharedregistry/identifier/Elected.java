package org.sharedregistry.identifier;

/**
 * A number that several readings of one line agree on.
 *
 * @param start offset in the line where it stands; the whole line where that reading alone does not show it
 * @param end offset behind its last character
 * @param votes by how many readings it leads whatever else it could be, in the sign that they agree on least
 * @param heard how many readings show a number in its place
 */
public record Elected(int start, int end, Reading reading, int votes, int heard) {

    private static final int SURE_LEAD = 2;

    /** Whether it can be taken for the number that stands there; otherwise it is a guess for a person to look at. */
    public boolean isSure() {
        return votes >= SURE_LEAD;
    }
}
