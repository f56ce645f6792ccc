package org.sharedregistry.extraction;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sharedregistry.extraction.Frames.Limits;
import org.sharedregistry.extraction.Frames.MemberLimits;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they are by default, but for what a test is about. */
final class SomeSettings {

    private SomeSettings() {}

    static ExtractionSettings in(Path folder) {
        return with(folder, Map.of());
    }

    static ExtractionSettings bounded(Path folder, int pages, long characters) {
        return with(folder, Map.of("max-pages", pages, "max-characters", characters));
    }

    static ExtractionSettings withDeadline(Path folder, Duration deadline) {
        return with(folder, Map.of("text-deadline", deadline));
    }

    static ExtractionSettings withMemory(Path folder, long megabytes) {
        return with(folder, Map.of("memory", megabytes + "MB"));
    }

    static ExtractionSettings withPixels(Path folder, long pixels) {
        return with(folder, Map.of("max-pixels", pixels));
    }

    static ExtractionSettings withLanguage(Path folder, String language) {
        return with(folder, Map.of("languages", language));
    }

    /** As a parser process is told them. */
    static Limits limits(int pages) {
        return new Limits(
                pages,
                20_000_000,
                1_000_000,
                40_000_000,
                60,
                "",
                List.of(),
                new MemberLimits(2_000, 100 << 20, 1 << 30, 100));
    }

    static ExtractionSettings with(Path folder, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("x.folder", folder.toString()));
        settings.forEach((name, value) -> all.put("x." + name, value));
        return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("x", ExtractionSettings.class);
    }
}
