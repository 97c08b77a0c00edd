package dev.vireo.seeder.admission;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts connections, in all and of each address, within bounds. */
public final class ConnectionCounts {

    private final int most;
    private final int mostOfOne;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentMap<AddressPrefix, Integer> addresses = new ConcurrentHashMap<>();

    /**
     * Bounds.
     *
     * @param most connections in all
     * @param mostOfOne of one address
     */
    public ConnectionCounts(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Counts one more; false when there is no room. */
    public boolean enter() {
        return all.getAndUpdate(count -> Math.min(count + 1, most)) < most;
    }

    /** Counts one less. */
    public void leave() {
        all.decrementAndGet();
    }

    /** Counts one more of an address; false when it has enough. */
    public boolean enter(AddressPrefix address) {
        if (addresses.merge(address, 1, Integer::sum) <= mostOfOne) {
            return true;
        }
        leave(address);
        return false;
    }

    /** Counts one less of an address. */
    public void leave(AddressPrefix address) {
        addresses.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }

    /** How many there are. */
    public int all() {
        return all.get();
    }
}
