package org.sharedregistry.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message is there in all three languages, and every message that a page names is there. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[(}]");
    private static final Pattern COUNTED = Pattern.compile("@say\\.count\\('([\\w.-]+)'");
    private static final Pattern VALUE = Pattern.compile("\\{(\\d)");

    @ParameterizedTest
    @MethodSource("bundles")
    void standInThreeLanguages(Path english) {
        Properties expected = read(english);
        for (String language : List.of("_ru", "_be")) {
            Properties found = read(sibling(english, language));
            assertThat(found.stringPropertyNames())
                    .as("%s%s", english, language)
                    .isEqualTo(expected.stringPropertyNames());
            assertThat(found.stringPropertyNames())
                    .allSatisfy(key -> assertThat(values(found.getProperty(key)))
                            .as("values in %s%s %s", english.getFileName(), language, key)
                            .isEqualTo(values(expected.getProperty(key))))
                    .allSatisfy(key -> assertThat(found.getProperty(key)).isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void holdWhatAPageSays(Path template) throws IOException {
        Set<String> known = new TreeSet<>();
        bundles().forEach(bundle -> known.addAll(read(bundle).stringPropertyNames()));
        String text = Files.readString(template);
        assertThat(known).containsAll(matches(IN_TEMPLATE, text, ""));
        for (String form : List.of(".one", ".few", ".many")) {
            assertThat(known).containsAll(matches(COUNTED, text, form));
        }
    }

    static Stream<Path> bundles() {
        return files("messages").filter(file -> !file.toString().matches(".*_(ru|be)\\.properties"));
    }

    static Stream<Path> templates() {
        return files("templates");
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> found = Files.walk(RESOURCES.resolve(folder))) {
            return found.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> matches(Pattern pattern, String text, String suffix) {
        Set<String> keys = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            keys.add(matcher.group(1) + suffix);
        }
        return keys;
    }

    private static Set<String> values(String message) {
        return matches(VALUE, message, "");
    }

    private static Path sibling(Path english, String language) {
        return english.resolveSibling(
                english.getFileName().toString().replace(".properties", language + ".properties"));
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
