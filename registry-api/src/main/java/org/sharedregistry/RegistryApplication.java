package org.sharedregistry;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sharedregistry.feed.FeedCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the registry. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class RegistryApplication {

    public static void main(String[] arguments) {
        // spring-boot:run puts an option of its own before the command.
        List<String> words =
                Stream.of(arguments).dropWhile(word -> word.startsWith("--")).toList();
        if (!words.isEmpty() && words.get(0).equals(FeedCommand.NAME)) {
            System.exit(FeedCommand.run(words));
        }
        SpringApplication.run(RegistryApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** In what is sent to us, a collection that is left out is an empty one. */
    @Bean
    JsonMapperBuilderCustomizer emptyCollections() {
        return builder -> List.of(Set.class, List.class, Map.class)
                .forEach(type -> builder.withConfigOverride(
                        type, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))));
    }
}
