package org.sharedregistry.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks questions in turn over a number of connections, for a time. */
final class Load {

    private final int connections;

    Load(int connections) {
        this.connections = connections;
    }

    /** @param questions in turn; each is asked again only when all were */
    Result run(Server server, List<String> questions, int seconds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<Asked>> running = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int first = i;
            running.add(threads.submit(() -> ask(server, questions, first, end)));
        }
        List<Asked> all = new ArrayList<>();
        for (Future<Asked> each : running) {
            all.add(each.get());
        }
        threads.shutdown();
        long[] nanos = all.stream()
                .flatMapToLong(each -> Arrays.stream(each.nanos))
                .sorted()
                .toArray();
        long cpu = all.stream().mapToLong(each -> each.cpuNanos).sum();
        return new Result(
                nanos.length, (double) nanos.length / seconds, millis(nanos, 0.5), millis(nanos, 0.99), cpu / 1e9);
    }

    private Asked ask(Server server, List<String> questions, int first, long end) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long[] nanos = new long[1 << 20];
        int count = 0;
        try (Connection connection = server.connect()) {
            while (System.nanoTime() < end && count < nanos.length) {
                long start = System.nanoTime();
                connection.ask(questions.get((int) ((first + (long) count * connections) % questions.size())));
                nanos[count++] = System.nanoTime() - start;
            }
        }
        return new Asked(Arrays.copyOf(nanos, count), threads.getCurrentThreadCpuTime() - cpu);
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }

    /** Takes connections. */
    interface Server {
        Connection connect() throws Exception;
    }

    /** Takes one question after the other. */
    interface Connection extends AutoCloseable {

        /** Comes back with the whole answer, which must be a good one. */
        void ask(String question) throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** What one thread measured. */
    private static final class Asked {
        private final long[] nanos;
        private final long cpuNanos;

        Asked(long[] nanos, long cpuNanos) {
            this.nanos = nanos;
            this.cpuNanos = cpuNanos;
        }
    }

    /**
     * Answers in all and a second, the time of the median and of the slowest in a hundred, in milliseconds, and the
     * processor seconds of the asking itself.
     */
    record Result(long count, double perSecond, double median, double p99, double askingSeconds) {}
}
