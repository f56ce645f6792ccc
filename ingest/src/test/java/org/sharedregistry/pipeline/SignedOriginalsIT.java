package org.sharedregistry.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.database.TestDatabase;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.SampleSigner;
import org.sharedregistry.extraction.Signature;
import org.sharedregistry.extraction.TextExtractor;
import org.sharedregistry.pipeline.Original.State;
import org.sharedregistry.storage.ContentHash;
import org.sharedregistry.storage.ObjectStore;
import org.sharedregistry.storage.folder.FolderObjectStore;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Signatures as they are kept, and compared with what else is kept. */
class SignedOriginalsIT {

    private static final byte[] LETTER = "Декларация".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private ObjectStore store;
    private Originals originals;
    private Incoming incoming;

    @BeforeEach
    void createTheOriginals() {
        var database = TestDatabase.create().dataSource();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/ingest")
                .defaultSchema("registry")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        store = new FolderObjectStore(folder.resolve("store"));
        incoming = new Incoming(new PipelineSettings(
                folder.resolve("incoming"),
                /* textWorkers= */ 1,
                /* ocrWorkers= */ 1,
                /* attempts= */ 1,
                Duration.ZERO,
                /* deepestContainer= */ 4,
                /* mostMembers= */ 100));
        originals = new Originals(
                jdbc,
                JsonMapper.builder().build(),
                store,
                new ReadingQueue(jdbc),
                new JdbcTransactionManager(database));
    }

    @Test
    void keepsTheSignaturesOfAnOriginalAndComparesThemWithAnother() {
        new ApplicationContextRunner()
                .withUserConfiguration(Parsers.class)
                .withPropertyValues("registry.extraction.folder=" + folder.resolve("parsers"))
                .run(context -> {
                    TextExtractor extractor = context.getBean(TextExtractor.class);
                    ContentHash letter = keep("letter.txt", LETTER);
                    ContentHash other = keep("other.txt", "Иное".getBytes(UTF_8));
                    ContentHash signature =
                            keep("letter.sig", SampleSigner.gost().sign(LETTER, false));

                    originals.read(signature, read(extractor, signature), State.EXTRACTED);

                    List<Signature> kept =
                            originals.find(signature).orElseThrow().signatures();
                    assertThat(kept).isEqualTo(read(extractor, signature).signatures());
                    assertThat(kept).extracting(Signature::state).containsExactly(Signature.State.CONTENT_MISSING);
                    assertThat(originals.find(letter).orElseThrow().signatures())
                            .isEmpty();

                    Signatures signatures = new Signatures(originals, incoming, extractor);
                    assertThat(signatures.verify(signature, letter))
                            .extracting(Signature::state)
                            .containsExactly(Signature.State.INTACT);
                    assertThat(signatures.verify(signature, other))
                            .extracting(Signature::state)
                            .containsExactly(Signature.State.ALTERED);
                    assertThat(folder.resolve("incoming")).isEmptyDirectory();
                });
    }

    private ContentHash keep(String name, byte[] content) throws IOException {
        try (Incoming.Received received = incoming.receive(new ByteArrayInputStream(content))) {
            originals.announce(received.hash(), received.size(), name);
            store.put(received.hash(), received.file());
            return received.hash();
        }
    }

    private Finished read(TextExtractor extractor, ContentHash signature) {
        try (Incoming.Received copy = originals.copy(signature, incoming)) {
            return assertThat(extractor.extract(copy.file(), "letter.sig", page -> {}, member -> {}))
                    .asInstanceOf(type(Finished.class))
                    .actual();
        }
    }

    @Configuration
    @ComponentScan("org.sharedregistry.extraction")
    @ConfigurationPropertiesScan("org.sharedregistry.extraction")
    static class Parsers {}
}
