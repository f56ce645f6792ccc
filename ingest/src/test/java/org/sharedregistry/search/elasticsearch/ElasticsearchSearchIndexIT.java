package org.sharedregistry.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedregistry.search.Ask.ask;
import static org.sharedregistry.search.SomeEntry.someEntry;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchIndexContract;
import org.sharedregistry.search.SearchUnavailable;

class ElasticsearchSearchIndexIT extends SearchIndexContract {

    private static int prefixes;

    private final ElasticsearchServer server = ElasticsearchServer.shared();
    private String prefix = "";

    @Override
    protected SearchIndex emptyIndex() throws IOException {
        prefixes++;
        prefix = "registry" + prefixes;
        return sameIndex();
    }

    @Override
    protected SearchIndex reopened() throws IOException {
        return sameIndex();
    }

    @AfterEach
    void deleteAll() {
        server.delete(prefix + "-*");
    }

    @Test
    void keepsEverythingForAnotherProcess() throws IOException {
        index.write(List.of(
                someEntry("1").saying("насос").put(),
                someEntry("2").saying("насос").onlyFor("BY").put()));
        index.close();
        index = sameIndex();

        assertThat(index.activeGeneration()).contains("first");
        assertThat(found(ask("насос").as("BY"))).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void writesToAGenerationThatAnotherProcessFills() throws IOException {
        try (SearchIndex another = sameIndex()) {
            another.beginGeneration("second");
            index.write(List.of(someEntry("1").put()));
            another.activateGeneration("second");
        }

        assertThat(index.activeGeneration()).contains("second");
        assertThat(found(ask(""))).containsExactly("1");
    }

    @Test
    void countsAsNoneInAnOlderForm() {
        index.write(List.of(someEntry("1").put()));
        index.beginGeneration("second");
        server.delete(prefix + "-f" + Fields.FORM + "-*");
        server.create(prefix + "-f0-public-first", prefix + "-f0-active-public");
        server.create(prefix + "-f0-restricted-first", prefix + "-f0-active-restricted");

        assertThat(index.activeGeneration()).isEmpty();
        assertThatThrownBy(() -> index.search(ask("").query())).isInstanceOf(SearchUnavailable.class);

        index.beginGeneration("first");
        index.activateGeneration("first");

        assertThat(server.indices(prefix)).hasSize(2).noneMatch(name -> name.contains("-f0-"));
    }

    @Test
    void leavesAloneWhatIsNotItsOwn() {
        server.create(prefix + "-other", prefix + "-f" + Fields.FORM + "-other");
        server.create(prefix + "x-f" + Fields.FORM + "-public-first", prefix + "x-f" + Fields.FORM + "-active-public");
        index.beginGeneration("second");
        index.activateGeneration("second");

        assertThat(server.indices(prefix)).contains(prefix + "-other", prefix + "x-f" + Fields.FORM + "-public-first");
        server.delete(prefix + "x-*");
    }

    @Test
    void isUnavailableWhenHalfOfItIsLost() {
        server.delete(prefix + "-f" + Fields.FORM + "-restricted-*");

        assertThat(index.activeGeneration()).isEmpty();
        assertThatThrownBy(() -> index.search(ask("").as("BY").query())).isInstanceOf(SearchUnavailable.class);
        assertThatThrownBy(() -> index.write(List.of(someEntry("1").put()))).isInstanceOf(SearchUnavailable.class);
    }

    private SearchIndex sameIndex() throws IOException {
        return ElasticsearchConfiguration.index(server.settings(prefix));
    }
}
