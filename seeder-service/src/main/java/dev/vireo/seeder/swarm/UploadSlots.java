package dev.vireo.seeder.swarm;

import dev.vireo.seeder.admission.AddressPrefix;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who is served: so many peers at a time, the others wait in a line. While somebody waits, nobody keeps a slot for longer than
 * a turn, and no address has more than its share. Nobody has to give something for it, as we want nothing.
 */
@Component
class UploadSlots {

    private final int count;
    private final int ofAddress;
    private final long turnMillis;
    private final Clock clock;
    /** Since when each is served, the longest first. */
    private final Map<Waiting, Long> served = new LinkedHashMap<>();

    private final Map<AddressPrefix, Integer> addresses = new HashMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    UploadSlots(SwarmProperties properties, Clock clock) {
        this.count = properties.slots().count();
        this.ofAddress = properties.slots().ofAddress();
        this.turnMillis = properties.slots().turn().toMillis();
        this.clock = clock;
    }

    /** A peer that wants to be served. It is told so under a lock: it may only note it down. */
    interface Waiting {

        /** Where it comes from. */
        AddressPrefix address();

        /** Whether it is served may be another now. */
        void changed();
    }

    /** Asks for a slot. */
    synchronized void ask(Waiting peer) {
        if (!served.containsKey(peer) && !waiting.contains(peer)) {
            waiting.add(peer);
            fill();
        }
    }

    /** Wants none any more. */
    synchronized void leave(Waiting peer) {
        waiting.remove(peer);
        if (served.remove(peer) != null) {
            release(peer);
            fill();
        }
    }

    /** Ends turns that are over, as many as wait. */
    @Scheduled(fixedDelayString = "${vireo.swarm.slots.turn}")
    synchronized void rotate() {
        long before = clock.millis() - turnMillis;
        int room = waiting.size();
        List<Waiting> over = new ArrayList<>();
        Iterator<Map.Entry<Waiting, Long>> oldest = served.entrySet().iterator();
        while (oldest.hasNext() && over.size() < room) {
            Map.Entry<Waiting, Long> next = oldest.next();
            if (next.getValue() > before) {
                break;
            }
            oldest.remove();
            over.add(next.getKey());
        }
        for (Waiting peer : over) {
            release(peer);
            peer.changed();
        }
        waiting.addAll(over);
        fill();
    }

    /** Whether it is served now. */
    synchronized boolean serves(Waiting peer) {
        return served.containsKey(peer);
    }

    synchronized int servedNow() {
        return served.size();
    }

    synchronized int waitingNow() {
        return waiting.size();
    }

    /** First those whose address has its share left, then anybody. */
    private void fill() {
        take(true);
        take(false);
    }

    private void take(boolean fair) {
        Iterator<Waiting> next = waiting.iterator();
        while (served.size() < count && next.hasNext()) {
            Waiting peer = next.next();
            if (!fair || addresses.getOrDefault(peer.address(), 0) < ofAddress) {
                next.remove();
                served.put(peer, clock.millis());
                addresses.merge(peer.address(), 1, Integer::sum);
                peer.changed();
            }
        }
    }

    private void release(Waiting peer) {
        addresses.computeIfPresent(peer.address(), (same, held) -> held == 1 ? null : held - 1);
    }
}
