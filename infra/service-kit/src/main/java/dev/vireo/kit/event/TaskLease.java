package dev.vireo.kit.event;

/** A worker's hold on the task it works on; renewed for it while it works. */
public interface TaskLease {
    /** The broker no longer holds the task for this worker: stop, somebody else may have it. */
    boolean lost();
}
