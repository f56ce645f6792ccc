package org.sharedregistry.pages.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.sharedregistry.pages.BrowserTest;

/** An officer with a number, in a real browser. */
class VerifyBrowserIT extends BrowserTest {

    private static final String CERTIFICATE = "ЕАЭС BY/112 02.01. ТР004 003 00123";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "ru, Документ действует, Признаётся",
        "be, Дакумент дзейнічае, Прызнаецца",
        "en, The document is valid, Recognised"
    })
    void verifiesANumberAsItWasTyped(String language, String document, String verdict) {
        open("/?lang=" + language);
        requireAccessible();
        type("number", "EAC BY/112 02.01. TP004 003 00123\n");
        assertThat(element("#document-status").getText()).isEqualTo(document);
        assertThat(element("#verdict").getText()).isEqualTo(verdict);
        assertThat(element("#answer").getText()).contains(CERTIFICATE, "РК-300");
        requireAccessible();
        picture("verify-" + language);
    }

    @Test
    void showsTheVerdictOnThePhonesFirstScreen() {
        resize(PHONE);
        open("/?lang=ru");
        picture("verify-phone-empty");
        resize(PHONE);
        type("number", "EAC N RU D-BY.PA01.B.12345/24\n");
        assertThat(element("#verdict").getRect().getY()
                        + element("#verdict").getRect().getHeight()
                        - scrolled())
                .isLessThan(PHONE.getHeight());
        requireAccessible();
        picture("verify-phone");
    }

    @Test
    void keepsAGoodDocumentApartFromGoodsThatNoRegimeCovers() {
        open("/?lang=en");
        type("number", "ЕАЭС N RU Д-CN.РА08.В.99017/25\n");
        assertThat(element("#document-status").getText()).isEqualTo("The document is valid");
        assertThat(element("#document-status").getDomAttribute("class")).contains("yes");
        assertThat(element("#verdict").getText()).startsWith("No recognition regime applies");
        assertThat(element("#verdict").getDomAttribute("class")).doesNotContain("no ");
    }

    @Test
    void answersSeveralNumbersAtOnce() {
        open("/?lang=en");
        element("#number")
                .sendKeys(
                        CERTIFICATE,
                        Keys.chord(Keys.SHIFT, Keys.ENTER),
                        "EAEU N RU D-CN.PA08.B.99017/25",
                        Keys.chord(Keys.SHIFT, Keys.ENTER),
                        "nothing of the kind\n");
        assertThat(elements("#answers tbody tr"))
                .extracting(WebElement::getText)
                .satisfiesExactly(
                        first -> assertThat(first).contains(CERTIFICATE, "The document is valid", "Recognised"),
                        second -> assertThat(second).contains("No recognition regime applies"),
                        third -> assertThat(third).contains("The registry holds no document"));
        requireAccessible();
        resize(PHONE);
        requireAccessible();
    }

    @Test
    void suggestsNumbersThatLookAlike() {
        open("/?lang=en");
        type("number", "ЕАЭС BY/112 02.01. ТР004 003 0012З\n");
        element("#suggestions a").click();
        await(page -> !page.findElements(By.id("verdict")).isEmpty());
        assertThat(element("#document-status").getDomAttribute("class")).contains("yes");
    }

    @Test
    void saysWhatIsWrongBesideTheFieldAndKeepsWhatWasTyped() {
        open("/?lang=en&number=" + "1&hs=12a&on=2026-10-01&manufacturedOn=2026-10-02");
        assertThat(element("#hs-wrong").getText()).contains("2 to 10 digits");
        assertThat(element("#made-wrong").getText()).contains("cannot have been made after");
        assertThat(element("[name=hs]").getDomProperty("value")).isEqualTo("12a");
        assertThat(elements("#answer")).isEmpty();
        requireAccessible();
    }

    @Test
    void leadsWhoeverHasManyNumbersToTheConsignment() {
        StringBuilder many = new StringBuilder();
        for (int each = 0; each < 51; each++) {
            many.append("number%20").append(each).append("%0A");
        }
        open("/?lang=en&number=" + many);
        assertThat(element("#number-wrong a").getDomAttribute("href")).isEqualTo("/consignment");
    }

    @Test
    void showsScriptAsText() {
        open("/?lang=en");
        type("number", "<script>document.title='gone'</script>\n");
        await(page -> !page.findElements(By.id("answer")).isEmpty());
        assertThat(element("#answer").getText()).contains("<script>document.title='gone'</script>");
        assertThat(browser().getTitle()).endsWith("Verify a number");
    }

    @Test
    void answersWithoutScripts() {
        withoutScripts();
        open("/?lang=en");
        type("number", CERTIFICATE);
        element("#verify button").click();
        await(page -> !page.findElements(By.id("verdict")).isEmpty());
        assertThat(element("#verdict").getText()).isEqualTo("Recognised");
        assertThat(element("#scan").isDisplayed()).isFalse();
    }

    @Test
    void scansACodeOnTheDevice() throws IOException, WriterException {
        withCamera(filmOf(qr(CERTIFICATE)));
        open("/?lang=en");
        element("#scan").click();
        await(page -> !page.findElements(By.id("verdict")).isEmpty());
        assertThat(element("#document-status").getText()).isEqualTo("The document is valid");
        assertThat(element("#number").getDomProperty("value")).isEqualTo(CERTIFICATE);
    }

    @Test
    @DisabledIfSystemProperty(named = "skip.ocr", matches = "true")
    void showsAPhotographedNumberToBeConfirmed() throws IOException {
        Path photograph = folder.resolve("photograph.png");
        ImageIO.write(paper(), "png", photograph.toFile());
        open("/?lang=en");
        element(".photograph summary").click();
        element(".photograph [name=file]").sendKeys(photograph.toString());
        element(".photograph button").click();
        await(urlContains("/photograph"));
        assertThat(elements("#verdict")).isEmpty();
        requireAccessible();
        picture("verify-photograph");
        assertThat(element("main button").getText()).isEqualTo(CERTIFICATE);
        element("main button").click();
        await(page -> !page.findElements(By.id("verdict")).isEmpty());
        assertThat(element("#document-status").getText()).isEqualTo("The document is valid");
    }

    @Test
    void refusesWhatIsNoPhotograph() throws IOException {
        Path broken = Files.write(folder.resolve("broken.png"), new byte[] {1, 2, 3});
        open("/?lang=en");
        element(".photograph summary").click();
        element(".photograph [name=file]").sendKeys(broken.toString());
        element(".photograph button").click();
        await(urlContains("/photograph"));
        assertThat(element("main [role=alert]").getText()).startsWith("It cannot be read here");
    }

    @Test
    void explainsEachProblem() {
        open("/problems/precondition-failed");
        assertThat(element("h1").getText()).isEqualTo("The entry has changed since you saw it");
    }

    private long scrolled() {
        Number top = (Number) browser().executeScript("return window.scrollY");
        return Objects.requireNonNull(top).longValue();
    }

    /** A film in the form that Chromium takes for a camera: pictures one after the other. */
    private Path filmOf(BufferedImage picture) throws IOException {
        Path film = folder.resolve("camera.mjpeg");
        try (OutputStream out = Files.newOutputStream(film)) {
            for (int frame : List.of(1, 2)) {
                assertThat(ImageIO.write(picture, "jpg", out))
                        .as("frame %s", frame)
                        .isTrue();
            }
        }
        return film;
    }

    private static BufferedImage qr(String text) throws WriterException {
        BitMatrix code = new QRCodeWriter()
                .encode(text, BarcodeFormat.QR_CODE, 400, 400, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
        BufferedImage picture = blank(640, 480);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    picture.setRGB(x + 120, y + 40, Color.BLACK.getRGB());
                }
            }
        }
        return picture;
    }

    private static BufferedImage paper() {
        BufferedImage picture = blank(1800, 900);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.BLACK);
        pen.setFont(new Font("Liberation Serif", Font.PLAIN, 56));
        pen.drawString("СЕРТИФИКАТ СООТВЕТСТВИЯ", 300, 200);
        pen.drawString("№ " + CERTIFICATE, 300, 320);
        pen.dispose();
        return picture;
    }

    private static BufferedImage blank(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        return picture;
    }
}
