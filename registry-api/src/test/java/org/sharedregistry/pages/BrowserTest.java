package org.sharedregistry.pages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.sharedregistry.RegistryHttpTest;

/**
 * A person at the pages, in a real Chromium. Screenshots go to the folder in the system property {@code screens}; after
 * each test the console must hold no error, a breach of the content policy among them.
 */
@DisabledIfSystemProperty(named = "skip.browser", matches = "true")
public abstract class BrowserTest extends RegistryHttpTest {

    protected static final Dimension DESKTOP = new Dimension(1280, 900);
    protected static final Dimension PHONE = new Dimension(390, 844);

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static final int LONGEST_PICTURE = 6_000;

    private @Nullable ChromeDriver driver;
    private Dimension size = DESKTOP;

    @BeforeEach
    void start() {
        assertThat(Files.exists(CHROMIUM) && Files.exists(DRIVER))
                .as("Chromium and its driver are installed; -Dskip.browser=true leaves this test out")
                .isTrue();
        restart(new ChromeOptions());
    }

    @AfterEach
    void close() {
        try {
            assertThat(browser().manage().logs().get(LogType.BROWSER).getAll())
                    .filteredOn(line -> line.getLevel().equals(Level.SEVERE))
                    .filteredOn(line -> !isRefusal(line.getMessage()))
                    .isEmpty();
        } finally {
            browser().quit();
        }
    }

    protected final ChromeDriver browser() {
        if (driver == null) {
            throw new IllegalStateException("The browser is started before each test");
        }
        return driver;
    }

    /** Goes on in a browser that runs no scripts. */
    protected final void withoutScripts() {
        browser().quit();
        ChromeOptions options = new ChromeOptions();
        options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        restart(options);
    }

    /** Goes on in a browser whose camera shows this film, a sequence of JPEG pictures. */
    protected final void withCamera(Path film) {
        browser().quit();
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + film);
        restart(options);
    }

    /** Goes to a page of the registry, by its path and query. */
    protected final void open(String path) {
        browser().get(base() + path);
    }

    protected final void resize(Dimension size) {
        this.size = size;
        show(size);
    }

    private void show(Dimension shown) {
        // A window cannot be made this narrow, but what it shows can.
        browser()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of(
                                "width", shown.getWidth(),
                                "height", shown.getHeight(),
                                "deviceScaleFactor", 1,
                                "mobile", size.equals(PHONE)));
    }

    /** Signs in as the holder of an account of the demo. */
    protected final void signInAs(String account) {
        open("/sign-in");
        type("account", account);
        type("password", password(account));
        element("main form button").click();
        await(page -> page.findElements(By.cssSelector("header form button")).size() == 1);
    }

    protected final WebElement element(String css) {
        return browser().findElement(By.cssSelector(css));
    }

    protected final List<WebElement> elements(String css) {
        return browser().findElements(By.cssSelector(css));
    }

    /** The text of the page's main part, as it is seen. */
    protected final String text() {
        return element("main").getText();
    }

    /** Types into the field of this name, in place of what stands there. */
    protected final void type(String name, String text) {
        WebElement field = browser().findElement(By.name(name));
        field.clear();
        field.sendKeys(text);
    }

    /** What a condition gives once it gives something, other than no. */
    protected final <T> T await(Function<? super WebDriver, ? extends @Nullable T> condition) {
        return requireNonNull(new WebDriverWait(browser(), PATIENCE).<@Nullable T>until(page -> condition.apply(page)));
    }

    /** Fails on findings of axe that it calls serious or critical, and where the page is wider than the screen. */
    protected final void requireAccessible() {
        assertThat(new AxeBuilder().analyze(browser()).getViolations())
                .filteredOn(rule -> SERIOUS.contains(String.valueOf(rule.getImpact())))
                .as("what axe finds at %s", browser().getCurrentUrl())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
        assertThat(((JavascriptExecutor) browser())
                        .executeScript(
                                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits the width of the screen", browser().getCurrentUrl())
                .isEqualTo(true);
    }

    /** Keeps a picture of the whole page. */
    protected final void picture(String name) {
        Number height =
                (Number) ((JavascriptExecutor) browser()).executeScript("return document.documentElement.scrollHeight");
        show(new Dimension(size.getWidth(), Math.min(requireNonNull(height).intValue(), LONGEST_PICTURE)));
        Path file = Path.of(System.getProperty("screens", "target/screens"), name + ".png");
        try {
            Files.createDirectories(requireNonNull(file.getParent()));
            Files.write(file, browser().getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            show(size);
        }
    }

    /** An answer such as 404 or 409 stands in the console too; what the page makes of it is for the test to say. */
    private static boolean isRefusal(String message) {
        return message.contains("Failed to load resource: the server responded with a status of 4");
    }

    private void restart(ChromeOptions options) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking");
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        resize(DESKTOP);
    }
}
