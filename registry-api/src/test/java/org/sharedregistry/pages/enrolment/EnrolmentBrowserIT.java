package org.sharedregistry.pages.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.numberOfElementsToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.sharedregistry.pages.BrowserTest;

/** An organisation asks to be let in, and an authority decides. */
class EnrolmentBrowserIT extends BrowserTest {

    private static final String PASSWORD = "correct horse battery";

    @Test
    void letsNobodyInBeforeTheAuthorityHasConfirmed() {
        signUp("RU", "0099000102", "<b>Volga</b> Relay", "volga-anna");
        await(urlContains("/sign-up/sent"));
        assertThat(text()).contains("Waiting for confirmation");
        signInWith("volga-anna");
        await(urlContains("failed=wrong"));

        signInAs("authority-BY-1");
        open("/enrolments?lang=en");
        assertThat(text()).doesNotContain("Volga");
        signOut();

        signInAs("authority-RU-1");
        open("/enrolments?lang=en");
        assertThat(text()).contains("<b>Volga</b> Relay", "0099000102", "volga-anna", "came today");
        requireAccessible();
        picture("enrolments");
        assertThat(as("authority-BY-1")
                        .post(path("volga-anna", "confirmation"), Map.of(), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(as("ru-cert-ural")
                        .post(path("volga-anna", "confirmation"), Map.of(), Map.of())
                        .status())
                .isEqualTo(403);
        press(cardOf("volga-anna").findElement(By.cssSelector("form[action$=confirmation] button")));
        await(urlContains("done=confirmed"));
        signOut();

        signInWith("volga-anna");
        await(numberOfElementsToBe(By.cssSelector("header form button"), 1));
        open("/desk/goods/new?lang=en");
        type("nameEn", "Relay RV-1");
        press(element("main form button"));
        await(urlContains("done=entered"));
        assertThat(text()).contains("Saved as a draft");
    }

    @Test
    void refusesWithAReasonThatHasToBeGiven() {
        signUp("BY", "199990113", "Dnieper Pumps", "dnieper-ivan");
        await(urlContains("/sign-up/sent"));
        signInAs("authority-BY-1");
        open("/enrolments?lang=en");
        press(cardOf("dnieper-ivan").findElement(By.cssSelector("summary")));
        press(cardOf("dnieper-ivan").findElement(By.cssSelector("form[action$=refusal] button")));
        await(numberOfElementsToBe(By.cssSelector("textarea[aria-invalid=true]"), 1));
        requireAccessible();
        element("textarea[aria-invalid=true]").sendKeys("The organisation says it did not ask.");
        press(cardOf("dnieper-ivan").findElement(By.cssSelector("form[action$=refusal] button")));
        await(urlContains("done=refused"));
        assertThat(text()).doesNotContain("dnieper-ivan");
        signOut();
        signInWith("dnieper-ivan");
        await(urlContains("failed=wrong"));
    }

    @Test
    void saysBesideEachFieldWhatIsWrongAndKeepsWhatWasTyped() {
        open("/sign-up?lang=en");
        requireAccessible();
        fill("RU", "0099000103", "Volga Relay", "volga-boris", "a".repeat(73));
        press(element("main form button"));
        await(numberOfElementsToBe(By.cssSelector("#number[aria-invalid=true]"), 1));
        assertThat(text()).contains("check digit does not fit", "no more than 72 bytes");
        assertThat(element("#name").getDomProperty("value")).isEqualTo("Volga Relay");
        assertThat(element("#password").getDomProperty("value")).isEmpty();
        requireAccessible();
        picture("sign-up");
        type("number", "0099000110");
        type("password", "short");
        press(element("main form button"));
        await(numberOfElementsToBe(By.cssSelector("#number[aria-invalid=true]"), 0));
        assertThat(text()).contains("at least 12 characters");
    }

    @Test
    void sendsWhoIsEnrolledAlreadyToThePeopleThere() {
        signUp("BY", "199999016", "Somebody Else", "somebody-else");
        await(numberOfElementsToBe(By.cssSelector("#number[aria-invalid=true]"), 1));
        assertThat(text()).contains("Ask them to invite you");
    }

    @Test
    void givesNoNameTwice() {
        signUp("RU", "0099000127", "Volga Relay", "OPERATOR");
        await(numberOfElementsToBe(By.cssSelector("#account[aria-invalid=true]"), 1));
        assertThat(text()).contains("This name is taken");
    }

    @Test
    void speaksThreeLanguagesAlsoOnATelephone() {
        resize(PHONE);
        for (Map.Entry<String, String> each : Map.of(
                        "en", "Sign up an organisation",
                        "ru", "Регистрация организации",
                        "be", "Рэгістрацыя арганізацыі")
                .entrySet()) {
            open("/sign-up?lang=" + each.getKey());
            assertThat(element("h1").getText()).isEqualTo(each.getValue());
            assertThat(text()).doesNotContain("??");
            requireAccessible();
        }
        picture("sign-up-phone");
    }

    private void signUp(String state, String number, String name, String account) {
        open("/sign-up?lang=en");
        fill(state, number, name, account, PASSWORD);
        press(element("main form button"));
    }

    private void fill(String state, String number, String name, String account, String password) {
        press(element("[name=role][value=MANUFACTURER]"));
        press(element("[name=state][value=" + state + "]"));
        type("number", number);
        type("name", name);
        type("address", "1 Example Street");
        type("account", account);
        type("email", account + "@firm.example");
        type("password", password);
    }

    private void signInWith(String account) {
        open("/sign-in?lang=en");
        type("account", account);
        type("password", PASSWORD);
        press(element("main form button"));
    }

    private void signOut() {
        browser().manage().deleteAllCookies();
    }

    private WebElement cardOf(String account) {
        return elements("main .card").stream()
                .filter(card -> card.getText().contains(account))
                .findFirst()
                .orElseThrow();
    }

    /** Where the form of an enrolment leads that is shown. */
    private String path(String account, String decision) {
        return String.valueOf(cardOf(account)
                .findElement(By.cssSelector("form[action$=" + decision + "]"))
                .getDomAttribute("action"));
    }

    private void press(WebElement button) {
        ((JavascriptExecutor) browser()).executeScript("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
    }
}
