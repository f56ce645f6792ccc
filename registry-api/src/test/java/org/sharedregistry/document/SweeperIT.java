package org.sharedregistry.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sharedregistry.RegistryHttpTest;
import org.sharedregistry.pipeline.Incoming;
import org.sharedregistry.pipeline.Originals;
import org.sharedregistry.storage.ContentHash;
import org.sharedregistry.storage.ObjectStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads that broke off between the bytes and the answer. */
class SweeperIT extends RegistryHttpTest {

    @Autowired
    private Originals originals;

    @Autowired
    private ObjectStore store;

    @Autowired
    private Incoming incoming;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void sweepsWhatWasAnnouncedADayAgoAndNeverAcknowledged() throws IOException {
        ContentHash old = abandon("брошено вчера");
        ContentHash fresh = abandon("брошено только что");
        jdbc.sql("update original set announced_at = now() - interval '25 hours' where sha256 = :hash")
                .param("hash", old.hex())
                .update();

        originals.sweep();

        assertThat(store.exists(old)).isFalse();
        assertThat(originals.find(old)).isEmpty();
        assertThat(store.exists(fresh)).isTrue();
        assertThat(originals.find(fresh)).isPresent();
    }

    @Test
    void takesTheSameBytesInAfterAnUploadThatBrokeOff() throws IOException {
        abandon("со второй попытки");
        String id = as("neman-mikro")
                .upload("again.txt", "со второй попытки".getBytes(UTF_8))
                .at("/id");
        assertThat(awaitFinal(as("neman-mikro"), id).at("/status")).isEqualTo("INDEXED");
    }

    /** Does what an upload does until the process dies before its transaction commits. */
    private ContentHash abandon(String content) throws IOException {
        try (Incoming.Received received = incoming.receive(new ByteArrayInputStream(content.getBytes(UTF_8)))) {
            originals.announce(received.hash(), received.size(), "abandoned.txt");
            store.put(received.hash(), received.file());
            return received.hash();
        }
    }
}
