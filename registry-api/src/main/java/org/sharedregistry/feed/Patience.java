package org.sharedregistry.feed;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/**
 * Sends requests again until they are answered: as long as the registry says when to come back (RFC 9110, {@code
 * Retry-After}), and for a while when the connection breaks or something on the way is down.
 *
 * @param first the pause after the first failure; each further one is twice as long, up to {@code longest}
 * @param failures how many failures in a row are one too many
 */
record Patience(Duration first, Duration longest, int failures) {

    /** About four minutes: enough for a registry to be started anew. */
    static final Patience USUAL = new Patience(Duration.ofMillis(500), Duration.ofSeconds(30), 12);

    static final Patience NONE = new Patience(Duration.ZERO, Duration.ZERO, 1);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    /**
     * @param request makes the request anew for each attempt
     * @throws RegistryUnreachable when patience is at its end
     * @throws IOException when the request cannot be made
     */
    HttpResponse<byte[]> send(HttpClient http, Request request) throws IOException, InterruptedException {
        int failed = 0;
        while (true) {
            HttpRequest attempt = request.make();
            String failure;
            try {
                HttpResponse<byte[]> response = http.send(attempt, BodyHandlers.ofByteArray());
                int status = response.statusCode();
                long comeBack = response.headers()
                        .firstValue("Retry-After")
                        .filter(value -> value.matches("\\d{1,6}"))
                        .map(Long::parseLong)
                        .orElse(status == TOO_MANY_REQUESTS ? 1L : 0L);
                if (status == TOO_MANY_REQUESTS || (AWAY.contains(status) && comeBack > 0)) {
                    Thread.sleep(Duration.ofSeconds(comeBack).toMillis());
                    continue;
                }
                if (!AWAY.contains(status)) {
                    return response;
                }
                failure = "HTTP " + status;
            } catch (IOException e) {
                failure = e.toString();
            }
            failed++;
            if (failed >= failures) {
                throw new RegistryUnreachable(failure);
            }
            Thread.sleep(pause(failed).toMillis());
        }
    }

    private Duration pause(int failed) {
        Duration doubled = first.multipliedBy(1L << Math.min(failed - 1, 16));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    /** Makes a request, whose body can be sent once. */
    interface Request {
        HttpRequest make() throws IOException;
    }
}
