package org.sharedregistry.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.Client;

/** Far more uploads than a small heap could hold, from more senders than are received at once. */
class BackPressureIT {

    private static final int UPLOADS = 2_000;
    private static final int SENDERS = 64;
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    private Path home;

    private RegistryProcess registry;

    @BeforeEach
    void start() throws Exception {
        registry = RegistryProcess.in(home);
    }

    @AfterEach
    void stop() throws Exception {
        registry.stop();
    }

    @Test
    void takesEveryUploadInOrTellsItsSenderToComeBackWithinASmallHeap() throws Exception {
        Client maker = registry.as("berezina-traktor");
        Client officer = registry.as("officer-BY");
        List<Callable<Integer>> uploads = new ArrayList<>();
        for (int number = 0; number < UPLOADS; number++) {
            int place = number;
            uploads.add(() -> upload(maker, place));
        }
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            uploads.forEach(upload -> answers.add(senders.submit(upload)));
            int comeBacks = 0;
            for (int i = 0; i < UPLOADS; i++) {
                comeBacks += answers.get(i).get();
                if (i % 100 == 0) {
                    assertAnswered(officer);
                }
            }
            assertThat(comeBacks).as("uploads told to come back").isPositive();
        } finally {
            senders.shutdownNow();
        }
        assertThat(registry.count("select count(*) from document where file_name like 'большой%'"))
                .isEqualTo(UPLOADS);
        assertThat(Files.readString(home.resolve("log.txt"))).doesNotContain("OutOfMemoryError");
    }

    /** An officer is answered all the while. */
    private static void assertAnswered(Client officer) {
        assertThat(officer.get("/api/v1/verifications", "number", "ЕАЭС RU С-BY.НА81.В.00123/24", "destination", "RU")
                        .status())
                .isEqualTo(200);
    }

    /** Sends a file until it is taken; gives how often it was told to come back. */
    private static int upload(Client maker, int number) throws InterruptedException {
        byte[] content = new byte[MEGABYTE];
        new Random(number).nextBytes(content);
        for (int comeBacks = 0; ; comeBacks++) {
            Client.Answer answer = maker.upload("большой" + number + ".bin", content);
            if (answer.status() == 202) {
                return comeBacks;
            }
            assertThat(answer.status()).as(answer.at("/detail")).isEqualTo(429);
            TimeUnit.SECONDS.sleep(Long.parseLong(answer.header("Retry-After")));
        }
    }
}
