package dev.vireo.kit.schedule;

import dev.vireo.kit.error.Outages;
import dev.vireo.kit.error.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ErrorHandler;

/**
 * Says what went wrong with scheduled work. Each of it comes again by itself, so while a part of the platform is away one
 * line a minute is enough for all of it; a defect is told whole, each time.
 */
final class ScheduledErrors implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledErrors.class);
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    ScheduledErrors(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void handleError(Throwable failure) {
        Optional<PlatformException> outage = outage(failure);
        if (outage.isEmpty()) {
            LOG.error("Scheduled work failed", failure);
            return;
        }
        Instant now = clock.instant();
        Instant due = next.get();
        if (!now.isBefore(due) && next.compareAndSet(due, now.plus(SILENCE))) {
            LOG.warn("Scheduled work waits: {}", outage.get().sentence());
        }
    }

    private static Optional<PlatformException> outage(Throwable failure) {
        if (failure instanceof PlatformException known && known.code().kind().retryable()) {
            return Optional.of(known);
        }
        return Outages.of(failure);
    }
}
