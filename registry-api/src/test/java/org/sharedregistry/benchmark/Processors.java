package org.sharedregistry.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * Processor seconds used so far.
 *
 * @param registry by this process: the server and the load
 * @param database by the processes that this one has started
 * @param machine by all
 * @param available by this time, had none been idle
 */
record Processors(double registry, double database, double machine, double available) {

    static Processors now() throws IOException {
        Duration registry = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        double database = ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(Processors::seconds)
                .sum();
        // "cpu  user nice system idle iowait irq softirq steal guest guest_nice", in hundredths of a second
        double[] ticks = Arrays.stream(Files.readAllLines(Path.of("/proc/stat"))
                        .get(0)
                        .replaceFirst("cpu +", "")
                        .split(" ", -1))
                .limit(8)
                .mapToDouble(Double::parseDouble)
                .toArray();
        double all = Arrays.stream(ticks).sum();
        return new Processors(seconds(registry), database, (all - ticks[3] - ticks[4]) / 100, all / 100);
    }

    Processors since(Processors start) {
        return new Processors(
                registry - start.registry,
                database - start.database,
                machine - start.machine,
                available - start.available);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
