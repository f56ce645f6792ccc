package org.sharedregistry.scans;

/** What a paper or its scan went through. */
public enum Noise {
    CLEAN,
    /** Specks and a noisy sensor. */
    GRAIN,
    /** Laid askew, by up to 6 degrees. */
    SKEW,
    QUARTER_TURN_OR_UPSIDE_DOWN,
    /** A round blue stamp across the number. */
    STAMP,
    /** Fine coloured waves under the text. */
    GUILLOCHE,
    /** Compressed too much. */
    JPEG,
    /** Scanned at 120 to 150 dpi. */
    LOW_RESOLUTION,
    /** Little contrast in uneven light. */
    FADED,
    /** Taken with a telephone from not quite above. */
    PHOTO,
    PUNCHED_AND_FOLDED;

    boolean isColoured() {
        return this == STAMP || this == GUILLOCHE || this == JPEG || this == PHOTO;
    }
}
