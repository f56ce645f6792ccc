package org.sharedregistry.feed;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far some work has got. */
interface Progress extends AutoCloseable {

    /** Called by several threads, not necessarily in order. */
    void reached(long done, long of);

    @Override
    void close();

    /** A bar on a terminal, else a line for every tenth. */
    static Progress of(String work, boolean terminal, PrintStream out) {
        return terminal ? new Bar(work, out) : new Lines(work, out);
    }

    /** A bar that redraws itself. */
    final class Bar implements Progress {

        private final ProgressBar bar;

        private Bar(String work, PrintStream out) {
            bar = new ProgressBarBuilder()
                    .setTaskName(work)
                    .setInitialMax(0)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(out))
                    .build();
        }

        @Override
        public synchronized void reached(long done, long of) {
            bar.maxHint(of);
            bar.stepTo(Math.max(done, bar.getCurrent()));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Lines for a log. */
    final class Lines implements Progress {

        private final String work;
        private final PrintStream out;
        private long tenths = -1;

        private Lines(String work, PrintStream out) {
            this.work = work;
            this.out = out;
        }

        @Override
        public synchronized void reached(long done, long of) {
            long now = of == 0 ? 10 : 10 * done / of;
            if (now > tenths) {
                tenths = now;
                out.println(work + " " + done + "/" + of);
            }
        }

        @Override
        public void close() {}
    }
}
