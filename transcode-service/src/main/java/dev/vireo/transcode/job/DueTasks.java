package dev.vireo.transcode.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks whose time is over; several processes may look at once, each task is handled by one. */
@Component
class DueTasks {

    private static final Logger LOG = LoggerFactory.getLogger(DueTasks.class);
    private static final int BATCH = 100;

    private final JdbcTaskRepository tasks;
    private final TaskQueue queue;
    private final JobProperties properties;
    private final Clock clock;

    DueTasks(JdbcTaskRepository tasks, TaskQueue queue, JobProperties properties, Clock clock) {
        this.tasks = tasks;
        this.queue = queue;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    public void resume() {
        tasks.due(TaskState.WAITING, clock.instant(), BATCH).forEach(queue::put);
    }

    /** The next attempt is fenced off from the worker that may still be alive somewhere. */
    @Transactional
    public void takeFromDeadWorkers() {
        Instant now = clock.instant();
        for (Task task : tasks.due(TaskState.RUNNING, now, BATCH)) {
            LOG.warn(
                    "Task {} ({}) of {} lost its worker",
                    task.id(),
                    task.kind(),
                    task.video().videoId());
            tasks.waitUntil(task, now.minus(Duration.ofMillis(1)), false, "worker lost");
        }
    }

    @Transactional
    public void repeatUnclaimed() {
        Instant before = clock.instant().minus(properties.requeueAfter());
        tasks.due(TaskState.QUEUED, before, BATCH).forEach(queue::put);
    }
}
