package org.sharedregistry.pages.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.numberOfElementsToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.titleIs;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.sharedregistry.Client.Answer;
import org.sharedregistry.pages.BrowserTest;

/** An authority at its queue, and two of its people over one entry. */
class AuthorityBrowserIT extends BrowserTest {

    private static final String FIRST = "authority-BY-1";
    private static final String SECOND = "authority-BY-2";

    @Test
    void recognisesGoodsByTwoPeopleAndAnOfficerSeesIt() {
        String number = submitted("A relay of two people");
        attest(number, "PRODUCTION_REGISTER_ENTRY", "10997801");
        attest(number, "EAEU_CERTIFICATE", "ЕАЭС RU С-BY.НА81.В.77801/26");
        signInAs(FIRST);
        open("/queue?lang=en&text=" + number);
        assertThat(text()).contains("A relay of two people", "30 days left");
        requireAccessible();
        press("th a");
        assertThat(text()).contains("What the rules ask", "Evidence", "Nothing has been decided yet");
        requireAccessible();
        press("#decide button");
        await(numberOfElementsToBe(By.cssSelector("#act[aria-invalid=true]"), 1));
        requireAccessible();
        fill("RECOGNIZE", "Order 17", "All evidence is there");
        press("#decide button");
        await(urlContains("done=proposed"));
        assertThat(text()).contains("A second person of your authority must confirm it");
        assertThat(elements("form[action$=confirmations]")).isEmpty();
        requireAccessible();
        picture("decision");
        resize(DESKTOP);
        secondPersonConfirms(number);
        assertThat(element("#decided").getText()).contains("Belarus: recognised", "Order 17", "All evidence is there");
        open("/?lang=en&destination=RU&number=" + number);
        assertThat(element("#verdict").getText()).isEqualTo("Recognised");
        open("/queue?lang=en&text=" + number);
        assertThat(text()).contains("Nothing in the queue fits this");
        open("/queue/goods/" + number + "?lang=en");
        fill("SUSPEND", "Order 3", "A complaint");
        press("#decide button");
        await(urlContains("done=proposed"));
        assertThat(text()).contains("It acts already");
        open("/?lang=en&destination=RU&number=" + number);
        assertThat(element("#verdict").getText()).isEqualTo("Not recognised");
    }

    @Test
    void decidesOnASelectedListAtOnceAndTellsEachOutcome() {
        List<String> numbers = List.of(submitted("Listed one"), submitted("Listed two"), submitted("Listed three"));
        signInAs(FIRST);
        open("/queue?lang=en&text=Listed");
        press("#all input");
        assertThat(elements("tbody input:checked")).hasSize(3);
        press("#selection button");
        await(titleIs("One decision for the selected goods"));
        requireAccessible();
        press("form[action$=decisions] button");
        await(numberOfElementsToBe(By.cssSelector("#reason[aria-invalid=true]"), 1));
        fill("REFUSE", "Order 18", "No evidence");
        requireAccessible();
        picture("selection");
        resize(DESKTOP);
        propose(FIRST, numbers.get(1), "RECOGNIZE");
        press("form[action$=decisions] button");
        await(titleIs("What was done"));
        assertThat(text()).contains("2 of 3 were taken", "The entry has changed since you saw it");
        requireAccessible();
        picture("outcomes");
        resize(DESKTOP);
        signOut();
        signInAs(SECOND);
        open("/queue/selection?lang=en&goods=" + numbers.get(0) + "&goods=" + numbers.get(2));
        press("form[action$=confirmations] button");
        await(titleIs("What was done"));
        assertThat(text()).contains("2 of 2 were taken");
        open("/queue/goods/" + numbers.get(2) + "?lang=en");
        assertThat(element("#decided").getText()).contains("Belarus: refused", "No evidence");
    }

    @Test
    void takesADecisionOnceHoweverOftenItIsSentAndShowsTheNewStateOnBack() {
        String number = submitted("Decided twice");
        signInAs(FIRST);
        open("/queue/goods/" + number + "?lang=en");
        fill("RECOGNIZE", "Order 19", "Twice");
        String twice = """
                const form = document.querySelector('#decide');
                const sent = () => fetch(form.getAttribute('action'), {method: 'POST', body: new URLSearchParams(new FormData(form))});
                const done = arguments[0];
                Promise.all([sent(), sent()]).then(all => done(all.map(each => each.url)));
                """;
        List<?> ends = (List<?>) ((JavascriptExecutor) browser()).executeAsyncScript(twice);
        assertThat(Set.copyOf(ends))
                .hasSize(1)
                .allMatch(end -> String.valueOf(end).contains("done=proposed"));
        open("/queue");
        browser().navigate().back();
        await(urlContains(number));
        assertThat(text()).contains("Waits for a second person");
        assertThat(as(FIRST).get("/api/v1/goods/" + number).json().at("/proceedings/proposals"))
                .hasSize(1);
    }

    @Test
    void tellsOfAChangeInBetweenAndLosesNothingTyped() {
        String number = submitted("Changed in between");
        signInAs(FIRST);
        open("/queue/goods/" + number + "?lang=en");
        fill("RECOGNIZE", "Order 20", "Typed for an hour");
        propose(SECOND, number, "RETURN");
        press("#decide button");
        await(numberOfElementsToBe(By.cssSelector("[role=alert]"), 1));
        assertThat(text()).contains("Somebody has changed this meanwhile", "Because");
        assertThat(element("#fresh").getText()).contains("the authority of BY");
        assertThat(value("reason")).isEqualTo("Typed for an hour");
        assertThat(value("act")).isEqualTo("Order 20");
        press("#decide button");
        await(urlContains("done=proposed"));
    }

    @Test
    void keepsADecisionWhoseSessionHadEnded() {
        String number = submitted("Kept for later");
        signInAs(FIRST);
        open("/queue/goods/" + number + "?lang=en");
        fill("REFUSE", "Order 21", "Kept over the break");
        browser().manage().deleteCookieNamed("SESSION");
        press("#decide button");
        await(urlContains("/sign-in"));
        type("account", FIRST);
        type("password", password(FIRST));
        press("main form button");
        await(urlContains("/kept-form"));
        assertThat(text()).contains("Kept over the break");
        press("main form button");
        await(urlContains("done=proposed"));
        assertThat(text()).contains("Kept over the break");
    }

    @Test
    void asksTheManufacturerAndReturnsAProposal() {
        String number = submitted("Asked about");
        propose(FIRST, number, "RECOGNIZE");
        signInAs(SECOND);
        open("/queue/goods/" + number + "?lang=en");
        press("details summary");
        element("details textarea").sendKeys("The report is too old");
        press("form[action$=rejections] button");
        await(urlContains("done=rejected"));
        press("#ask button");
        await(numberOfElementsToBe(By.cssSelector("#question[aria-invalid=true]"), 1));
        element("#question").sendKeys("Which plant makes it?");
        press("#ask button");
        await(urlContains("done=asked"));
        assertThat(element("#questions").getText()).contains("Which plant makes it?", "no reply yet");
        open("/queue?lang=en&text=" + number);
        assertThat(text()).contains("the clock stands");
    }

    @Test
    void recordsAFindingThatTheHomeAuthoritySettles() {
        String number = submitted("Stopped at the border");
        signInAs("officer-RU");
        open("/findings/new?lang=en&goods=" + number);
        requireAccessible();
        press("main form button");
        await(numberOfElementsToBe(By.cssSelector("#line[aria-invalid=true]"), 1));
        type("line", "10702070/231126/3000001, goods 4");
        type("reason", "The plate names another model");
        press("input[value=STOPPED]");
        press("main form button");
        await(urlContains("done=reported"));
        assertThat(element("[role=status]").getText()).contains("in its queue");
        picture("finding");
        resize(DESKTOP);
        signOut();
        signInAs(FIRST);
        open("/queue/goods/" + number + "?lang=en");
        assertThat(element("#findings").getText()).contains("The plate names another model");
        press("#findings summary");
        element("#findings textarea").sendKeys("A mixed-up plate, mended");
        press("#findings form button");
        await(urlContains("done=settled"));
        assertThat(element("#findings").getText()).contains("A mixed-up plate, mended");
    }

    @Test
    void recordsAStatusEventOnAnAttestation() {
        String id = attest(submitted("Attested"), "EAEU_CERTIFICATE", "ЕАЭС RU С-BY.НА81.В.77802/26");
        signInAs("by-cert-minsk");
        open("/attestations?lang=en");
        requireAccessible();
        picture("attestations");
        resize(DESKTOP);
        press("main table a");
        assertThat(text()).contains("What was decided on it", "Record a decision");
        signOut();
        signInAs(FIRST);
        open("/attestations/" + id + "?lang=en");
        assertThat(element("#status").getText()).isEqualTo("The document is valid");
        press("#decide button");
        await(numberOfElementsToBe(By.cssSelector("#reason[aria-invalid=true]"), 1));
        press("input[value=SUSPEND]");
        type("act", "Decision 5");
        type("reason", "The holder asked");
        requireAccessible();
        press("#decide button");
        await(urlContains("done=decided"));
        assertThat(element("#status").getText()).isEqualTo("The document is suspended");
        assertThat(text()).contains("Recorded.", "Decision 5", "The holder asked");
        assertThat(elements("#models")).isEmpty();
        picture("attestation");
        resize(PHONE);
        requireAccessible();
        picture("attestation-phone");
        resize(DESKTOP);
        signOut();
        open("/attestations/" + id + "?lang=en");
        assertThat(text()).contains("The document is suspended");
        assertThat(elements("#decide")).isEmpty();
    }

    @Test
    void isReadInThreeLanguagesOnADesktopAndAPhone() {
        signInAs(FIRST);
        String number = recognised();
        for (Map.Entry<String, String> each :
                Map.of("en", "Queue", "ru", "Очередь", "be", "Чарга").entrySet()) {
            open("/queue?lang=" + each.getKey());
            assertThat(element("h1").getText()).isEqualTo(each.getValue());
            assertThat(text()).doesNotContain("??");
            requireAccessible();
            open("/queue/goods/" + number);
            assertThat(text()).doesNotContain("??");
            requireAccessible();
            picture("case-" + each.getKey());
            resize(PHONE);
            requireAccessible();
            picture("case-phone-" + each.getKey());
            resize(DESKTOP);
        }
        open("/queue?lang=en");
        picture("queue");
        resize(PHONE);
        open("/queue?lang=ru");
        requireAccessible();
        picture("queue-phone");
    }

    @Test
    void isReadAndUsedWithoutScripts() {
        String number = submitted("Without scripts");
        withoutScripts();
        signInAs(FIRST);
        open("/queue?lang=en&text=" + number);
        assertThat(text()).contains("Without scripts", "30 days left");
        assertThat(element("#all").isDisplayed()).isFalse();
        element("input[name=goods]").click();
        element("#selection button").click();
        await(titleIs("One decision for the selected goods"));
        assertThat(text()).contains("Without scripts");
    }

    @Test
    void isNotForOthers() {
        signInAs("neman-mikro");
        open("/queue");
        assertThat(elements("#selection")).isEmpty();
        open("/findings/new?lang=en");
        assertThat(text()).contains("Your role does not allow this");
    }

    /** The number of goods of the demo with all their evidence, which Belarus has recognised. */
    private String recognised() {
        return anyone().get("/api/v1/goods", "q", "РК-300").at("/items/0/registryNumber");
    }

    private void secondPersonConfirms(String number) {
        if (!elements("header form button").isEmpty()) {
            signOut();
        }
        signInAs(SECOND);
        confirm(number);
    }

    private void confirm(String number) {
        open("/queue/goods/" + number + "?lang=en");
        press("form[action$=confirmations] button");
        await(urlContains("done=confirmed"));
    }

    private void signOut() {
        press("header form button");
        await(numberOfElementsToBe(By.cssSelector("header form button"), 0));
    }

    private void fill(String action, String act, String reason) {
        press("input[name=action][value=" + action + "]");
        type("act", act);
        type("reason", reason);
    }

    private void propose(String account, String number, String action) {
        Map<String, Object> proposal =
                new HashMap<>(Map.of("action", action, "from", "2026-11-01", "act", "An act", "reason", "Because"));
        String etag = as(account).get("/api/v1/goods/" + number).header("ETag");
        Answer made = as(account).post("/api/v1/goods/" + number + "/proposals", proposal, Map.of("If-Match", etag));
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
    }

    /** Enters evidence of goods; gives its id. */
    private String attest(String goods, String kind, String number) {
        Answer entered = as(FIRST)
                .post(
                        "/api/v1/attestations",
                        Map.of(
                                "kind",
                                kind,
                                "number",
                                number,
                                "manufacturer",
                                anyone().get("/api/v1/goods/" + goods).at("/manufacturer/id"),
                                "goods",
                                List.of(goods),
                                "content",
                                Map.of(
                                        "validFrom",
                                        "2026-01-01",
                                        "validTo",
                                        "2030-12-31",
                                        "regulations",
                                        List.of("ТР ТС 004/2011", "ТР ТС 020/2011"))),
                        Map.of());
        assertThat(entered.status()).as(entered.json().toString()).isEqualTo(201);
        return entered.at("/id");
    }

    private String submitted(String name) {
        String draft = as("neman-mikro")
                .post(
                        "/api/v1/goods",
                        Map.of(
                                "regime",
                                "union-state",
                                "description",
                                Map.of("names", Map.of("en", name), "hs", List.of("8536490000"))),
                        Map.of())
                .at("/id");
        return as("neman-mikro")
                .post("/api/v1/goods/" + draft + "/submission", Map.of(), Map.of())
                .at("/registryNumber");
    }

    private String value(String name) {
        return String.valueOf(browser().findElement(By.name(name)).getDomProperty("value"));
    }

    private void press(String css) {
        WebElement button = element(css);
        ((JavascriptExecutor) browser()).executeScript("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
    }
}
