package org.sharedregistry.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.sharedregistry.RegistryHttpTest;

/** A person at the start page, in a real browser. */
@DisabledIfSystemProperty(named = "skip.browser", matches = "true")
class StartPageBrowserIT extends RegistryHttpTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private WebDriver browser;

    @BeforeEach
    void open() {
        assertThat(Files.exists(CHROMIUM) && Files.exists(DRIVER))
                .as("Chromium and its driver are installed; -Dskip.browser=true leaves this test out")
                .isTrue();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    @Test
    void verifiesANumberAsItWasTyped() {
        browser.get(base() + "/?lang=ru");
        browser.findElement(By.name("number")).sendKeys("EAC BY/112 02.01. TP004 003 00123\n");
        assertThat(browser.findElement(By.id("document-status")).getText()).isEqualTo("Документ действует");
        assertThat(browser.findElement(By.id("verdict")).getText()).isEqualTo("✓ Признаётся");
        assertThat(browser.findElement(By.id("answer")).getText())
                .contains("ЕАЭС BY/112 02.01. ТР004 003 00123", "РК-300");
    }

    @Test
    void keepsAGoodDocumentApartFromGoodsThatNoRegimeCovers() {
        browser.get(base() + "/?lang=en");
        browser.findElement(By.name("number")).sendKeys("ЕАЭС N RU Д-CN.РА08.В.99017/25\n");
        assertThat(browser.findElement(By.id("document-status")).getText()).isEqualTo("The document is valid");
        assertThat(browser.findElement(By.id("verdict")).getText()).startsWith("No recognition regime applies");
    }

    @Test
    void findsThePageOfADocument() {
        browser.get(base() + "/?lang=be");
        browser.findElement(By.name("q")).sendKeys("machining centre conformity\n");
        assertThat(browser.findElement(By.className("page-hit")).getText()).contains("cert-center-oc500-en", "с. 1");
        assertThat(browser.findElement(By.tagName("mark")).getText()).isNotBlank();
        assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("be");
    }

    @Test
    void showsScriptAsText() {
        browser.get(base() + "/?lang=en");
        browser.findElement(By.name("q")).sendKeys("<script>document.title='gone'</script>\n");
        assertThat(browser.getTitle()).isEqualTo("Shared product registry");
    }

    @Test
    void explainsEachProblem() {
        browser.get(base() + "/problems/precondition-failed");
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("The entry has changed since you saw it");
    }
}
