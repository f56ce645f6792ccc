package org.sharedregistry.pages.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.sharedregistry.pages.BrowserTest;

/** Somebody who wants to see the page that says so, in a real browser. */
class ViewerBrowserIT extends BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"ru", "be", "en"})
    void paintsTheWordsOnTheirPage(String language) {
        open(address("cert-fridge-rk300.pdf") + "?q=протоколов+испытаний&lang=" + language);
        painted();
        Rectangle sheet = element(".sheet canvas").getRect();
        assertThat(elements(".hit")).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.getRect().getX()).isBetween(sheet.getX(), sheet.getX() + sheet.getWidth());
            assertThat(hit.getRect().getY()).isBetween(sheet.getY(), sheet.getY() + sheet.getHeight());
            assertThat(hit.getRect().getWidth()).isBetween(10, sheet.getWidth() / 2);
        });
        assertThat(elements(".page-text mark")).extracting(WebElement::getText).contains("испытаний");
        requireAccessible();
        picture("document-" + language);
    }

    @Test
    void paintsWordsThatWereReadFromAPicture() {
        open(address("scan-production-mower-kn2.jpg") + "?q=собственного+производства&lang=en");
        painted();
        assertThat(elements(".hit")).hasSizeGreaterThan(1);
        assertThat(text()).contains("Read from the picture by a machine");
        requireAccessible();
        picture("document-scan");
    }

    @Test
    void leadsFromHitToHitOverThePages() {
        open(address("cert-fridge-rk300.pdf") + "?q=РК-300&lang=en");
        painted();
        int hits = elements(".hit").size();
        assertThat(elements("#pages mark")).hasSizeGreaterThan(1);
        for (int hit = 1; hit < hits; hit++) {
            element("#hit-behind").click();
            assertThat(element(".hit.current")).isEqualTo(elements(".hit").get(hit));
        }
        element("#hit-behind").click();
        await(urlContains("page=2"));
        painted();
        assertThat(element(".hit.current")).isEqualTo(elements(".hit").get(0));
        element("#hit-before").click();
        await(urlContains("page=1"));
        painted();
        assertThat(element(".hit.current"))
                .isEqualTo(elements(".hit").get(elements(".hit").size() - 1));
    }

    @Test
    void growsWithoutWideningThePage() {
        resize(PHONE);
        open(address("cert-fridge-rk300.pdf") + "?lang=ru");
        painted();
        int before = element(".sheet").getSize().getWidth();
        element("#larger").click();
        await(page -> element(".sheet").getSize().getWidth() > before);
        requireAccessible();
        picture("document-phone");
    }

    @Test
    void showsWhomItConcernsHowThePaperCompares() {
        String address = address("cert-fridge-rk300.pdf") + "?lang=en";
        open(address);
        assertThat(elements("#comparison")).isEmpty();
        signInAs("officer-RU");
        open(address);
        assertThat(element("#comparison").getText()).contains("ЕАЭС BY/112 02.01. ТР004 003 00123", "agrees");
        requireAccessible();
    }

    @Test
    void saysNothingOfDocumentsThatAreHidden() {
        String hidden = StreamSupport.stream(
                        as("svisloch-kholod")
                                .get("/api/v1/documents/filed", "size", "200")
                                .json()
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(each -> !each.at("/visibility").asString().equals("PUBLIC"))
                .map(each -> each.at("/id").asString())
                .findFirst()
                .orElseThrow();
        open("/documents/" + hidden + "?lang=en");
        String refusal = text();
        open("/documents/01980000-0000-7000-8000-000000000000?lang=en");
        assertThat(text()).isEqualTo(refusal).contains("There is nothing here");
    }

    @Test
    void showsTheTextWithoutScripts() {
        withoutScripts();
        open(address("cert-fridge-rk300.pdf") + "?q=РК-300&lang=en");
        assertThat(text()).contains("Scripts are switched off", "hits");
        assertThat(elements(".page-text mark")).isNotEmpty();
        element("#pages a[rel=next]").click();
        await(urlContains("page=2"));
        assertThat(text()).contains("Text of page 2");
    }

    private void painted() {
        await(presenceOfElementLocated(By.cssSelector("#paper[data-painted]")));
    }

    /** The page of a document of the demo. */
    private String address(String fileName) {
        return StreamSupport.stream(
                        anyone().get("/api/v1/documents", "size", "200")
                                .json()
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(each -> each.at("/fileName").asString().equals(fileName))
                .map(each -> "/documents/" + each.at("/document").asString())
                .findFirst()
                .orElseThrow();
    }
}
