package org.sharedregistry.pipeline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.sharedregistry.storage.ContentHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works off the two lanes. A job whose worker died is taken up again once its heartbeats have been missing for 20
 * seconds.
 */
@Component
class Workers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    private final Reading reading;
    private final Lanes lanes;
    private final PipelineSettings settings;
    private final Clock clock;
    private final Scheduler text;
    private final Scheduler ocr;
    private volatile boolean running;

    Workers(Reading reading, Lanes lanes, PipelineSettings settings, Clock clock, DataSource dataSource) {
        this.reading = reading;
        this.lanes = lanes;
        this.settings = settings;
        this.clock = clock;
        this.text =
                scheduler(dataSource, Lanes.TEXT_TABLE, task(Lanes.TEXT, reading::readText), settings.textWorkers());
        this.ocr =
                scheduler(dataSource, Lanes.OCR_TABLE, task(Lanes.OCR, reading::readPictures), settings.ocrWorkers());
    }

    @Override
    public void start() {
        lanes.onCommit(() -> {
            text.triggerCheckForDueExecutions();
            ocr.triggerCheckForDueExecutions();
        });
        text.start();
        ocr.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        text.stop();
        ocr.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** At the start and each hour: whatever a crash, or a tool that was missing, has left unfinished. */
    @Scheduled(fixedDelayString = "PT1H")
    void resume() {
        reading.resume();
    }

    private static Scheduler scheduler(DataSource dataSource, String table, Task<Void> task, int threads) {
        return Scheduler.create(dataSource, task)
                .tableName(table)
                .threads(threads)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    private Task<Void> task(TaskDescriptor<Void> lane, Function<ContentHash, Optional<Duration>> work) {
        return Tasks.custom(lane)
                .onFailure(this::onFailure)
                .onDeadExecutionRevive()
                .execute((job, context) -> work.apply(new ContentHash(job.getId()))
                        .<CompletionHandler<Void>>map(pause -> (complete, operations) ->
                                operations.reschedule(complete, clock.instant().plus(pause)))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    /** Failures of our own, such as a database or store that is away, are tried again a bounded number of times. */
    private void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        ContentHash hash = new ContentHash(complete.getExecution().taskInstance.getId());
        int failures = complete.getExecution().consecutiveFailures + 1;
        Throwable cause = complete.getCause().orElse(null);
        if (failures < settings.attempts()) {
            log.warn("Reading {} failed; it is tried again", hash, cause);
            operations.reschedule(complete, clock.instant().plus(settings.retryAfter(failures)));
            return;
        }
        log.error("Reading {} failed for good", hash, cause);
        reading.giveUp(hash, "The registry failed to read the file; the operator's log says why.");
        operations.remove();
    }
}
