package org.sharedregistry.enrolment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.sharedregistry.access.PasswordFlaw;

/**
 * The person who is to have an account.
 *
 * @param account the name it is to have
 * @param language of the page that it came from, for notices
 */
public record NewPerson(String account, String email, String password, String language) {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{2,63}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]{1,64}@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:.]{2,}");
    private static final int LONGEST_EMAIL = 254;

    /** Names that stand in records for somebody else. */
    private static final Set<String> RESERVED = Set.of("public", "system", "registry");

    public NewPerson {
        account = account.strip();
        email = email.strip();
    }

    Set<Flaw> flaws() {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        if (!ACCOUNT.matcher(account).matches()) {
            flaws.add(Flaw.ACCOUNT_FORM);
        }
        if (RESERVED.contains(account.toLowerCase(Locale.ROOT))) {
            flaws.add(Flaw.ACCOUNT_TAKEN);
        }
        if (!isEmail(email)) {
            flaws.add(Flaw.EMAIL);
        }
        PasswordFlaw.of(password)
                .map(flaw -> flaw == PasswordFlaw.TOO_SHORT ? Flaw.PASSWORD_SHORT : Flaw.PASSWORD_LONG)
                .ifPresent(flaws::add);
        return flaws;
    }

    static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

    @Override
    public String toString() {
        return account;
    }
}
