package dev.vireo.seeder.admission;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bounded map that forgets what was not put or kept lately: when the younger half is full, the older half goes. Each
 * step takes constant time, whatever keys come. Safe for many threads; a few entries may be forgotten early or be more
 * than the bound while they race.
 */
public final class RecentMap<K, V> {

    private final int half;
    private volatile ConcurrentMap<K, V> young = new ConcurrentHashMap<>();
    private volatile ConcurrentMap<K, V> old = new ConcurrentHashMap<>();

    /** A map of at most that many entries. */
    public RecentMap(int bound) {
        this.half = Math.max(1, bound / 2);
    }

    /** The value of a key; null when it has none or it was forgotten. */
    public @Nullable V get(K key) {
        V found = young.get(key);
        return found != null ? found : old.get(key);
    }

    /** The value of a key, made when it has none; it counts as put. */
    public V keep(K key, Function<? super K, ? extends V> make) {
        V found = young.get(key);
        if (found != null) {
            return found;
        }
        makeRoom();
        V older = old.get(key);
        return young.computeIfAbsent(key, missing -> older != null ? older : make.apply(missing));
    }

    /** Puts an entry. */
    public void put(K key, V value) {
        makeRoom();
        young.put(key, value);
        old.remove(key);
    }

    /** Forgets an entry. */
    public void remove(K key) {
        young.remove(key);
        old.remove(key);
    }

    /** About how many there are. */
    public int size() {
        return young.size() + old.size();
    }

    private void makeRoom() {
        if (young.size() >= half) {
            turn();
        }
    }

    private synchronized void turn() {
        if (young.size() >= half) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
