package org.sharedregistry.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a goods entry: {@code <regime>-<state>-<year>-<6 digits>-<check>}, such as {@code
 * union-state-BY-2026-000001-K}. The check character is that of ISO 7064, MOD 37,36, over the letters and digits before it.
 */
public record RegistryNumber(String regime, String state, int year, int serial) {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String FORM = "([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*?)-([A-Z]{2})-(20\\d{2})-(\\d{6})-([0-9A-Z])";
    private static final Pattern WHOLE = Pattern.compile(FORM);

    public RegistryNumber {
        if (serial < 0 || serial > 999_999) {
            throw new IllegalArgumentException("A serial has six digits: " + serial);
        }
    }

    /** A number with its check character. */
    public static RegistryNumber of(String regime, String state, int year, int serial) {
        return new RegistryNumber(regime, state, year, serial);
    }

    /** Reads a folded number; empty when it has another form or its check character is wrong. */
    static Optional<RegistryNumber> parse(String folded) {
        Matcher matcher = WHOLE.matcher(folded);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        RegistryNumber number = new RegistryNumber(
                matcher.group(1).toLowerCase(Locale.ROOT),
                matcher.group(2),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)));
        return number.check() == matcher.group(5).charAt(0) ? Optional.of(number) : Optional.empty();
    }

    @Override
    public String toString() {
        return withoutCheck() + "-" + check();
    }

    private String withoutCheck() {
        return String.format(Locale.ROOT, "%s-%s-%d-%06d", regime, state, year, serial);
    }

    private char check() {
        int modulus = ALPHABET.length();
        int product = modulus;
        for (char sign : Normalised.lettersAndDigits(withoutCheck().toUpperCase(Locale.ROOT))
                .toCharArray()) {
            int sum = (product + ALPHABET.indexOf(sign)) % modulus;
            product = (sum == 0 ? modulus : sum) * 2 % (modulus + 1);
        }
        return ALPHABET.charAt((modulus + 1 - product) % modulus);
    }
}
