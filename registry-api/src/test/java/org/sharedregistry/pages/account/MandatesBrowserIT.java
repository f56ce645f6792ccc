package org.sharedregistry.pages.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.numberOfElementsToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.pages.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manufacturer has somebody else act for it, for some time. */
class MandatesBrowserIT extends BrowserTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final String MAKER = "neman-mikro";
    private static final String REPRESENTATIVE = "svisloch-kholod";

    @Autowired
    private RecordLog log;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void forgetMandates() {
        jdbc.sql("delete from mandate").update();
    }

    @Test
    void letsARepresentativeFileUnderItsOwnNameUntilTheMandateIsRevoked() {
        give(
                REPRESENTATIVE,
                LocalDate.now(MOSCOW).minusDays(1),
                LocalDate.now(MOSCOW).plusDays(30));
        assertThat(text()).contains("The mandate is recorded", REPRESENTATIVE, "No. 17 of 1 November");
        requireAccessible();
        picture("mandates");
        String revocation = requireNonNull(element("form[action$=revocation]").getDomAttribute("action"));

        forget();
        signInAs(REPRESENTATIVE);
        open("/account/mandates?lang=en");
        press(element("form[action$=choice] button"));
        await(urlContains("/desk"));
        assertThat(element("header").getText()).contains("You act for Neman-Mikroelektronika");
        requireAccessible();
        open("/desk/goods/new?lang=en");
        type("nameEn", "Relay of the representative");
        press(element("main form button"));
        await(urlContains("done=entered"));
        picture("acting-for");
        String entry = requireNonNull(browser().getCurrentUrl()).replaceAll(".*/goods/([^?]+).*", "$1");
        assertThat(as(MAKER).get("/api/v1/goods/" + entry).status()).isEqualTo(200);
        assertThat(as(REPRESENTATIVE).get("/api/v1/goods/" + entry).status()).isEqualTo(404);
        assertThat(log.about(List.of(entry)))
                .extracting(line -> line.entry().actor())
                .containsOnly(REPRESENTATIVE);
        open("/account/people");
        assertThat(text()).doesNotContain(MAKER);

        assertThat(as(MAKER).post(revocation, Map.of(), Map.of()).status()).isEqualTo(302);
        open("/desk/goods/" + entry + "?lang=en");
        assertThat(text()).contains("does not allow");
        open("/desk?lang=en");
        assertThat(element("header").getText()).doesNotContain("You act for");
    }

    @Test
    void asksOnceMoreBeforeAFormThatWasBegunForAnotherIsSent() {
        give(REPRESENTATIVE, LocalDate.now(MOSCOW), LocalDate.now(MOSCOW));
        forget();
        signInAs(REPRESENTATIVE);
        open("/desk/goods/new?lang=en");
        String begun = browser().getWindowHandle();
        type("nameEn", "Begun for the own organisation");
        browser().switchTo().newWindow(WindowType.TAB);
        open("/account/mandates?lang=en");
        press(element("form[action$=choice] button"));
        await(urlContains("/desk"));
        browser().switchTo().window(begun);
        press(element("main form button"));
        await(urlContains("/kept-form"));
        assertThat(text()).contains("Begun for the own organisation");
        assertThat(element("header").getText()).contains("You act for Neman-Mikroelektronika");
    }

    @Test
    void opensNothingBeforeItsFirstDayAndAfterItsLast() {
        give(
                REPRESENTATIVE,
                LocalDate.now(MOSCOW).plusDays(2),
                LocalDate.now(MOSCOW).plusDays(30));
        give(
                REPRESENTATIVE,
                LocalDate.now(MOSCOW).minusDays(30),
                LocalDate.now(MOSCOW).minusDays(2));
        forget();
        signInAs(REPRESENTATIVE);
        open("/account/mandates?lang=en");
        assertThat(elements("form[action$=choice]")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAMandate() {
        signInAs(MAKER);
        for (String account : new String[] {"nobody-of-this-name", MAKER, "ru-cert-ural", "authority-RU-1"}) {
            fill(account, LocalDate.now(MOSCOW), LocalDate.now(MOSCOW).plusDays(1));
            await(numberOfElementsToBe(By.cssSelector("#account[aria-invalid=true]"), 1));
        }
        fill(REPRESENTATIVE, LocalDate.now(MOSCOW), LocalDate.now(MOSCOW).minusDays(1));
        await(numberOfElementsToBe(By.cssSelector("#until[aria-invalid=true]"), 1));
        assertThat(element("#document").getDomProperty("value")).isEqualTo("No. 17 of 1 November");
        requireAccessible();
    }

    @Test
    void speaksThreeLanguagesAlsoOnATelephone() {
        signInAs(MAKER);
        resize(PHONE);
        for (String language : new String[] {"ru", "be", "en"}) {
            open("/account/mandates?lang=" + language);
            assertThat(text()).doesNotContain("??");
            requireAccessible();
        }
    }

    private void give(String account, LocalDate from, LocalDate until) {
        signInAs(MAKER);
        fill(account, from, until);
        await(urlContains("done=given"));
    }

    private void fill(String account, LocalDate from, LocalDate until) {
        open("/account/mandates?lang=en");
        type("account", account);
        day("from", from);
        day("until", until);
        type("document", "No. 17 of 1 November");
        press(element("form.stack button"));
    }

    /** How a day is typed depends on the browser's language, not on the page's. */
    private void day(String name, LocalDate day) {
        ((JavascriptExecutor) browser())
                .executeScript(
                        "arguments[0].value = arguments[1]", browser().findElement(By.name(name)), day.toString());
    }

    private void forget() {
        browser().manage().deleteAllCookies();
    }

    private void press(WebElement button) {
        ((JavascriptExecutor) browser()).executeScript("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
    }
}
