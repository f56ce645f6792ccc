package org.sharedregistry.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does something with each of many files, in their order, several at a time. */
final class InParallel {

    private InParallel() {}

    /** The sum of what {@code work} gives for each. */
    static long sum(int threads, List<Path> files, Work work) throws InterruptedException, ExecutionException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Long>> all = new ArrayList<>();
            files.forEach(file -> all.add(workers.submit(() -> work.on(file))));
            long sum = 0;
            for (Future<Long> each : all) {
                sum += each.get();
            }
            return sum;
        } finally {
            workers.shutdownNow();
        }
    }

    /** What is done with one file. */
    interface Work {
        long on(Path file) throws Exception;
    }
}
