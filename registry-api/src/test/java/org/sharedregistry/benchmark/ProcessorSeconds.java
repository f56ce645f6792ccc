package org.sharedregistry.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor seconds, of programs and of the system on their behalf, that a process has used so far.
 *
 * @param own by itself
 * @param parsers by the processes that it has started to read files, those that have ended included
 * @param database by the PostgreSQL that it has started
 */
record ProcessorSeconds(double own, double parsers, double database) {

    private static final double TICKS_A_SECOND = 100;

    static ProcessorSeconds of(Process process) {
        double parsers = 0;
        double database = 0;
        for (ProcessHandle child : process.children().toList()) {
            double all = all(child);
            for (ProcessHandle descendant : child.descendants().toList()) {
                all += all(descendant);
            }
            if (child.info().commandLine().orElse("").contains("postgres-watchdog")) {
                database += all;
            } else {
                parsers += all;
            }
        }
        Ticks itself = Ticks.of(Path.of("/proc", String.valueOf(process.pid())));
        return new ProcessorSeconds(itself.own, parsers + itself.ended, database);
    }

    /** The seconds of each thread that runs, by its name without numbers; of a long name it is the beginning. */
    static Map<String, Double> ofThreads(Process process) throws IOException {
        Map<String, Double> seconds = new TreeMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            for (Path thread : threads.toList()) {
                Ticks ticks = Ticks.of(thread);
                seconds.merge(ticks.name.replaceFirst("[-#]?[0-9.]+$", ""), ticks.own, Double::sum);
            }
        }
        return seconds;
    }

    ProcessorSeconds since(ProcessorSeconds start) {
        return new ProcessorSeconds(own - start.own, parsers - start.parsers, database - start.database);
    }

    double sum() {
        return own + parsers + database;
    }

    String each(int documents) {
        double millis = 1_000.0 / documents;
        return String.format(
                Locale.ROOT,
                "%.1f ms itself, %.1f ms parsers, %.1f ms database",
                own * millis,
                parsers * millis,
                database * millis);
    }

    private static double all(ProcessHandle process) {
        Ticks ticks = Ticks.of(Path.of("/proc", String.valueOf(process.pid())));
        return ticks.own + ticks.ended;
    }

    /** In seconds: a thread's or process's own, and those of its children that have ended. */
    private record Ticks(String name, double own, double ended) {

        /** After the name in brackets, which may hold anything, come state, ten more, utime, stime, cutime, cstime. */
        static Ticks of(Path folder) {
            try {
                String line = Files.readString(folder.resolve("stat"));
                int end = line.lastIndexOf(')');
                String[] fields = line.substring(end + 2).split(" ", -1);
                return new Ticks(
                        line.substring(line.indexOf('(') + 1, end),
                        seconds(fields[11], fields[12]),
                        seconds(fields[13], fields[14]));
            } catch (IOException e) {
                // It has just ended; its parent has what it used.
                return new Ticks("", 0, 0);
            }
        }

        private static double seconds(String user, String system) {
            return (Long.parseLong(user) + Long.parseLong(system)) / TICKS_A_SECOND;
        }
    }
}
