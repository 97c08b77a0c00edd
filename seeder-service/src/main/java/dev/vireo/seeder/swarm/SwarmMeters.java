package dev.vireo.seeder.swarm;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What operators see of the peer wire. */
final class SwarmMeters {

    private final Map<CloseCause, Counter> closed = new EnumMap<>(CloseCause.class);
    private final Counter bytes;
    private final Counter rejected;
    private final Counter stalled;
    private final LongAdder total = new LongAdder();

    SwarmMeters(MeterRegistry registry, UploadSlots slots) {
        for (CloseCause cause : CloseCause.values()) {
            closed.put(
                    cause,
                    registry.counter("vireo.swarm.closed", "cause", cause.name().toLowerCase(Locale.ROOT)));
        }
        bytes = Counter.builder("vireo.swarm.seeded").baseUnit("bytes").register(registry);
        rejected = registry.counter("vireo.swarm.rejected");
        stalled = registry.counter("vireo.swarm.stalled");
        Gauge.builder("vireo.swarm.served", slots, UploadSlots::servedNow).register(registry);
        Gauge.builder("vireo.swarm.waiting", slots, UploadSlots::waitingNow).register(registry);
    }

    void closed(CloseCause cause) {
        closed.computeIfPresent(cause, (same, counter) -> {
            counter.increment();
            return counter;
        });
    }

    /** A block was sent. */
    void seeded(int length) {
        bytes.increment(length);
        total.add(length);
    }

    /** A request was refused. */
    void rejected() {
        rejected.increment();
    }

    /** The origin did not answer, and a peer waits. */
    void stalled() {
        stalled.increment();
    }

    long bytes() {
        return total.sum();
    }
}
