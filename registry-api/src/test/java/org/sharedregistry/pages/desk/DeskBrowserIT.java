package org.sharedregistry.pages.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.numberOfElementsToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.sharedregistry.Client.Answer;
import org.sharedregistry.pages.BrowserTest;

/** A manufacturer and its goods. */
class DeskBrowserIT extends BrowserTest {

    private static final String MAKER = "neman-mikro";

    @Test
    void keepsWhatWasTypedBesideAMessageAndThenSavesAndSubmits() {
        signInAs(MAKER);
        open("/desk/goods/new?lang=en");
        requireAccessible();
        type("nameEn", "Relay RN-17");
        type("nameRu", "Реле РН-17");
        type("models", "РН-17");
        type("hs", "85x6");
        press("main form button");
        await(numberOfElementsToBe(By.cssSelector("#hs[aria-invalid=true]"), 1));
        assertThat(text()).contains("4, 6, 8, 9 or 10 digits");
        assertThat(value("nameRu")).isEqualTo("Реле РН-17");
        assertThat(value("hs")).isEqualTo("85x6");
        requireAccessible();
        type("hs", "8536490000");
        type("regulations", "ТР ТС 004/2011");
        press("main form button");
        await(urlContains("done=entered"));
        assertThat(text()).contains("Saved as a draft", "draft", "What recognition takes");
        requireAccessible();
        picture("desk-draft");
        press("form[action$=submission] button");
        await(urlContains("done=submitted"));
        assertThat(text()).contains("Belarus: awaits a decision");
        assertThat(elements(".reasons .BLOCKS")).isNotEmpty();
        picture("desk-submitted");
    }

    @Test
    void showsWhereGoodsStandAndWhatTheyLackInThreeLanguages() {
        signInAs(MAKER);
        for (Map.Entry<String, String> each :
                Map.of("en", "My goods", "ru", "Мои товары", "be", "Мае тавары").entrySet()) {
            open("/desk?lang=" + each.getKey());
            assertThat(element("h1").getText()).isEqualTo(each.getValue());
            assertThat(text()).doesNotContain("??");
            requireAccessible();
            picture("desk-" + each.getKey());
            resize(DESKTOP);
        }
        open("/desk?lang=en");
        assertThat(text()).contains("recognised", "suspended");
        resize(PHONE);
        open("/desk?lang=be");
        requireAccessible();
        picture("desk-phone");
    }

    @Test
    void enteredTwiceIsOneEntry() {
        signInAs(MAKER);
        open("/desk/goods/new?lang=en");
        type("nameEn", "Sent twice");
        String twice = """
                const form = document.querySelector('main form');
                const sent = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});
                const done = arguments[0];
                Promise.all([sent(), sent()]).then(all => done(all.map(each => each.url)));
                """;
        List<?> ends = (List<?>) ((JavascriptExecutor) browser()).executeAsyncScript(twice);
        assertThat(Set.copyOf(ends)).hasSize(1);
        open("/desk?lang=en");
        assertThat(elements("h3").stream().filter(each -> each.getText().equals("Sent twice")))
                .hasSize(1);
    }

    @Test
    void tellsThatSomebodyElseHasChangedTheEntry() {
        String draft = draft(MAKER, "Before");
        signInAs(MAKER);
        open("/desk/goods/" + draft + "?lang=en");
        type("nameEn", "Mine");
        String etag = as(MAKER).get("/api/v1/goods/" + draft).header("ETag");
        assertThat(as(MAKER)
                        .put(
                                "/api/v1/goods/" + draft,
                                Map.of("names", Map.of("en", "Theirs")),
                                Map.of("If-Match", etag))
                        .status())
                .isEqualTo(200);
        press("#entry form button");
        await(numberOfElementsToBe(By.cssSelector("#entry [role=alert]"), 1));
        assertThat(element("#entry [role=alert]").getText()).contains("Theirs");
        assertThat(value("nameEn")).isEqualTo("Mine");
        press("#entry form button");
        await(urlContains("done=changed"));
        assertThat(element("h1").getText()).isEqualTo("Mine");
    }

    @Test
    void showsGoodsOfOthersToNobody() {
        String draft = draft("okskiy-stanok", "Secret");
        signInAs(MAKER);
        open("/desk/goods/" + draft + "?lang=en");
        assertThat(text()).contains("There is nothing here").doesNotContain("Secret");
        open("/desk/goods/" + submitted("okskiy-stanok", "Known to all") + "?lang=en");
        assertThat(text()).contains("There is nothing here");
    }

    @Test
    void showsAScriptInANameAsText() {
        String name = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";
        String draft = draft(MAKER, name);
        signInAs(MAKER);
        open("/desk/goods/" + draft);
        assertThat(element("h1").getText()).isEqualTo(name);
        open("/desk");
        assertThat(browser().getTitle()).isNotEqualTo("run");
        assertThat(text()).contains(name);
    }

    @Test
    void savesAFormWhoseSessionHadEnded() {
        signInAs(MAKER);
        open("/desk/goods/new?lang=en");
        type("nameEn", "Typed for an hour");
        browser().manage().deleteCookieNamed("SESSION");
        press("main form button");
        await(urlContains("/sign-in"));
        type("account", MAKER);
        type("password", password(MAKER));
        press("main form button");
        await(urlContains("/kept-form"));
        assertThat(text()).contains("Typed for an hour");
        press("main form button");
        await(urlContains("done=entered"));
        assertThat(element("h1").getText()).isEqualTo("Typed for an hour");
    }

    @Test
    void repliesToAQuestion() {
        String number = submitted(MAKER, "Asked about");
        Answer asked = as("authority-BY-1")
                .post(
                        "/api/v1/goods/" + number + "/proposals",
                        Map.of("action", "RETURN", "from", "2026-11-01", "act", "Act", "reason", "Which plant?"),
                        Map.of(
                                "If-Match",
                                as("authority-BY-1")
                                        .get("/api/v1/goods/" + number)
                                        .header("ETag")));
        assertThat(asked.status()).as(asked.json().toString()).isBetween(200, 201);
        signInAs(MAKER);
        open("/desk?lang=en");
        assertThat(text()).contains("Which plant?", "reply by");
        open("/desk/goods/" + number + "?lang=en");
        press("#questions form button");
        await(numberOfElementsToBe(By.cssSelector("#questions [aria-invalid=true]"), 1));
        element("#questions textarea").sendKeys("The one in Grodno");
        press("#questions form button");
        await(urlContains("done=replied"));
        assertThat(element("#questions").getText()).contains("The one in Grodno");
        assertThat(elements("#questions form")).isEmpty();
    }

    @Test
    void settlesADifferenceWithAReason() {
        signInAs("svisloch-kholod");
        open("/desk/mismatches?lang=en");
        requireAccessible();
        picture("desk-mismatches");
        int before = elements("section.card").size();
        assertThat(before).isPositive();
        element("details summary").click();
        press("details form button");
        await(numberOfElementsToBe(By.cssSelector("[aria-invalid=true]"), 1));
        element("details[open] input[value=IMMATERIAL]").click();
        element("details[open] textarea").sendKeys("Renamed since");
        press("details[open] form button");
        await(urlContains("done=settled"));
        assertThat(elements("section.card")).hasSize(before - 1);
    }

    private String draft(String account, String name) {
        return as(account)
                .post(
                        "/api/v1/goods",
                        Map.of("regime", "union-state", "description", Map.of("names", Map.of("en", name))),
                        Map.of())
                .at("/id");
    }

    private String submitted(String account, String name) {
        return as(account)
                .post("/api/v1/goods/" + draft(account, name) + "/submission", Map.of(), Map.of())
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
