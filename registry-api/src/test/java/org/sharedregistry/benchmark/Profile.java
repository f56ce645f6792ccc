package org.sharedregistry.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the server's threads spend their time, sampled by the Java flight recorder. */
final class Profile {

    /** Parts of the server; a sample belongs to the first frame from the top that lies in one. */
    private static final List<String> PARTS = List.of(
            "org.sharedregistry.identifier",
            "org.sharedregistry.recognition",
            "org.sharedregistry",
            "tools.jackson",
            "org.postgresql",
            "com.zaxxer.hikari",
            "org.springframework.jdbc",
            "org.springframework.security",
            "org.springframework.context.support",
            "org.springframework",
            "io.micrometer",
            "org.apache");

    private static final int SHOWN = 60;

    /** What is nearly always on the stack tells nothing. */
    private static final double COMMON = 0.95;

    private Profile() {}

    /** Prints what the threads that answer HTTP do while some work is done. */
    static void print(Callable<?> work) throws Exception {
        Path file = Files.createTempFile("profile", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.enable("jdk.ObjectAllocationSample").with("throttle", "300/s");
            recording.start();
            work.call();
            recording.stop();
            recording.dump(file);
            print(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void print(Path file) throws IOException {
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        List<RecordedEvent> samples = events.stream()
                .filter(event -> event.getEventType().getName().equals("jdk.ExecutionSample"))
                .filter(event -> event.getThread("sampledThread").getJavaName().startsWith("http-nio"))
                .toList();
        Map<String, Double> parts = new TreeMap<>();
        Map<String, Double> methods = new TreeMap<>();
        Map<String, Double> types = new TreeMap<>();
        Map<String, Double> tops = new TreeMap<>();
        samples.forEach(sample -> {
            parts.merge(part(frames(sample)), 1.0, Double::sum);
            ours(frames(sample)).forEach(method -> methods.merge(method, 1.0, Double::sum));
            types(frames(sample)).forEach(type -> types.merge(type, 1.0, Double::sum));
            tops.merge(frames(sample).get(0), 1.0, Double::sum);
        });
        print("Time by part (" + samples.size() + " samples)", parts, samples.size());
        print("Time in and below each method of ours", methods, samples.size());
        print("Time in and below each class of others", types, samples.size());
        print("Time in each method alone", tops, samples.size());
        Map<String, Double> allocations = new TreeMap<>();
        events.stream()
                .filter(event -> event.getEventType().getName().equals("jdk.ObjectAllocationSample"))
                .filter(event -> event.getThread() != null
                        && event.getThread().getJavaName().startsWith("http-nio")
                        && event.getStackTrace() != null)
                .forEach(
                        event -> allocations.merge(part(frames(event)), (double) event.getLong("weight"), Double::sum));
        print(
                "Allocation by part",
                allocations,
                allocations.values().stream().mapToDouble(weight -> weight).sum());
    }

    private static List<String> frames(RecordedEvent sample) {
        return sample.getStackTrace().getFrames().stream()
                .filter(RecordedFrame::isJavaFrame)
                .map(frame -> frame.getMethod().getType().getName() + "."
                        + frame.getMethod().getName())
                .toList();
    }

    private static String part(List<String> frames) {
        return frames.stream()
                .flatMap(frame -> PARTS.stream().filter(frame::startsWith).limit(1))
                .findFirst()
                .orElse("other");
    }

    /** What stands in a stack more than once counts once. */
    private static Set<String> ours(List<String> frames) {
        Set<String> ours = new HashSet<>();
        frames.stream()
                .filter(frame -> frame.startsWith("org.sharedregistry.") && !frame.contains("lambda$"))
                .map(frame -> frame.replaceFirst("\\$\\$.*?(?=\\.[^.]*$)", ""))
                .forEach(ours::add);
        return ours;
    }

    private static Set<String> types(List<String> frames) {
        return frames.stream()
                .filter(frame -> !frame.startsWith("org.sharedregistry.") && !frame.startsWith("java"))
                .map(frame -> frame.substring(0, frame.lastIndexOf('.')).replaceFirst("\\$\\$.*", ""))
                .collect(Collectors.toSet());
    }

    private static void print(String title, Map<String, Double> weights, double all) {
        System.out.println(title);
        weights.entrySet().stream()
                .filter(each -> each.getValue() < COMMON * all)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(each -> System.out.printf("  %5.1f %%  %s%n", each.getValue() * 100 / all, each.getKey()));
    }
}
