package org.sharedregistry.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.sharedregistry.search.SearchUnavailable;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** The cluster that is asked. A request that it has no room for now is repeated a few times with growing pauses. */
final class Cluster implements AutoCloseable {

    private static final int NO_ANSWER = 0;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;

    private final RestClient http;
    private final ElasticsearchClient client;

    Cluster(RestClient http) {
        this.http = http;
        client = new ElasticsearchClient(new RestClientTransport(http, new Jackson3JsonpMapper()));
    }

    /**
     * Asks something that may be asked again.
     *
     * @throws SearchUnavailable when the cluster cannot be reached, or can or will not do it now
     * @throws IllegalStateException when it takes the request for a wrong one
     */
    <T> T ask(Request<T> request) {
        BackOffExecution pauses = pauses();
        while (true) {
            try {
                return request.of(client);
            } catch (ElasticsearchException | IOException e) {
                int status = status(e);
                long pause = status == TOO_MANY_REQUESTS ? pauses.nextBackOff() : BackOffExecution.STOP;
                if (pause == BackOffExecution.STOP) {
                    throw failure(status, e);
                }
                rest(pause);
            } catch (RuntimeException e) {
                // As the client tells that it is closed, or its thread interrupted.
                if (!http.isRunning() || e.getCause() instanceof InterruptedException) {
                    throw new SearchUnavailable("The search index is closed", e);
                }
                throw e;
            }
        }
    }

    JsonpMapper json() {
        return client._jsonpMapper();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new SearchUnavailable("The connection to Elasticsearch does not close", e);
        }
    }

    /** Of the answer; the client has two exceptions for one that is no. */
    private static int status(Exception e) {
        if (e instanceof ElasticsearchException answer) {
            return answer.status();
        }
        return e instanceof ResponseException answer
                ? answer.getResponse().getStatusLine().getStatusCode()
                : NO_ANSWER;
    }

    private static RuntimeException failure(int status, Exception e) {
        if (status == BAD_REQUEST) {
            return new IllegalStateException("Elasticsearch does not understand: " + e.getMessage(), e);
        }
        String happened = status == NO_ANSWER ? "cannot be reached" : "answers " + status;
        return new SearchUnavailable("Elasticsearch " + happened + ": " + e.getMessage(), e);
    }

    /** Five of them, three seconds in all. */
    private static BackOffExecution pauses() {
        ExponentialBackOff pauses = new ExponentialBackOff(100, 2);
        pauses.setMaxAttempts(5);
        return pauses.start();
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable("Interrupted while Elasticsearch had no room", e);
        }
    }

    /** One or several calls, which fail as one. */
    interface Request<T> {
        T of(ElasticsearchClient client) throws IOException;
    }
}
