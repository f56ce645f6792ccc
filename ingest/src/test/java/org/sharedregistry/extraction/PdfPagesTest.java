package org.sharedregistry.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.extraction.ExtractedPage.Source;

class PdfPagesTest {

    @Test
    void leavesPagesThatWereNotReadToTheRecogniserUnlessTheyAreEmpty(@TempDir Path folder) throws IOException {
        Path file = new SampleFiles(folder).pdf("one", "", "three", "four");
        List<ExtractedPage> pages = new ArrayList<>();

        int count = PdfPages.giveUnread(file, 1, SomeSettings.limits(3), pages::add);

        assertThat(count).isEqualTo(3);
        assertThat(pages)
                .containsExactly(
                        new ExtractedPage(2, "", Source.NONE, List.of()),
                        new ExtractedPage(3, "", Source.PENDING, List.of()));
    }
}
