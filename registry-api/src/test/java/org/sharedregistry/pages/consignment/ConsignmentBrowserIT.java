package org.sharedregistry.pages.consignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlMatches;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.sharedregistry.pages.BrowserTest;

/** An officer with a whole consignment, in a real browser. */
class ConsignmentBrowserIT extends BrowserTest {

    private static final String BOX_44 = """
            01401/0 ЕАЭС BY/112 02.01. ТР004 003 00123 ОТ 21.05.2024
            01402/0 ЕАЭС N RU Д-CN.РА08.В.99017/25 ОТ 03.02.2025
            01402/0 <b>77</b>
            02013/1 30123456 ОТ 01.11.2026
            04021/0 778 ОТ 11.02.2026
            """;

    private static final String CHECK = "/consignment/[0-9a-f]{32}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"ru, Признаётся", "be, Прызнаецца", "en, Recognised"})
    void checksBox44PastedWhole(String language, String recognised) {
        open("/consignment?lang=" + language);
        requireAccessible();
        picture("consignment-ask-" + language);
        paste(BOX_44);
        check();
        assertThat(rows()).hasSize(3);
        assertThat(rows().get(0).getText()).contains("ЕАЭС BY/112 02.01. ТР004 003 00123", recognised);
        assertThat(rows().get(2).getText()).contains("<b>77</b>");
        assertThat(element("#others").getText()).contains("04021", "778").doesNotContain("11.02.2026");
        requireAccessible();
        picture("consignment-" + language);
    }

    @Test
    void showsOnlyWhatIsWrongAndASummaryToPrint() {
        resize(PHONE);
        open("/consignment?lang=en");
        paste(BOX_44);
        check();
        element("a[href$='show=look']").click();
        await(page -> rows().size() == 2);
        assertThat(text()).doesNotContain("00123");
        requireAccessible();
        picture("consignment-phone");
        resize(DESKTOP);
        element("a[href$='/summary']").click();
        await(urlMatches("/summary$"));
        assertThat(text()).contains("3 lines", "Recognised: 1", "To look at: 2");
        requireAccessible();
        picture("consignment-summary");
    }

    @Test
    void checksWagonsContainersAndWaybills() {
        open("/consignment?lang=en");
        paste(BOX_44);
        element("details summary").click();
        type("wagons", "5234567, 54321235");
        type("containers", "MSCU1234566");
        check();
        assertThat(element("#carriages").getText())
                .contains("5234567: no wagon has this number", "MSCU1234566: container", "30123456: waybill");
    }

    @Test
    void checksAFileOfManyLinesWithProgress() throws IOException {
        signInAs("officer-RU");
        open("/consignment?lang=en");
        file(
                "lines.csv",
                IntStream.rangeClosed(1, 1_200)
                        .mapToObj(line -> line + ";ЕАЭС BY/112 02.01. ТР004 003 " + "%05d".formatted(line))
                        .collect(Collectors.joining("\n", "lineId;number\n", "\n")));
        check();
        await(presenceOfElementLocated(By.cssSelector("nav.pager")));
        assertThat(text()).contains("1,200 lines", "All lines: 1,200", "Page 1 of 24", "lines.csv");
        element("a[rel=next]").click();
        await(presenceOfElementLocated(By.cssSelector("a[rel=prev]")));
        assertThat(rows()).hasSize(50);
        assertThat(rows().get(0).getText()).startsWith("51");
    }

    @Test
    void exportsTheTable() {
        open("/consignment?lang=en");
        paste(BOX_44);
        check();
        String table = new String(anyone().get(path() + "/lines.csv").bytes(), UTF_8);
        assertThat(table.lines()).hasSize(4).element(1).asString().startsWith("1,,ЕАЭС BY/112");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() throws IOException {
        open("/consignment?lang=en");
        element("main form button").click();
        await(presenceOfElementLocated(By.id("box44-wrong")));
        assertThat(element("#box44-wrong").getText()).startsWith("Paste box 44");
        requireAccessible();
        element("details summary").click();
        type("wagons", "52345678");
        file("lines.csv", "what\n1\n");
        element("main form button").click();
        await(presenceOfElementLocated(By.cssSelector("[role=alert]")));
        assertThat(element("[role=alert]").getText()).contains("\"what\" is not known here");
        assertThat(element("input[name=wagons]").getDomProperty("value")).isEqualTo("52345678");
    }

    @Test
    void letsNobodyElseSeeACheckOfAnAccount() {
        signInAs("officer-RU");
        open("/consignment?lang=en");
        paste(BOX_44);
        check();
        String address = path();
        signInAs("officer-BY");
        open(address + "?lang=en");
        assertThat(text()).contains("There is nothing here");
    }

    @Test
    void worksWithoutScripts() {
        withoutScripts();
        open("/consignment?lang=en");
        paste(BOX_44);
        check();
        assertThat(rows()).hasSize(3);
    }

    private void paste(String text) {
        element("textarea[name=box44]").sendKeys(text);
    }

    private void file(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        element("input[type=file]").sendKeys(file.toString());
    }

    private void check() {
        element("main form button").click();
        await(urlMatches(CHECK));
    }

    private List<WebElement> rows() {
        return elements("main tbody tr");
    }

    private String path() {
        return URI.create(requireNonNull(browser().getCurrentUrl())).getPath();
    }
}
