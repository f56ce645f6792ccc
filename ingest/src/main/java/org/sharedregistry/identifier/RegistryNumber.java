package org.sharedregistry.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a goods entry: {@code <regime>-<state>-<year>-<6 digits>-<check>}, such as {@code
 * union-state-BY-2026-000001-O}. It can stand in an address as it is. The check character is that of ISO 7064,
 * MOD 37,36, over the letters and digits before it, in capitals: it finds every single wrong character.
 *
 * @param regime small Latin letters and digits, parted by hyphens, at most {@value #LONGEST_REGIME}
 * @param state ISO 3166-1 alpha-2
 * @param year 2000 to 2099
 * @param serial 0 to 999,999
 */
public record RegistryNumber(String regime, String state, int year, int serial) {

    static final int LONGEST_REGIME = 40;
    static final String FORM = "(?<regime>[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*?)-(?<state>[A-Z]{2})-(?<year>20\\d{2})"
            + "-(?<serial>\\d{6})-(?<check>[0-9A-Z])";

    private static final Pattern WHOLE = Pattern.compile(FORM);
    private static final Pattern REGIME = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public RegistryNumber {
        require(regime.length() <= LONGEST_REGIME && REGIME.matcher(regime).matches(), "regime", regime);
        require(state.matches("[A-Z]{2}"), "state", state);
        require(year >= 2000 && year <= 2099, "year", year);
        require(serial >= 0 && serial <= 999_999, "serial", serial);
    }

    /** A number with its check character. */
    public static RegistryNumber of(String regime, String state, int year, int serial) {
        return new RegistryNumber(regime, state, year, serial);
    }

    /** Reads a number in small or capital letters; empty when it has another form or its check character is wrong. */
    public static Optional<RegistryNumber> parse(String raw) {
        if (raw.length() > Identifiers.LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = WHOLE.matcher(CleanText.of(raw).text());
        if (!matcher.matches() || matcher.group("regime").length() > LONGEST_REGIME) {
            return Optional.empty();
        }
        RegistryNumber number = new RegistryNumber(
                matcher.group("regime").toLowerCase(Locale.ROOT),
                matcher.group("state"),
                Integer.parseInt(matcher.group("year")),
                Integer.parseInt(matcher.group("serial")));
        return Optional.of(number)
                .filter(right -> right.check() == matcher.group("check").charAt(0));
    }

    static boolean isRight(String number) {
        return parse(number).isPresent();
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
        String signs = Normalised.lettersAndDigits(withoutCheck().toUpperCase(Locale.ROOT));
        for (int i = 0; i < signs.length(); i++) {
            int sum = (product + ALPHABET.indexOf(signs.charAt(i))) % modulus;
            product = (sum == 0 ? modulus : sum) * 2 % (modulus + 1);
        }
        return ALPHABET.charAt((modulus + 1 - product) % modulus);
    }

    private static void require(boolean holds, String part, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("Not a " + part + " of a registry number: " + value);
        }
    }
}
