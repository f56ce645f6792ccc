package org.sharedregistry.pages.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sharedregistry.pages.BrowserTest;

/** An officer with a number, in a real browser. */
class VerifyBrowserIT extends BrowserTest {

    @Test
    void verifiesANumberAsItWasTyped() {
        open("/?lang=ru");
        type("number", "EAC BY/112 02.01. TP004 003 00123\n");
        assertThat(element("#document-status").getText()).isEqualTo("Документ действует");
        assertThat(element("#verdict").getText()).isEqualTo("Признаётся");
        assertThat(element("#answer").getText()).contains("ЕАЭС BY/112 02.01. ТР004 003 00123", "РК-300");
        requireAccessible();
        picture("verify");
    }

    @Test
    void keepsAGoodDocumentApartFromGoodsThatNoRegimeCovers() {
        open("/?lang=en");
        type("number", "ЕАЭС N RU Д-CN.РА08.В.99017/25\n");
        assertThat(element("#document-status").getText()).isEqualTo("The document is valid");
        assertThat(element("#verdict").getText()).startsWith("No recognition regime applies");
    }

    @Test
    void explainsEachProblem() {
        open("/problems/precondition-failed");
        assertThat(element("h1").getText()).isEqualTo("The entry has changed since you saw it");
    }
}
