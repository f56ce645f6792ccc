package org.sharedregistry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.classreading.MetadataReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names of all settings that something reads. */
public final class KnownSettings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KnownSettings() {}

    /** Of the registry itself, such as {@code registry.s3.accessKey}. */
    public static List<String> ofTheRegistry() {
        ClassPathScanningCandidateComponentProvider records = new ClassPathScanningCandidateComponentProvider(false) {
            // Those too that are read under a condition.
            @Override
            protected boolean isCandidateComponent(MetadataReader type) {
                return type.getAnnotationMetadata().hasAnnotation(ConfigurationProperties.class.getName());
            }
        };
        return records.findCandidateComponents("org.sharedregistry").stream()
                .map(KnownSettings::load)
                .flatMap(KnownSettings::names)
                .toList();
    }

    /** Of what the registry is built with, such as {@code spring.datasource.url}. */
    public static List<String> ofSpring() {
        return KnownSettings.class
                .getClassLoader()
                .resources("META-INF/spring-configuration-metadata.json")
                .map(KnownSettings::read)
                .flatMap(metadata -> metadata.path("properties").valueStream())
                .map(property -> property.path("name").asString())
                .toList();
    }

    private static Stream<String> names(Class<?> settings) {
        String prefix = Objects.requireNonNull(settings.getAnnotation(ConfigurationProperties.class))
                .prefix();
        return Stream.of(settings.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> prefix + "." + name);
    }

    private static Class<?> load(BeanDefinition definition) {
        try {
            return Class.forName(definition.getBeanClassName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(URL metadata) {
        try (InputStream in = metadata.openStream()) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
