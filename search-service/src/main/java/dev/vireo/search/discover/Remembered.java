package dev.vireo.search.discover;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is worth a question to the index only now and then: of many that want it at once one asks, and the others wait. A
 * failure is not remembered.
 */
final class Remembered<K, V> {
    private final ConcurrentHashMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final Duration age;
    private final InstantSource clock;
    private final Function<K, V> load;

    /** Keys must be few, as they stay. */
    Remembered(Duration age, InstantSource clock, Function<K, V> load) {
        this.age = age;
        this.clock = clock;
        this.load = load;
    }

    V get(K key) {
        return entries.compute(
                        key,
                        (same, known) -> known != null && clock.instant().isBefore(known.until())
                                ? known
                                : new Entry<>(load.apply(same), clock.instant().plus(age)))
                .value();
    }

    private record Entry<V>(V value, Instant until) {}
}
