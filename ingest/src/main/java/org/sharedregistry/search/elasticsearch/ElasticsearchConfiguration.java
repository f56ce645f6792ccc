package org.sharedregistry.search.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.transport.TransportUtils;
import java.io.IOException;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.search.SearchEngine;
import org.sharedregistry.search.SearchIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

@Configuration
@Conditional(ElasticsearchConfiguration.Chosen.class)
class ElasticsearchConfiguration {

    @Bean
    SearchIndex searchIndex(ElasticsearchSettings settings) throws IOException {
        return index(settings);
    }

    static ElasticsearchSearchIndex index(ElasticsearchSettings settings) throws IOException {
        return new ElasticsearchSearchIndex(new Cluster(client(settings)), settings);
    }

    /** Asks nothing of the cluster yet: the registry starts, and all but search works, while that is away. */
    private static RestClient client(ElasticsearchSettings settings) throws IOException {
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        RestClientBuilder builder = RestClient.builder(
                        settings.hosts().stream().map(HttpHost::create).toArray(HttpHost[]::new))
                .setRequestConfigCallback(request -> request.setConnectTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .setSocketTimeout(timeout));
        Header identity = identity(settings);
        if (identity != null) {
            builder.setDefaultHeaders(new Header[] {identity});
        }
        if (settings.certificate() != null) {
            SSLContext trusted = TransportUtils.sslContextFromHttpCaCrt(
                    settings.certificate().toFile());
            builder.setHttpClientConfigCallback(http -> http.setSSLContext(trusted));
        }
        return builder.build();
    }

    private static @Nullable Header identity(ElasticsearchSettings settings) {
        if (settings.apiKey() != null) {
            return new BasicHeader(HttpHeaders.AUTHORIZATION, "ApiKey " + settings.apiKey());
        }
        if (settings.username() == null || settings.password() == null) {
            return null;
        }
        String both = settings.username() + ":" + settings.password();
        return new BasicHeader(
                HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
    }

    static final class Chosen implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return SearchEngine.chosen(context.getEnvironment()) == SearchEngine.ELASTICSEARCH;
        }
    }
}
