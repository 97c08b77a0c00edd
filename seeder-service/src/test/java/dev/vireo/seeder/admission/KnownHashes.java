package dev.vireo.seeder.admission;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Hashes that a test knows, instead of a database. */
public final class KnownHashes implements AllowedHashes {
    private final Map<TrackedHash, HashVerdict> verdicts = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Consumer<TrackedHash> before = hash -> {};

    public TrackedHash put(int number, HashVerdict verdict) {
        TrackedHash hash = hash(number);
        verdicts.put(hash, verdict);
        return hash;
    }

    /** The hash of a number. */
    public static TrackedHash hash(int number) {
        return new TrackedHash(number, 0x80_ff_00_25_26_3d_0aL, -number);
    }

    /** What is remembered of these hashes. */
    public HashVerdicts verdicts(Clock clock) {
        var properties = new AdmissionProperties(Duration.ofSeconds(20), 1000, 1, 1, Duration.ZERO);
        return new HashVerdicts(this, new HashLookups(properties), properties, clock);
    }

    int asked() {
        return asked.get();
    }

    void before(Consumer<TrackedHash> step) {
        before = step;
    }

    @Override
    public HashVerdict verdict(TrackedHash hash) {
        asked.incrementAndGet();
        before.accept(hash);
        return verdicts.getOrDefault(hash, HashVerdict.UNKNOWN);
    }
}
