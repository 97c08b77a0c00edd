package dev.vireo.seeder.trackerdoor;

import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.AnnounceEvent;
import dev.vireo.seeder.tracker.PeerId;
import dev.vireo.seeder.tracker.SessionDescription;
import java.util.List;

/** What a browser says. */
sealed interface SocketRequest {

    /**
     * It is in a swarm.
     *
     * @param wanted how many peers its offers shall go to; -1 for as many as there are offers
     * @param offers for others to answer
     */
    record Announce(
            TrackedHash hash,
            PeerId peer,
            boolean complete,
            AnnounceEvent event,
            int wanted,
            List<SessionDescription> offers)
            implements SocketRequest {

        public Announce {
            offers = List.copyOf(offers);
        }
    }

    /** It answers an offer of another peer. */
    record Answer(TrackedHash hash, PeerId peer, PeerId to, SessionDescription answer) implements SocketRequest {}

    /** It asks how many are in swarms. */
    record Scrape(List<TrackedHash> hashes) implements SocketRequest {

        public Scrape {
            hashes = List.copyOf(hashes);
        }
    }
}
