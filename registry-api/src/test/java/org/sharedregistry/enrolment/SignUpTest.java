package org.sharedregistry.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.access.Role;

class SignUpTest {

    private static final NewPerson PERSON = new NewPerson("anna", "anna@firm.example", "correct horse battery", "en");

    @ParameterizedTest
    @CsvSource({
        "RU, 0099000102, 0099000102",
        "RU, ' 0099 000 102', 0099000102",
        "BY, 199990113, 199990113",
    })
    void takesNumbersWhoseCheckDigitFits(String state, String typed, String recorded) {
        SignUp signUp = signUp(state, typed);
        assertThat(signUp.flaws()).isEmpty();
        assertThat(signUp.taxId()).isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({
        "RU, 0099000103, INN_CHECK_DIGIT",
        "RU, 00990001, INN_FORM",
        "RU, 199990113, INN_FORM",
        "BY, 199990114, UNP_CHECK_DIGIT",
        "BY, 0099000102, UNP_FORM",
        "BY, '', UNP_FORM",
        "KZ, 0099000102, STATE",
    })
    void saysWhatIsWrongWithANumber(String state, String typed, Flaw flaw) {
        assertThat(signUp(state, typed).flaws()).containsExactly(flaw);
    }

    @Test
    void takesPasswordsFromTwelveCharactersToSeventyTwoBytes() {
        assertThat(withPassword("a".repeat(11)).flaws()).containsExactly(Flaw.PASSWORD_SHORT);
        assertThat(withPassword("a".repeat(12)).flaws()).isEmpty();
        assertThat(withPassword("a".repeat(72)).flaws()).isEmpty();
        assertThat(withPassword("a".repeat(73)).flaws()).containsExactly(Flaw.PASSWORD_LONG);
        assertThat(withPassword("ж".repeat(36)).flaws()).isEmpty();
        assertThat(withPassword("ж".repeat(37)).flaws()).containsExactly(Flaw.PASSWORD_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Анна-1", "anna b", "-anna", "<b>anna</b>"})
    void takesOnlyAccountNamesThatCannotBeMistaken(String account) {
        assertThat(new NewPerson(account, "anna@firm.example", "correct horse battery", "en").flaws())
                .containsExactly(Flaw.ACCOUNT_FORM);
    }

    @Test
    void keepsNamesThatStandInRecordsForSomebodyElse() {
        assertThat(new NewPerson("System", "anna@firm.example", "correct horse battery", "en").flaws())
                .containsExactly(Flaw.ACCOUNT_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "anna@firm", "anna@firm.example, eve@firm.example", "a\r\nBcc: b@c.example"})
    void takesOneEmailAddress(String email) {
        assertThat(new NewPerson("anna", email, "correct horse battery", "en").flaws())
                .containsExactly(Flaw.EMAIL);
    }

    @Test
    void asksBodiesForTheirAccreditation() {
        assertThat(new SignUp(
                                UUID.randomUUID(),
                                "RU",
                                "0099000102",
                                Role.BODY,
                                " ",
                                "Ural-Test",
                                "1 Example Street",
                                PERSON)
                        .flaws())
                .containsExactly(Flaw.ACCREDITATION);
    }

    @Test
    void letsNobodyAskForTheRoleOfAnAuthority() {
        assertThat(new SignUp(
                                UUID.randomUUID(),
                                "RU",
                                "0099000102",
                                Role.AUTHORITY,
                                "",
                                "Ural-Test",
                                "1 Example Street",
                                PERSON)
                        .flaws())
                .containsExactly(Flaw.ROLE);
    }

    private static NewPerson withPassword(String password) {
        return new NewPerson("anna", "anna@firm.example", password, "en");
    }

    private static SignUp signUp(String state, String number) {
        return new SignUp(
                UUID.randomUUID(), state, number, Role.MANUFACTURER, "", "Neman-Test", "1 Example Street", PERSON);
    }
}
