package org.sharedregistry.pipeline;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import javax.sql.DataSource;
import org.sharedregistry.storage.ContentHash;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The two queues of originals to be read: text, which is quick, and pictures, which are slow and must never hold up
 * the others. A job joins the transaction it is queued in.
 */
@Component
class Lanes {

    static final TaskDescriptor<Void> TEXT = TaskDescriptor.of("text");
    static final TaskDescriptor<Void> OCR = TaskDescriptor.of("ocr");
    static final String TEXT_TABLE = "text_job";
    static final String OCR_TABLE = "ocr_job";

    private final SchedulerClient text;
    private final SchedulerClient ocr;
    private final Clock clock;
    private volatile Runnable onCommit = () -> {};

    Lanes(DataSource dataSource, Clock clock) {
        DataSource joined = new TransactionAwareDataSourceProxy(dataSource);
        this.text = SchedulerClient.Builder.create(joined).tableName(TEXT_TABLE).build();
        this.ocr = SchedulerClient.Builder.create(joined).tableName(OCR_TABLE).build();
        this.clock = clock;
    }

    void toText(ContentHash original) {
        text.scheduleIfNotExists(TEXT.instance(original.hex()).build(), clock.instant());
        announce();
    }

    void toOcr(ContentHash original) {
        ocr.scheduleIfNotExists(OCR.instance(original.hex()).build(), clock.instant());
        announce();
    }

    /** Has {@code listener} called whenever jobs have become visible. */
    void onCommit(Runnable listener) {
        onCommit = listener;
    }

    private void announce() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            onCommit.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                onCommit.run();
            }
        });
    }
}
