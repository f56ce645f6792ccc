package org.sharedregistry.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTextTest {

    @Test
    void dropsWhatADatabaseCannotHold() {
        assertThat(ReadableText.of("a\u0000b\u0007c\uFEFFd")).isEqualTo("abcd");
        assertThat(ReadableText.of("half \uD83D of a pair")).isEqualTo("half \uFFFD of a pair");
        assertThat(ReadableText.of("whole \uD83D\uDE00")).isEqualTo("whole \uD83D\uDE00");
    }

    @Test
    void keepsLinesAndOneEmptyLineBetweenThem() {
        assertThat(ReadableText.of("one \t\r\ntwo\u00A0\r\n\r\n \r\n\r\nthree\ffour\rfive"))
                .isEqualTo("one\ntwo\n\nthree\nfour\nfive");
        assertThat(ReadableText.of("name\tvalue")).isEqualTo("name\tvalue");
    }

    @Test
    void joinsAWordThatASoftHyphenDivides() {
        assertThat(ReadableText.of("серти\u00ADфи\u00AD\nкат")).isEqualTo("сертификат");
        assertThat(ReadableText.of("серти\u00AD\r\nфикат\nТР")).isEqualTo("сертификат\nТР");
    }

    @Test
    void tidiesAMillionSpacesAtOnce() {
        assertThat(ReadableText.of("a" + " ".repeat(1_000_000) + "b\n" + " ".repeat(1_000_000) + "\nc"))
                .startsWith("a ")
                .endsWith(" b\n\nc");
    }

    @Test
    void knowsTextFromSignsThatNoFontExplains() {
        assertThat(ReadableText.isUsable("ЕАЭС № RU")).isTrue();
        assertThat(ReadableText.isUsable("\uE001\uE002\uE003 1")).isFalse();
        assertThat(ReadableText.isUsable("\uFFFD\uFFFD")).isFalse();
        assertThat(ReadableText.isUsable(" — ")).isFalse();
        assertThat(ReadableText.isUsable("")).isFalse();
    }
}
