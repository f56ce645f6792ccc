package org.sharedregistry.benchmark;

/**
 * A number out of a series, whose numbers differ in their serial alone.
 *
 * @param form a number with {@code #} for each digit of the serial
 */
record SeriesNumber(String form, int serial) {

    @Override
    public String toString() {
        return withDigits(digits());
    }

    /** The serial as printed. */
    String digits() {
        return ("%0" + width() + "d").formatted(serial);
    }

    String withDigits(String digits) {
        return form.replace("#".repeat(width()), digits);
    }

    int width() {
        return form.lastIndexOf('#') - form.indexOf('#') + 1;
    }
}
