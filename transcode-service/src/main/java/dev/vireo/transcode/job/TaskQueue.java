package dev.vireo.transcode.job;

import dev.vireo.kit.Ids;
import dev.vireo.kit.event.EventOutbox;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts tasks on the bus, through the outbox of the present transaction. */
@Component
class TaskQueue {

    private final JdbcTaskRepository tasks;
    private final EventOutbox outbox;
    private final JobProperties properties;
    private final Clock clock;

    TaskQueue(JdbcTaskRepository tasks, EventOutbox outbox, JobProperties properties, Clock clock) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    /** Plans a task; {@link #handOut} decides when it goes out. */
    void add(VideoVersion video, TaskKind kind, int chunk, int ordinal) {
        tasks.insert(new Task(Ids.newId(), video, kind, chunk, 1), ordinal, clock.instant());
    }

    /** Fills the window of tasks on the bus; the caller holds the job's lock. */
    void handOut(VideoVersion video) {
        List<Integer> next = TaskWindow.next(tasks.entries(video), properties.window());
        next.forEach(ordinal -> tasks.byOrdinal(video, ordinal).ifPresent(this::put));
    }

    /** Puts one task on the bus, for the first time or again. */
    void put(Task task) {
        tasks.queue(task, clock.instant());
        outbox.add(JobEvents.task(task));
    }
}
