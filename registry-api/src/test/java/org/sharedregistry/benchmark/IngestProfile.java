package org.sharedregistry.benchmark;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Where the time of a server that takes files in goes. */
final class IngestProfile {

    /** The server by subject; the first that a class fits counts. What parses and PostgreSQL are other processes. */
    private static final Profile SUBJECTS = new Profile(
            Stream.of(
                            Profile.Part.of("parse", "org.sharedregistry.extraction"),
                            Profile.Part.of(
                                    "index",
                                    "org.sharedregistry.search",
                                    "org.sharedregistry.language",
                                    "org.sharedregistry.identifier",
                                    "org.sharedregistry.catalogue",
                                    "org.apache.lucene"),
                            Profile.Part.of(
                                    "store", "org.sharedregistry.storage", "org.sharedregistry.pipeline.Incoming"),
                            Profile.Part.of(
                                    "database",
                                    "org.postgresql",
                                    "com.zaxxer.hikari",
                                    "org.springframework.jdbc",
                                    "org.springframework.transaction",
                                    "org.sharedregistry.pipeline"),
                            Profile.Part.of(
                                    "HTTP",
                                    "org.apache.tomcat",
                                    "org.apache.catalina",
                                    "org.apache.coyote",
                                    "org.springframework.web",
                                    "org.springframework.security",
                                    "org.sharedregistry"))
                    .flatMap(parts -> parts)
                    .toList(),
            thread -> true);

    private final RegistryServer server;

    IngestProfile(RegistryServer server) {
        this.server = server;
    }

    /** Prints what the server does while it works off a corpus. */
    void print(Corpus corpus, int copy, Path folder) throws Exception {
        Path recording = folder.resolve("registry.jfr");
        Map<String, Double> start = ProcessorSeconds.ofThreads(server.process());
        server.record();
        Side.Run run = server.run(corpus, copy);
        server.stopRecording(recording);
        Map<String, Double> threads = ProcessorSeconds.ofThreads(server.process());
        start.forEach((name, seconds) -> threads.merge(name, -seconds, Double::sum));
        System.out.printf("%nProfile of %d files in %.1f s%n", run.files(), run.seconds());
        System.out.println("Processor per file: " + run.used().each(run.files()));
        printThreads(threads, run.files());
        SUBJECTS.print(recording);
    }

    private static void printThreads(Map<String, Double> seconds, int files) {
        System.out.println("The server's threads, per file");
        seconds.entrySet().stream()
                .filter(each -> each.getValue() > 0.01)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .forEach(each -> System.out.printf("  %6.2f ms  %s%n", each.getValue() * 1_000 / files, each.getKey()));
    }
}
