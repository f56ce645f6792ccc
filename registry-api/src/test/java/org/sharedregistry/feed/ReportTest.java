package org.sharedregistry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final UUID ARCHIVE = new UUID(0, 1);
    private static final UUID LETTER = new UUID(0, 2);
    private static final UUID ATTACHMENT = new UUID(0, 3);

    @Test
    void namesWhatFailedWithinAFileByTheWayThere() {
        Report report = new Report(
                Map.of(file("sub/архив.zip"), ARCHIVE),
                List.of(indexed(ARCHIVE), indexed(LETTER, ARCHIVE), failed(ATTACHMENT, LETTER)),
                List.of());

        assertThat(report.counts()).isEqualTo(Map.of("INDEXED", 2, "FAILED", 1));
        assertThat(report.failures()).containsExactly(new Failure("sub/архив.zip > d2 > d3", "DAMAGED", "It is torn."));
    }

    @Test
    void leavesOutWhatOnlyAnEarlierStateOfTheFolderHeld() {
        Report report = new Report(
                Map.of(file("a.txt"), LETTER),
                List.of(failed(ARCHIVE), failed(ATTACHMENT, ARCHIVE), indexed(LETTER)),
                List.of());

        assertThat(report.counts()).isEqualTo(Map.of("INDEXED", 1));
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void endsWithAContainerThatContainsItself() {
        Report report = new Report(Map.of(), List.of(failed(ARCHIVE, LETTER), failed(LETTER, ARCHIVE)), List.of());

        assertThat(report.failures()).isEmpty();
    }

    @Test
    void countsTheSameBytesOnceAndNamesThemByTheirFirstFile() {
        Report report =
                new Report(Map.of(file("b.pdf"), ARCHIVE, file("a.pdf"), ARCHIVE), List.of(failed(ARCHIVE)), List.of());

        assertThat(report.counts()).isEqualTo(Map.of("FAILED", 1));
        assertThat(report.failures()).extracting(Failure::file).containsExactly("a.pdf");
    }

    @Test
    void tellsOfFilesThatTheRegistryNoLongerHas() {
        Report report = new Report(Map.of(file("b.txt"), ARCHIVE), List.of(), List.of(new Failure("a", "EMPTY", "")));

        assertThat(report.failures()).extracting(Failure::reason).containsExactly("EMPTY", "GONE");
    }

    private static LocalFile file(String name) {
        return new LocalFile(Path.of(name), name, 1, Instant.EPOCH);
    }

    private static Filed indexed(UUID id, UUID... containers) {
        return new Filed(id, "INDEXED", "d" + id.getLeastSignificantBits(), "", null, List.of(containers));
    }

    private static Filed failed(UUID id, UUID... containers) {
        return new Filed(
                id,
                "FAILED",
                "d" + id.getLeastSignificantBits(),
                "",
                new Filed.Reason("DAMAGED", "It is torn."),
                List.of(containers));
    }
}
