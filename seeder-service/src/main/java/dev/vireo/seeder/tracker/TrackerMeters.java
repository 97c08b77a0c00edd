package dev.vireo.seeder.tracker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What operators see of the tracker. */
final class TrackerMeters {

    private static final String ANNOUNCES = "vireo.tracker.announces";
    private static final String DOOR = "door";
    private static final String OUTCOME = "outcome";

    private final Map<TrackerDoor, Counter> announced = new EnumMap<>(TrackerDoor.class);
    private final Map<TrackerDoor, Map<Refusal, Counter>> refused = new EnumMap<>(TrackerDoor.class);
    private final Map<TrackerDoor, Counter> scrapes = new EnumMap<>(TrackerDoor.class);
    private final LongAdder total = new LongAdder();

    TrackerMeters(MeterRegistry registry, SwarmStore store) {
        for (TrackerDoor door : TrackerDoor.values()) {
            announced.put(door, registry.counter(ANNOUNCES, DOOR, door.word(), OUTCOME, "announced"));
            scrapes.put(door, registry.counter("vireo.tracker.scrapes", DOOR, door.word()));
            Map<Refusal, Counter> reasons = new EnumMap<>(Refusal.class);
            for (Refusal refusal : Refusal.values()) {
                String outcome = refusal.name().toLowerCase(Locale.ROOT);
                reasons.put(refusal, registry.counter(ANNOUNCES, DOOR, door.word(), OUTCOME, outcome));
            }
            refused.put(door, reasons);
        }
        Gauge.builder("vireo.tracker.swarms", store, SwarmStore::swarms).register(registry);
        Gauge.builder("vireo.tracker.peers", store.census(), Census::peers).register(registry);
        Gauge.builder("vireo.tracker.seeds", store.census(), Census::seeds).register(registry);
        Gauge.builder("vireo.tracker.addresses", store.census(), Census::sources)
                .register(registry);
    }

    void count(TrackerDoor door, AnnounceOutcome outcome) {
        switch (outcome) {
            case AnnounceOutcome.Announced unusedGood -> {
                total.increment();
                increment(announced.get(door));
            }
            case AnnounceOutcome.Refused bad ->
                increment(refused.getOrDefault(door, Map.of()).get(bad.reason()));
        }
    }

    void scraped(TrackerDoor door) {
        increment(scrapes.get(door));
    }

    /** Announces that counted, since the start. */
    long announces() {
        return total.sum();
    }

    private static void increment(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }
}
