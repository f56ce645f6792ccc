package org.sharedregistry.benchmark;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.sharedregistry.extraction.Extraction;
import org.sharedregistry.extraction.TextExtractor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The registry's own extraction with its parser processes, and nothing else of the registry. */
@ComponentScan("org.sharedregistry.extraction")
@ConfigurationPropertiesScan("org.sharedregistry.extraction")
class IsolatedExtraction {

    /** @param arguments how many threads there are to be, and settings */
    public static void main(String[] arguments) throws Exception {
        SpringApplication application = new SpringApplication(IsolatedExtraction.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            TextExtractor extractor = context.getBean(TextExtractor.class);
            ReadingSide.serve(Integer.parseInt(arguments[0]), file -> characters(extractor, file));
        }
    }

    private static long characters(TextExtractor extractor, Path file) {
        AtomicLong characters = new AtomicLong();
        Extraction end = extractor.extract(
                file,
                file.getFileName().toString(),
                page -> characters.addAndGet(page.text().length()),
                member -> {});
        if (end instanceof Extraction.Failed failed) {
            throw new IllegalStateException(file + ": " + failed);
        }
        return characters.get();
    }
}
