package org.sharedregistry.pages.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.numberOfElementsToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.sharedregistry.Client;
import org.sharedregistry.pages.BrowserTest;

/** The people of an organisation let each other in and out. */
class PeopleBrowserIT extends BrowserTest {

    private static final String MAKER = "neman-mikro";
    private static final String PASSWORD = "correct horse battery";

    @Test
    void makesOneAccountOfAnInvitationAndEndsItsSessionsWithIt() {
        String link = invite("vera@firm.example");
        forget();
        join(link, "neman-vera");
        await(urlContains("/sign-in"));
        assertThat(text()).contains("Your account is made");
        signInWith("neman-vera", PASSWORD);
        await(numberOfElementsToBe(By.cssSelector("header form button"), 1));
        open("/account?lang=en");
        assertThat(text()).contains("neman-vera", "Manufacturer", "Belarus");
        press(element("form[action$=key] button"));
        Client vera =
                new Client(base(), await(page -> page.findElement(By.id("key"))).getText());
        assertThat(vera.get("/api/v1/documents/filed").status()).isEqualTo(200);
        Set<Cookie> ofVera = browser().manage().getCookies();

        forget();
        browser().get(link);
        assertThat(text()).contains("This link no longer works");
        requireAccessible();

        signInAs(MAKER);
        open("/account/people?lang=en");
        assertThat(text()).contains("neman-vera", "vera@firm.example");
        press(item("neman-vera").findElement(By.cssSelector("summary")));
        press(item("neman-vera").findElement(By.cssSelector("form button")));
        await(urlContains("done=closed"));
        assertThat(vera.get("/api/v1/documents/filed").status()).isEqualTo(401);
        assertThat(text()).doesNotContain("neman-vera");

        forget();
        open("/sign-in");
        ofVera.forEach(cookie -> browser().manage().addCookie(cookie));
        open("/account");
        assertThat(browser().getCurrentUrl()).contains("/sign-in");
        signInWith("neman-vera", PASSWORD);
        await(urlContains("failed=wrong"));
    }

    @Test
    void saysWhatIsWrongWithAnInvitationAndTakesItBack() {
        signInAs(MAKER);
        open("/account/people?lang=en");
        requireAccessible();
        type("email", "no address");
        press(element("form[action$=invitations] button"));
        await(numberOfElementsToBe(By.cssSelector("#email[aria-invalid=true]"), 1));
        requireAccessible();
        type("email", "oleg@firm.example");
        press(element("form[action$=invitations] button"));
        String link = await(page -> page.findElement(By.id("link"))).getText();
        assertThat(text()).contains("oleg@firm.example");
        requireAccessible();
        picture("people");
        press(item("oleg@firm.example").findElement(By.cssSelector("button")));
        await(urlContains("done=withdrawn"));
        forget();
        browser().get(link);
        assertThat(text()).contains("This link no longer works");
    }

    @Test
    void leavesAnInvitationGoodUntilTheAccountCouldBeMade() {
        String link = invite("roma@firm.example");
        forget();
        join(link, MAKER);
        await(numberOfElementsToBe(By.cssSelector("#account[aria-invalid=true]"), 1));
        requireAccessible();
        picture("invited");
        type("account", "neman-roma");
        type("password", PASSWORD);
        press(element("main form button"));
        await(urlContains("/sign-in"));
    }

    @Test
    void letsNobodyCloseTheAccountsOfOthers() {
        String closing = "/account/people/closing";
        assertThat(as(MAKER)
                        .post(closing + "?account=officer-BY", Map.of(), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(as(MAKER)
                        .post(closing + "?account=" + MAKER, Map.of(), Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(as("officer-BY")
                        .post(closing + "?account=" + MAKER, Map.of(), Map.of())
                        .status())
                .isEqualTo(403);
        signInAs(MAKER);
        open("/account");
        assertThat(text()).contains(MAKER);
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        String account = "neman-pavel";
        String link = invite("pavel@firm.example");
        forget();
        join(link, account);
        await(urlContains("/sign-in"));
        signInWith(account, PASSWORD);
        await(numberOfElementsToBe(By.cssSelector("header form button"), 1));
        Set<Cookie> elsewhere = browser().manage().getCookies();
        forget();
        signInWith(account, PASSWORD);
        await(numberOfElementsToBe(By.cssSelector("header form button"), 1));

        open("/account/password?lang=en");
        requireAccessible();
        change("not the password", "another good password");
        await(numberOfElementsToBe(By.cssSelector("#oldPassword[aria-invalid=true]"), 1));
        change(PASSWORD, "a".repeat(73));
        await(numberOfElementsToBe(By.cssSelector("#password[aria-invalid=true]"), 1));
        assertThat(text()).contains("no more than 72 bytes");
        requireAccessible();
        picture("password");
        change(PASSWORD, "another good password");
        await(urlContains("done=password"));
        assertThat(text()).contains("Your password was changed");

        forget();
        open("/sign-in");
        elsewhere.forEach(cookie -> browser().manage().addCookie(cookie));
        open("/account");
        assertThat(browser().getCurrentUrl()).contains("/sign-in");
        signInWith(account, "another good password");
        await(numberOfElementsToBe(By.cssSelector("header form button"), 1));
    }

    @Test
    void speaksThreeLanguagesAlsoOnATelephone() {
        signInAs(MAKER);
        resize(PHONE);
        for (String path : new String[] {"/account/people", "/account/password", "/account"}) {
            for (String language : new String[] {"ru", "be", "en"}) {
                open(path + "?lang=" + language);
                assertThat(text()).doesNotContain("??");
                requireAccessible();
            }
        }
    }

    /** Invites as the maker and gives the link. */
    private String invite(String email) {
        signInAs(MAKER);
        open("/account/people?lang=en");
        type("email", email);
        press(element("form[action$=invitations] button"));
        return await(page -> page.findElement(By.id("link"))).getText();
    }

    private void join(String link, String account) {
        browser().get(link + "?lang=en");
        type("account", account);
        type("password", PASSWORD);
        press(element("main form button"));
    }

    private void change(String oldPassword, String password) {
        type("oldPassword", oldPassword);
        type("password", password);
        press(element("main form button"));
    }

    private void signInWith(String account, String password) {
        open("/sign-in?lang=en");
        type("account", account);
        type("password", password);
        press(element("main form button"));
    }

    private void forget() {
        browser().manage().deleteAllCookies();
    }

    private WebElement item(String text) {
        return elements("main li.item").stream()
                .filter(item -> item.getText().contains(text))
                .findFirst()
                .orElseThrow();
    }

    private void press(WebElement button) {
        ((JavascriptExecutor) browser()).executeScript("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
    }
}
