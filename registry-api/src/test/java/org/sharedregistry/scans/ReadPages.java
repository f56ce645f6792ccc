package org.sharedregistry.scans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Extraction;
import org.sharedregistry.extraction.TextExtractor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.json.JsonMapper;

/** The pages of documents as the product extracts and recognises them, each kept in a file: recognition is slow. */
final class ReadPages implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final ConfigurableApplicationContext product;
    private final TextExtractor extractor;

    private ReadPages(Path folder, ConfigurableApplicationContext product) {
        this.folder = folder;
        this.product = product;
        this.extractor = product.getBean(TextExtractor.class);
    }

    /** @param folder of the files, which are made where they lack */
    static ReadPages keptIn(Path folder) throws IOException {
        SpringApplication application = new SpringApplication(ProductsExtraction.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        Path parsers = Files.createDirectories(folder.resolve("parser"));
        return new ReadPages(
                folder, application.run("--registry.extraction.folder=" + parsers, "--logging.level.root=warn"));
    }

    List<ExtractedPage> of(JudgedDocument document) throws IOException {
        Path kept = folder.resolve(document.name().replace('/', '-') + ".json");
        if (!Files.exists(kept)) {
            Files.write(kept, JSON.writeValueAsBytes(read(document)));
        }
        return List.of(JSON.readValue(Files.readAllBytes(kept), ExtractedPage[].class));
    }

    private List<ExtractedPage> read(JudgedDocument document) throws IOException {
        Path file = Files.createTempFile(folder, "document-", "");
        try {
            Files.write(file, document.bytes().read());
            SortedMap<Integer, ExtractedPage> pages = new TreeMap<>();
            succeed(
                    document,
                    extractor.extract(file, document.name(), page -> pages.put(page.number(), page), member -> {}));
            TreeSet<Integer> pictures = new TreeSet<>();
            pages.values().stream()
                    .filter(page -> page.source() == Source.PENDING)
                    .forEach(page -> pictures.add(page.number()));
            succeed(document, extractor.recognise(file, pictures, page -> pages.put(page.number(), page)));
            return List.copyOf(pages.values());
        } finally {
            Files.delete(file);
        }
    }

    private static void succeed(JudgedDocument document, Extraction end) throws IOException {
        if (end instanceof Extraction.Failed failed) {
            throw new IOException(document.name() + ": " + failed);
        }
    }

    @Override
    public void close() {
        product.close();
    }

    /** The product's extraction with its parser processes, and nothing else of it. */
    @ComponentScan("org.sharedregistry.extraction")
    @ConfigurationPropertiesScan("org.sharedregistry.extraction")
    static class ProductsExtraction {}
}
