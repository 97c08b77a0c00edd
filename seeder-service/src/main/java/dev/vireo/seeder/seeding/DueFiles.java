package dev.vireo.seeder.seeding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files whose time is over; several processes may look at once, each file is handled by one. */
@Component
class DueFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DueFiles.class);
    private static final int BATCH = 100;

    private final JdbcFileRepository files;
    private final SeedEvents events;
    private final SeedProperties properties;
    private final Clock clock;

    DueFiles(JdbcFileRepository files, SeedEvents events, SeedProperties properties, Clock clock) {
        this.files = files;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Puts waiting files on the bus, the newest videos first, up to a window: those of a whole catalogue would lie there for
     * hours before what is published now. Several that do so at once may go beyond it.
     */
    @Transactional
    public void fillWindow() {
        int room = properties.window() - files.queued(properties.window());
        if (room > 0) {
            files.due(TaskState.WAITING, clock.instant(), Math.min(room, BATCH)).forEach(this::put);
        }
    }

    /** The next attempt is fenced off from the worker that may still be alive somewhere. */
    @Transactional
    public void takeFromDeadWorkers() {
        Instant now = clock.instant();
        for (SeedTask task : files.due(TaskState.RUNNING, now, BATCH)) {
            LOG.warn(
                    "{} of {} lost its worker", task.file().name(), task.video().videoId());
            files.waitUntil(task, now.minus(Duration.ofMillis(1)), false, "worker lost");
        }
    }

    @Transactional
    public void repeatUnclaimed() {
        files.due(TaskState.QUEUED, clock.instant().minus(properties.requeueAfter()), BATCH)
                .forEach(this::put);
    }

    private void put(SeedTask task) {
        files.queue(task, clock.instant());
        events.task(task);
    }
}
