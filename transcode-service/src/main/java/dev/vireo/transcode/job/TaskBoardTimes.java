package dev.vireo.transcode.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Leases, pauses and limits of tasks, by the clock. */
@Component
class TaskBoardTimes {

    private static final int MOST_DOUBLINGS = 6;

    private final JobProperties properties;
    private final Clock clock;

    TaskBoardTimes(JobProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Instant leaseEnd() {
        return now().plus(properties.lease());
    }

    Duration pause(int failures) {
        return properties.retryPause().multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
    }

    Duration progressEvery() {
        return properties.progressEvery();
    }

    int tries() {
        return properties.tries();
    }

    int attempts() {
        return properties.attempts();
    }
}
