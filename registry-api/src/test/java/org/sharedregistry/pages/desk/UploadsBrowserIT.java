package org.sharedregistry.pages.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.numberOfElementsToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.numberOfElementsToBeMoreThan;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;
import org.sharedregistry.pages.BrowserTest;
import org.springframework.core.io.ClassPathResource;

/** A manufacturer and its files. */
class UploadsBrowserIT extends BrowserTest {

    private static final String MAKER = "neman-mikro";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void bringsAFolderWaitsForItsReadingAndDraftsGoodsFromIt() throws IOException {
        demo("decl-kitchen.pdf", "a declaration.pdf");
        demo("decl-mcu-nm32.pdf", "<img src=x onerror=alert(1)>.pdf");
        signInAs(MAKER);
        open("/desk/uploads?lang=en");
        requireAccessible();
        element("input[webkitdirectory]").sendKeys(folder.toString());
        await(numberOfElementsToBe(By.cssSelector("#files [data-state=INDEXED]"), 2));
        assertThat(element("#files").getText()).contains("<img src=x onerror=alert(1)>.pdf");
        assertThat(element("#summary").getText()).isEqualTo("2 of 2 are done");
        requireAccessible();
        picture("uploads");
        resize(DESKTOP);
        element("#files a.read").click();
        await(urlContains("/desk/drafts/"));
        requireAccessible();
        picture("draft");
        resize(DESKTOP);
        element("main section a[href*='goods/new']").click();
        await(urlContains("/desk/goods/new"));
        assertThat(elements("a[href^='/documents/']")).hasSizeGreaterThan(2);
        assertThat(element("#hs").getDomProperty("value")).isNotBlank();
        requireAccessible();
        picture("draft-goods");
        element("main form button").click();
        await(urlContains("done=entered"));
        assertThat(text()).contains(".pdf");
    }

    @Test
    void goesOnAfterAReloadWhereTheServerHasGotTo() throws IOException {
        byte[] content = new byte[12 * 1024 * 1024];
        new Random(7).nextBytes(content);
        Path file = Files.write(folder.resolve("large.bin"), content);
        signInAs(MAKER);
        open("/desk/uploads?lang=en");
        network(false, 1_000_000);
        element("input[name=file]").sendKeys(file.toString());
        await(page -> Double.parseDouble(
                        page.findElement(By.cssSelector("#files progress")).getDomProperty("value"))
                > 0);
        network(true, -1);
        await(page -> page.findElement(By.id("offline")).isDisplayed());
        network(false, -1);
        open("/desk/uploads?lang=en");
        await(numberOfElementsToBe(By.cssSelector("#files [data-state=again]"), 1));
        await(page -> Double.parseDouble(
                        page.findElement(By.cssSelector("#files progress")).getDomProperty("value"))
                > 0);
        requireAccessible();
        picture("uploads-again");
        resize(DESKTOP);
        element("input[name=file]").sendKeys(file.toString());
        await(numberOfElementsToBeMoreThan(
                By.cssSelector("#files [data-state=INDEXED], #files [data-state=FAILED]"), 0));
        String id = as(MAKER).get("/api/v1/documents/filed").at("/items/0/id");
        assertThat(as(MAKER).get("/api/v1/documents/" + id + "/content").bytes())
                .isEqualTo(content);
        assertThat(browser().manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(line -> line.getLevel().equals(Level.SEVERE))
                .as("the connection was away, and nothing else went wrong")
                .allMatch(line -> line.getMessage().contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void bringsFilesWithoutScripts() throws IOException {
        Path file = demo("report-mcu-nm32.docx", "report without scripts.docx");
        withoutScripts();
        signInAs("okskiy-stanok");
        open("/desk/uploads?lang=en");
        element("input[name=file]").sendKeys(file.toString());
        element("#plain button").click();
        await(urlContains("batch="));
        assertThat(text()).contains("report without scripts.docx", "Brought just now");
        await(page -> {
            page.navigate().refresh();
            return !page.findElements(By.cssSelector("main section:last-of-type .badge.yes"))
                    .isEmpty();
        });
        requireAccessible();
    }

    @Test
    void fitsAPhone() {
        resize(PHONE);
        signInAs("svisloch-kholod");
        for (String language : new String[] {"ru", "be", "en"}) {
            open("/desk/uploads?lang=" + language);
            requireAccessible();
        }
        picture("uploads-phone");
    }

    private void network(boolean offline, int throughput) {
        browser().executeCdpCommand("Network.enable", Map.of());
        browser()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of(
                                "offline",
                                offline,
                                "latency",
                                0,
                                "downloadThroughput",
                                -1,
                                "uploadThroughput",
                                throughput));
    }

    private Path demo(String name, String as) throws IOException {
        Path file = folder.resolve(as);
        try (InputStream in = new ClassPathResource("demo/documents/" + name).getInputStream()) {
            Files.copy(in, file);
        }
        return file;
    }
}
