package org.sharedregistry.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.sharedregistry.recognition.ReasonCode;

class TextsTest {

    @Test
    void hasEachReasonInThreeLanguages() throws IOException {
        List<String> codes = Arrays.stream(ReasonCode.values()).map(Enum::name).toList();
        for (String language : List.of("ru", "be", "en")) {
            assertThat(keys("/reasons-" + Texts.NEWEST + "_" + language + ".properties"))
                    .as(language)
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    @Test
    void hasEachCorrectionInThreeLanguages() throws IOException {
        List<String> english = keys("/corrections.properties");
        assertThat(keys("/corrections_ru.properties")).containsExactlyInAnyOrderElementsOf(english);
        assertThat(keys("/corrections_be.properties")).containsExactlyInAnyOrderElementsOf(english);
    }

    @Test
    void hasEachFindingInThreeLanguages() throws IOException {
        List<String> english = keys("/consignment_en.properties");
        assertThat(keys("/consignment_ru.properties")).containsExactlyInAnyOrderElementsOf(english);
        assertThat(keys("/consignment_be.properties")).containsExactlyInAnyOrderElementsOf(english);
    }

    private static List<String> keys(String resource) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(TextsTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return List.copyOf(properties.stringPropertyNames());
    }
}
