package dev.vireo.seeder.tracker;

import dev.vireo.seeder.admission.AddressPrefix;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts peers of all swarms, and of each address, within bounds. */
final class Census {

    private final int most;
    private final int mostOfOne;
    private final AtomicInteger peers = new AtomicInteger();
    private final LongAdder complete = new LongAdder();
    private final ConcurrentMap<AddressPrefix, Integer> sources = new ConcurrentHashMap<>();

    Census(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Counts one more; false when there is no room for it. */
    boolean enter(AddressPrefix source) {
        if (peers.incrementAndGet() > most) {
            peers.decrementAndGet();
            return false;
        }
        if (!sourceEnters(source)) {
            peers.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave(AddressPrefix source) {
        peers.decrementAndGet();
        sourceLeaves(source);
    }

    /** A peer comes from elsewhere now; it is let, as it is counted already. */
    void move(AddressPrefix from, AddressPrefix to) {
        sourceLeaves(from);
        sources.merge(to, 1, Integer::sum);
    }

    void complete(int more) {
        complete.add(more);
    }

    int peers() {
        return peers.get();
    }

    int seeds() {
        return complete.intValue();
    }

    int sources() {
        return sources.size();
    }

    private boolean sourceEnters(AddressPrefix source) {
        int[] before = {0};
        sources.compute(source, (same, count) -> {
            before[0] = count == null ? 0 : count;
            return before[0] < mostOfOne ? before[0] + 1 : before[0];
        });
        return before[0] < mostOfOne;
    }

    private void sourceLeaves(AddressPrefix source) {
        sources.computeIfPresent(source, (same, count) -> count == 1 ? null : count - 1);
    }
}
