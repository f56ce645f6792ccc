package org.sharedregistry.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Where a server's threads spend their time, sampled by the Java flight recorder.
 *
 * @param parts of the server; a sample belongs to the first frame from the top that lies in one
 * @param threads the names of those that count
 */
record Profile(List<Part> parts, Predicate<String> threads) {

    private static final int SHOWN = 60;

    /** What is nearly always on the stack tells nothing. */
    private static final double COMMON = 0.95;

    /** Prints what the threads of this JVM do while some work is done. */
    void print(Callable<?> work) throws Exception {
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

    /** Prints what has been recorded. */
    void print(Path file) throws IOException {
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        List<RecordedEvent> samples = events.stream()
                .filter(event -> event.getEventType().getName().equals("jdk.ExecutionSample"))
                .filter(event -> counts(event.getThread("sampledThread")))
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
                .filter(event -> counts(event.getThread()) && event.getStackTrace() != null)
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

    private boolean counts(@Nullable RecordedThread thread) {
        return thread != null && thread.getJavaName() != null && threads.test(thread.getJavaName());
    }

    private String part(List<String> frames) {
        return frames.stream()
                .flatMap(frame -> parts.stream()
                        .filter(part -> frame.startsWith(part.beginning))
                        .limit(1))
                .findFirst()
                .map(Part::name)
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

    /**
     * A part of the server.
     *
     * @param beginning of the names of its classes
     */
    record Part(String name, String beginning) {

        /** A part that is spread over several packages. */
        static Stream<Part> of(String name, String... beginnings) {
            return Arrays.stream(beginnings).map(beginning -> new Part(name, beginning));
        }
    }
}
