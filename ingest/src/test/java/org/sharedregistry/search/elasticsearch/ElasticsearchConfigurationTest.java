package org.sharedregistry.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.util.Throwables.getStackTrace;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.lucene.LuceneSearchIndex;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

class ElasticsearchConfigurationTest {

    private static final String ENGINE = "registry.search.engine=elasticsearch";
    private static final String HOSTS = "registry.search.elasticsearch.hosts=https://one:9200,https://two:9200";

    @Test
    void startsWhileTheClusterIsAway() {
        runner(ENGINE, HOSTS, "registry.search.elasticsearch.api-key=key")
                .run(context ->
                        assertThat(context).getBean(SearchIndex.class).isInstanceOf(ElasticsearchSearchIndex.class));
    }

    @Test
    void isLuceneWhereNothingIsSet(@TempDir Path folder) {
        runner("registry.search.lucene.folder=" + folder)
                .run(context -> assertThat(context).getBean(SearchIndex.class).isInstanceOf(LuceneSearchIndex.class));
    }

    @Test
    void refusesAnEngineThatThereIsNot() {
        runner("registry.search.engine=solr").run(context -> assertThat(context).hasFailed());
    }

    @Test
    void saysWhatIsNotSet() {
        runner(ENGINE)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("REGISTRY_SEARCH_ELASTICSEARCH_HOSTS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hosts=localhost:9200",
                "hosts=http://localhost",
                "hosts=http://localhost:9200/path",
                "prefix=Registry",
                "prefix=registry-two",
                "shards=0",
                "replicas=-1",
                "timeout=0s",
                "username=alone",
                "certificate=/no/such/file",
                "hostz=http://localhost:9200"
            })
    void refusesAWrongSetting(String setting) {
        runner(ENGINE, HOSTS, "registry.search.elasticsearch." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void neverTellsTheSecrets() {
        runner(
                        ENGINE,
                        HOSTS,
                        "registry.search.elasticsearch.username=somebody",
                        "registry.search.elasticsearch.password=secret1",
                        "registry.search.elasticsearch.api-key=secret2")
                .run(context -> assertThat(getStackTrace(context.getStartupFailure()))
                        .contains("or an API key")
                        .doesNotContain("secret1", "secret2"));
    }

    private static ApplicationContextRunner runner(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Everything.class)
                .withPropertyValues(settings);
    }

    /** Finds what the application would. */
    @ComponentScan(
            basePackages = "org.sharedregistry.search",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Configuration.class))
    @ConfigurationPropertiesScan("org.sharedregistry.search")
    static class Everything {}
}
