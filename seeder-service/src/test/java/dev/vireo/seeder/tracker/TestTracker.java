package dev.vireo.seeder.tracker;

import dev.vireo.seeder.TestClock;
import dev.vireo.seeder.admission.HashVerdict;
import dev.vireo.seeder.admission.HashVerdicts;
import dev.vireo.seeder.admission.KnownHashes;
import dev.vireo.seeder.admission.TrackedHash;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A tracker without a database, whose clock stands. Peers may be at loopback unless a key says otherwise. */
public final class TestTracker {
    private final TestClock clock = new TestClock();
    private final KnownHashes known = new KnownHashes();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final RecordingReplicas replicas = new RecordingReplicas();
    private final TrackerProperties properties;
    private final Tracker tracker;

    public TestTracker(Map<String, String> settings) {
        HashVerdicts verdicts = known.verdicts(clock);
        properties = properties(settings);
        tracker = new Tracker(verdicts, properties, replicas, clock, meters);
    }

    /** The defaults with other values for some keys. */
    public static TrackerProperties properties(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("vireo.tracker.private-addresses", "true");
        settings.forEach((key, value) -> all.put("vireo.tracker." + key, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("vireo.tracker", TrackerProperties.class);
    }

    /** A hash that is allowed. */
    public TrackedHash allow(int number) {
        return known.put(number, HashVerdict.ALLOWED);
    }

    /** A hash that is denied. */
    public TrackedHash deny(int number) {
        TrackedHash hash = known.put(number, HashVerdict.DENIED);
        tracker.changed(hash, true);
        return hash;
    }

    public Tracker tracker() {
        return tracker;
    }

    public TrackerProperties properties() {
        return properties;
    }

    public TestClock clock() {
        return clock;
    }

    /** What others were told. */
    RecordingReplicas replicas() {
        return replicas;
    }

    public MeterRegistry meters() {
        return meters;
    }
}
