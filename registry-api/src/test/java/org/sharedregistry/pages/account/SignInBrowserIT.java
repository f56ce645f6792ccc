package org.sharedregistry.pages.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.sharedregistry.pages.BrowserTest;

/** Signing in and out, and what becomes of a form whose session has ended. */
class SignInBrowserIT extends BrowserTest {

    @Test
    void leadsBackToWhereSomebodyWantedToGo() {
        open("/account?lang=en");
        assertThat(browser().getCurrentUrl()).contains("/sign-in");
        type("account", "officer-BY");
        type("password", password("officer-BY"));
        element("main form button").click();
        await(urlContains("/account"));
        assertThat(text()).contains("officer-BY", "Customs officer", "Belarus");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfAnUnknownAccount() {
        assertThat(refusalOf("officer-RU", "wrong")).isEqualTo(refusalOf("nobody-of-this-name", "wrong"));
    }

    @Test
    void letsWhoeverFailsOftenWait() {
        for (int failure = 1; failure <= 5; failure++) {
            refusalOf("ru-cert-ural", "wrong");
        }
        assertThat(refusalOf("ru-cert-ural", password("ru-cert-ural"))).contains("Wait 15 minutes");
    }

    @Test
    void takesANewSessionOnSigningIn() {
        open("/sign-in");
        signInAs("officer-BY");
        String first = session().getValue();
        open("/sign-in");
        signInAs("officer-BY");
        assertThat(session().getValue()).isNotEqualTo(first);
    }

    @Test
    void signsOutEverywhere() {
        signInAs("by-cert-minsk");
        Cookie elsewhere = session();
        browser().manage().deleteAllCookies();
        signInAs("by-cert-minsk");
        open("/account?lang=en");
        element("form[action$=end] button").click();
        await(urlContains("/sign-in"));
        browser().manage().addCookie(elsewhere);
        open("/account");
        assertThat(browser().getCurrentUrl()).contains("/sign-in");
    }

    @Test
    void goesNowhereElseAfterSigningIn() {
        open("/sign-in?next=//elsewhere.example/");
        type("account", "officer-BY");
        type("password", password("officer-BY"));
        element("main form button").click();
        await(page -> !page.findElements(By.cssSelector("header form button")).isEmpty());
        assertThat(browser().getCurrentUrl()).isEqualTo(base() + "/");
    }

    private String refusalOf(String account, String password) {
        open("/sign-in?lang=en");
        type("account", account);
        type("password", password);
        element("main form button").click();
        await(urlContains("failed="));
        return element("[role=alert]").getText();
    }

    private Cookie session() {
        return requireNonNull(browser().manage().getCookieNamed("SESSION"));
    }
}
