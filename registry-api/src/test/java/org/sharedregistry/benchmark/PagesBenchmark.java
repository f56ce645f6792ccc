package org.sharedregistry.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryApplication;
import org.sharedregistry.demo.PdfPress;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages weigh and how long a person waits for them, in a real Chromium on the machine of the server. */
final class PagesBenchmark {

    private static final int TIMES = 9;
    private static final int PAGES = 200;
    private static final int PAGE_OF_THE_HIT = 150;
    private static final String RARE = "Кварцит";
    private static final String NUMBER = "EAC BY/112 02.01. TP004 003 00123";

    /** A weak line: 300 ms there and back, 400 kbit/s. */
    private static final Map<String, Object> WEAK =
            Map.of("offline", false, "latency", 300, "downloadThroughput", 50_000, "uploadThroughput", 50_000);

    private static final Map<String, Object> FREE =
            Map.of("offline", false, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1);

    /** Notes when the first of these elements has been on the screen. */
    private static final String WATCH = """
            new MutationObserver((changes, watch) => {
              if (!document.querySelector("#verdict, .hit, #paper[data-painted]")) return;
              watch.disconnect();
              requestAnimationFrame(() => requestAnimationFrame(() => { window.shownAt = performance.timeOrigin + performance.now(); }));
            }).observe(document, { childList: true, subtree: true, attributes: true });""";

    private PagesBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("registry-benchmark");
        SpringApplication application = new SpringApplication(RegistryApplication.class);
        try (ConfigurableApplicationContext context = application.run(
                "--registry.home=" + home, "--registry.demo=true", "--server.port=0", "--logging.level.root=error")) {
            String base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
            String document = upload(new Client(base, apiKey(home)));
            firstVisit(base, "/");
            firstVisit(base, "/search");
            double free = enter(base, FREE);
            double weak = enter(base, WEAK);
            System.out.printf(
                    "Enter to verdict: median %.0f ms on a free line, %.0f ms on a weak one: ratio %.1f%n",
                    free, weak, weak / free);
            String hit = URLEncoder.encode(RARE, StandardCharsets.UTF_8);
            double first = painted(base + "/documents/" + document);
            double far = painted(base + "/documents/" + document + "?page=" + PAGE_OF_THE_HIT + "&q=" + hit);
            System.out.printf(
                    "PDF of %d pages: page 1 painted in a median of %.0f ms, the hit on page %d in %.0f ms: ratio %.2f%n",
                    PAGES, first, PAGE_OF_THE_HIT, far, far / first);
        }
    }

    private static void firstVisit(String base, String path) {
        ChromeDriver browser = browser();
        try {
            browser.get(base + path);
            Object weight = browser.executeScript("""
                    const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
                    return all.length + " requests, " + all.reduce((sum, each) => sum + each.transferSize, 0) + " bytes";""");
            System.out.println("first visit to " + path + ": " + weight);
        } finally {
            browser.quit();
        }
    }

    /** From the key to the verdict on the screen, for who has been on the page before. */
    private static double enter(String base, Map<String, Object> line) {
        ChromeDriver browser = browser();
        try {
            browser.get(base + "/?lang=ru");
            browser.executeCdpCommand("Network.enable", Map.of());
            browser.executeCdpCommand("Network.emulateNetworkConditions", line);
            List<Double> waits = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                browser.get(base + "/?lang=ru");
                browser.findElement(By.name("number")).sendKeys(NUMBER);
                browser.executeScript("sessionStorage.enteredAt = performance.timeOrigin + performance.now()");
                browser.findElement(By.name("number")).sendKeys(Keys.ENTER);
                double shown = shownAt(browser);
                String entered = String.valueOf(browser.executeScript("return sessionStorage.enteredAt"));
                waits.add(shown - Double.parseDouble(entered));
            }
            return median(waits);
        } finally {
            browser.quit();
        }
    }

    /** From going to the page until its picture, or the hit on it, is on the screen. */
    private static double painted(String address) {
        List<Double> waits = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            ChromeDriver browser = browser();
            try {
                browser.get(address);
                double shown = shownAt(browser);
                waits.add(shown - number(browser.executeScript("return performance.timeOrigin")));
            } finally {
                browser.quit();
            }
        }
        return median(waits);
    }

    private static double shownAt(ChromeDriver browser) {
        new WebDriverWait(browser, Duration.ofMinutes(1))
                .until(page -> Boolean.TRUE.equals(browser.executeScript("return 'shownAt' in window")));
        return number(browser.executeScript("return window.shownAt"));
    }

    private static double number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static ChromeDriver browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking");
        ChromeDriver browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                        .build(),
                options);
        browser.executeCdpCommand("Page.enable", Map.of());
        browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        return browser;
    }

    /** A PDF in which one page has a word that no other has. */
    private static String upload(Client client) throws IOException, InterruptedException {
        PdfPress press = new PdfPress("Протокол", LocalDate.of(2026, 1, 12), false, "Сделано для измерения");
        for (int page = 1; page <= PAGES; page++) {
            if (page > 1) {
                press.newPage();
            }
            press.heading("Страница " + page);
            for (int line = 1; line <= 25; line++) {
                press.text("Показание " + line + " прибора " + page + ": " + (page * line) + " единиц.");
            }
            if (page == PAGE_OF_THE_HIT) {
                press.text(RARE + " обнаружен.");
            }
        }
        String id = client.upload("long.pdf", press.finish(), "kind", "CERTIFICATE", "visibility", "PUBLIC")
                .at("/id");
        while (!client.get("/api/v1/documents/" + id).at("/status").equals("INDEXED")) {
            Thread.sleep(100);
        }
        return id;
    }

    private static String apiKey(Path home) throws IOException {
        for (JsonNode account :
                JsonMapper.builder().build().readTree(Files.readAllBytes(home.resolve("demo-accounts.json")))) {
            if (account.path("account").asString().equals("svisloch-kholod")) {
                return account.path("apiKey").asString();
            }
        }
        throw new IllegalStateException("The demo has no such account");
    }
}
