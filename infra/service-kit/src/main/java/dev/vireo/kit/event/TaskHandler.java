package dev.vireo.kit.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Does one task of a share group. */
public interface TaskHandler {
    /**
     * Works as long as it takes; may be interrupted at shut-down. Everything that must be known about the result is in
     * the database when it returns. An exception means {@link Outcome#LATER}.
     */
    Outcome handle(ConsumerRecord<String, byte[]> task, TaskLease lease) throws InterruptedException;

    /** What becomes of the record. */
    enum Outcome {
        /** Done, or never to be done: take it off the queue. */
        DONE,
        /** Give it to somebody else, or to this worker again. */
        LATER
    }
}
