package dev.vireo.kit.event;

/** Where a service leaves its events: they are published if, and only if, the present transaction commits. */
public interface EventOutbox {
    /** Adds an event to the present transaction; without one it is refused. */
    void add(OutboxEvent event);
}
