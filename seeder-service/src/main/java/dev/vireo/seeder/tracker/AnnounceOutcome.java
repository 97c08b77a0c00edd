package dev.vireo.seeder.tracker;

import java.time.Duration;
import java.util.List;

/** What comes of an announce. */
public sealed interface AnnounceOutcome {

    /**
     * It counts.
     *
     * @param counts how many are in the swarm
     * @param peers some of them
     * @param interval when the peer shall come again
     */
    record Announced(SwarmCounts counts, List<FoundPeer> peers, Duration interval) implements AnnounceOutcome {

        public Announced {
            peers = List.copyOf(peers);
        }
    }

    /**
     * It does not count.
     *
     * @param reason why
     */
    record Refused(Refusal reason) implements AnnounceOutcome {}
}
