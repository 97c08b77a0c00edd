package dev.vireo.seeder.tracker;

import dev.vireo.seeder.admission.TrackedHash;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * All swarms of this process, in memory, bounded. An announce takes constant time and locks its swarm only. A peer is
 * known by its id and family; another address cannot speak for it without its key.
 */
final class SwarmStore {

    private final TrackerProperties.Swarms limits;
    private final Clock clock;
    private final Census census;
    private final AtomicInteger count = new AtomicInteger();
    private final ConcurrentMap<TrackedHash, Swarm> swarms = new ConcurrentHashMap<>();

    SwarmStore(TrackerProperties.Swarms limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.census = new Census(limits.peers(), limits.peersOfAddress());
    }

    /** Takes an announce of a peer that then stays for a time; empty when there is no room for one more swarm. */
    Optional<Swarm.Found> announce(TrackerAnnounce announce, Duration stay) {
        long now = clock.millis();
        while (true) {
            Swarm swarm = announce.event() == AnnounceEvent.STOPPED
                    ? swarms.get(announce.hash())
                    : swarms.computeIfAbsent(announce.hash(), this::begin);
            if (swarm == null) {
                return announce.event() == AnnounceEvent.STOPPED
                        ? Optional.of(new Swarm.Found(SwarmCounts.NONE, List.of(), false))
                        : Optional.empty();
            }
            Swarm.Found found = swarm.announce(announce, now, now + stay.toMillis());
            if (found != null) {
                return Optional.of(found);
            }
            end(announce.hash(), swarm);
        }
    }

    /** Lets a browser go whose socket closed; true when it was there by that socket. */
    boolean leave(TrackedHash hash, PeerId id, PeerSocket socket) {
        Swarm swarm = swarms.get(hash);
        return swarm != null && swarm.leave(id, socket);
    }

    /** The socket of a browser in a swarm. */
    Optional<PeerSocket> socket(TrackedHash hash, PeerId id) {
        return Optional.ofNullable(swarms.get(hash)).flatMap(swarm -> swarm.socket(id));
    }

    SwarmCounts counts(TrackedHash hash) {
        Swarm swarm = swarms.get(hash);
        return swarm == null ? SwarmCounts.NONE : swarm.counts();
    }

    /** Gives a swarm up with all its peers. */
    void giveUp(TrackedHash hash) {
        Swarm swarm = swarms.get(hash);
        if (swarm != null) {
            swarm.giveUp();
            end(hash, swarm);
        }
    }

    /** Lets silent peers go, and swarms without peers. */
    void sweep() {
        long now = clock.millis();
        swarms.forEach((hash, swarm) -> {
            if (swarm.expire(now)) {
                end(hash, swarm);
            }
        });
    }

    int swarms() {
        return count.get();
    }

    Census census() {
        return census;
    }

    private @Nullable Swarm begin(TrackedHash hash) {
        if (count.incrementAndGet() > limits.swarms()) {
            count.decrementAndGet();
            return null;
        }
        return new Swarm(limits.peersOfSwarm(), census);
    }

    private void end(TrackedHash hash, Swarm swarm) {
        if (swarms.remove(hash, swarm)) {
            count.decrementAndGet();
        }
    }
}
