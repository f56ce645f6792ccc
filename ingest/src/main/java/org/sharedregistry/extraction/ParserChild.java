package org.sharedregistry.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Reason;
import org.sharedregistry.extraction.Frames.Reply;
import org.sharedregistry.extraction.Frames.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A parser process as the server sees it. It reads one file at a time; when it takes too long, or dies, it is gone, with
 * whatever it started, and another takes its place.
 */
final class ParserChild implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ParserChild.class);

    /** What the JVM exits with after -XX:+ExitOnOutOfMemoryError. */
    private static final int EXIT_OUT_OF_MEMORY = 3;

    private static final String FOLDER = "parser-";

    private final Process process;
    private final Frames frames;
    private final Path folder;
    private final ScheduledExecutorService deadlines;
    private volatile boolean killed;
    private int filesRead;

    private ParserChild(Process process, Path folder, ScheduledExecutorService deadlines) {
        this.process = process;
        this.frames = new Frames(process.getInputStream(), process.getOutputStream());
        this.folder = folder;
        this.deadlines = deadlines;
    }

    /**
     * @param sandbox what stands before the command to take the network from it; nothing where the system has none
     */
    static ParserChild start(ExtractionSettings settings, List<String> sandbox, ScheduledExecutorService deadlines)
            throws IOException {
        Path folder = Files.createTempDirectory(settings.folder(), FOLDER).toAbsolutePath();
        List<String> command = new ArrayList<>(sandbox);
        command.addAll(JavaCommand.of(
                ParserProcess.class,
                List.of(
                        "-Xmx" + settings.memory().toMegabytes() + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xss2m",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + folder,
                        "-Duser.home=" + folder,
                        // Parsers log a lot about damaged files, and nobody would read it.
                        "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider")));
        command.add(folder.toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Nothing of the server's environment, where secrets may be.
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "TESSDATA_PREFIX"));
        environment.put("LANG", "C.UTF-8");
        environment.put("TMPDIR", folder.toString());
        // Tesseract's threads get into each other's way: a page takes 2.5 s with one and 10 s with many.
        environment.put("OMP_THREAD_LIMIT", "1");
        return new ParserChild(builder.start(), folder, deadlines);
    }

    /** Whether a folder is of the kind that each process has. */
    static boolean isFolderOfOne(Path folder) {
        return folder.getFileName().toString().startsWith(FOLDER);
    }

    int filesRead() {
        return filesRead;
    }

    /** Whether it can be given another file. */
    boolean isUsable() {
        return !killed && process.isAlive();
    }

    Extraction read(Request request, Duration deadline, Consumer<Reply> parts) {
        filesRead++;
        AtomicBoolean late = new AtomicBoolean();
        boolean answered = false;
        ScheduledFuture<?> watch = watch(deadline, late);
        try {
            frames.send(request);
            Reply reply = frames.receive(Reply.class);
            for (; !reply.ends(); reply = frames.receive(Reply.class)) {
                parts.accept(reply.in(folder));
            }
            answered = true;
            return end(reply);
        } catch (IOException e) {
            return died(late.get(), deadline);
        } finally {
            watch.cancel(false);
            if (!answered) {
                // Perhaps the parts could not be taken: what the process still says belongs to nobody.
                kill();
            }
        }
    }

    @Override
    public void close() {
        kill();
        waitForExit();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            log.warn("Could not remove the folder of a parser process, {}", folder, e);
        }
    }

    private static Extraction end(Reply reply) {
        if (reply.finished() != null) {
            return reply.finished();
        }
        return reply.failed() != null ? reply.failed() : new Failed(Reason.CRASHED, "The parser gave no answer.");
    }

    private ScheduledFuture<?> watch(Duration deadline, AtomicBoolean late) {
        return deadlines.schedule(
                () -> {
                    late.set(true);
                    kill();
                },
                deadline.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private Failed died(boolean late, Duration deadline) {
        // It closes its output before it has ended; killed in between, it would not tell what it died of.
        boolean ended = waitForExit();
        if (late) {
            return new Failed(Reason.TIMED_OUT, "Reading took longer than " + deadline.toSeconds() + " seconds.");
        }
        return ended && process.exitValue() == EXIT_OUT_OF_MEMORY
                ? new Failed(Reason.OUT_OF_MEMORY, "Reading took more memory than a file may take.")
                : new Failed(Reason.CRASHED, "The parser broke down over the file.");
    }

    private boolean waitForExit() {
        try {
            return process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void kill() {
        killed = true;
        // Those it started first: once it is gone nobody knows them.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
