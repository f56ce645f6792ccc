package org.sharedregistry.pages.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;
import static org.openqa.selenium.support.ui.ExpectedConditions.numberOfElementsToBeMoreThan;
import static org.openqa.selenium.support.ui.ExpectedConditions.titleContains;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.sharedregistry.pages.BrowserTest;

/** A buyer with half a name, in a real browser. */
class SearchBrowserIT extends BrowserTest {

    private static final String FRIDGE = "/goods/union-state-BY-2026-000001-O";

    @ParameterizedTest
    @CsvSource({
        "ru, холодильн, Холодильник-морозильник двухкамерный РК-300, Признаётся, 'Да, считаются отечественными'",
        "be, халадзільн, Халадзільнік-маразільнік двухкамерны РК-300, Прызнаецца, 'Так, лічацца айчыннымі'",
        "en, refriger, Two-compartment refrigerator-freezer RK-300, Recognised, 'Yes, they count as domestic'"
    })
    void leadsFromHalfANameToAnExtract(String language, String words, String name, String verdict, String statement) {
        open("/search?lang=" + language);
        requireAccessible();
        type("q", words);
        await(numberOfElementsToBeMoreThan(By.cssSelector("#suggestions [role=option]"), 0));
        requireAccessible();
        element("#q").sendKeys(Keys.ESCAPE, Keys.ENTER);
        await(urlContains("q="));
        assertThat(elements("#hits h3")).extracting(WebElement::getText).contains(name);
        requireAccessible();
        picture("search-" + language);
        browser().findElement(By.linkText(name)).click();
        await(titleContains(name));
        assertThat(element("#verdicts").getText()).contains(verdict);
        requireAccessible();
        picture("entry-" + language);
        element("#verdicts a[href*='extract?destination=RU']").click();
        await(urlContains("/extract"));
        assertThat(element("#extract .verdict").getText()).isEqualTo(statement);
        assertThat(element("#extract").getText())
                .contains("union-state-BY-2026-000001-O", "199999016", "27.51.11.110", "knownAt=");
        requireAccessible();
        picture("extract-" + language);
    }

    @Test
    void takesASuggestionByTheKeyboard() {
        open("/search?lang=en");
        type("q", "РК-30");
        await(numberOfElementsToBeMoreThan(By.cssSelector("#suggestions [role=option]"), 0));
        element("#q").sendKeys(Keys.ARROW_DOWN);
        String chosen = element("#suggestions [aria-selected=true]").getText();
        element("#q").sendKeys(Keys.ENTER);
        await(urlContains("q="));
        assertThat(element("#q").getDomProperty("value")).isEqualTo(chosen);
        assertThat(elements("#hits > li")).isNotEmpty();
    }

    @Test
    void narrowsDownAndKeepsItAllInTheAddress() {
        open("/search?lang=en");
        int all = elements("#hits > li").size();
        facet("Russia").click();
        await(urlContains("recognizedIn=RU"));
        facet("Household appliances").click();
        await(urlContains("sector="));
        int narrowed = elements("#hits > li").size();
        assertThat(narrowed).isPositive().isLessThan(all);
        String address = requireNonNull(browser().getCurrentUrl());
        open("/");
        browser().get(address);
        assertThat(elements("#hits > li")).hasSize(narrowed);
        assertThat(elements("#facets a[aria-current]")).hasSize(2);
        String table = new String(
                anyone().get(requireNonNull(element("a[href*='/exports/goods']").getDomAttribute("href")))
                        .bytes(),
                UTF_8);
        assertThat(table.lines()).hasSize(narrowed + 1);
        browser().navigate().back();
        browser().navigate().back();
        await(urlContains("recognizedIn=RU"));
        facet("Russia").click();
        await(page -> !requireNonNull(page.getCurrentUrl()).contains("recognizedIn"));
        assertThat(elements("#hits > li")).hasSizeGreaterThan(narrowed);
    }

    @Test
    void findsPagesOfDocumentsAndMarksTheWords() {
        open("/search?view=documents&q=испытаний&lang=ru");
        assertThat(elements("#pages mark")).extracting(WebElement::getText).contains("испытаний");
        assertThat(element("#pages .snippet a").getDomAttribute("href")).contains("page=1", "q=");
        requireAccessible();
        resize(PHONE);
        requireAccessible();
        picture("search-documents-phone");
    }

    @Test
    void fitsAPhone() {
        resize(PHONE);
        open("/search?q=холод&lang=ru");
        requireAccessible();
        picture("search-phone");
        open(FRIDGE + "?lang=ru");
        requireAccessible();
        picture("entry-phone");
        open(FRIDGE + "/extract?lang=ru");
        requireAccessible();
    }

    @Test
    void showsAnEntryAsOfADay() {
        open(FRIDGE + "?on=2025-01-01&lang=en");
        assertThat(element("#verdicts").getText()).contains("01.01.2025", "Not recognised");
    }

    @Test
    void saysSoWhereNothingIsFound() {
        open("/search?lang=en&q=%3Cscript%3Edocument.title%3D1%3C%2Fscript%3Eqwxzk&state=RU");
        assertThat(element("#q").getDomProperty("value")).startsWith("<script>");
        assertThat(element(".empty").getText()).contains("Nothing was found");
        requireAccessible();
        element(".empty a").click();
        await(page -> !requireNonNull(page.getCurrentUrl()).contains("state="));
        open("/goods/union-state-BY-2026-999999-X?lang=en");
        assertThat(text()).contains("There is nothing here");
    }

    @Test
    void worksWithoutScripts() {
        withoutScripts();
        open("/search?lang=en");
        type("q", "refrigerator\n");
        await(urlContains("q=refrigerator"));
        await(elementToBeClickable(By.cssSelector("#hits a"))).click();
        await(urlContains("/goods/"));
        assertThat(elements("#verdicts .verdict")).hasSize(2);
    }

    private WebElement facet(String label) {
        return elements("#facets a").stream()
                .filter(each -> each.getText().endsWith(label))
                .findFirst()
                .orElseThrow();
    }
}
