package org.sharedregistry.pipeline;

/** The two queues, so that what takes seconds never holds up what takes milliseconds. */
enum Lane {
    /** What a file holds as text. */
    QUICK,
    /** What must be recognised in pictures. */
    SLOW
}
