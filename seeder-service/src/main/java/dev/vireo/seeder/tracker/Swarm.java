package dev.vireo.seeder.tracker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Peers of one hash. It begins with its first peer and is given up, for good, when it has none. */
final class Swarm {

    private final int bound;
    private final Census census;
    private final Map<PeerFamily, PeerPool> pools = new EnumMap<>(PeerFamily.class);
    private long downloaded;
    private long announces;
    private boolean gone;

    Swarm(int bound, Census census) {
        this.bound = bound;
        this.census = census;
    }

    /**
     * What an announce finds.
     *
     * @param news other replicas need to hear of it
     */
    record Found(SwarmCounts counts, List<FoundPeer> peers, boolean news) {}

    /** Takes an announce; null when the swarm was given up meanwhile. */
    synchronized @Nullable Found announce(TrackerAnnounce announce, long now, long deadline) {
        if (gone) {
            return null;
        }
        announces++;
        pools.values().forEach(pool -> pool.expire(now));
        PeerPool own = pools.computeIfAbsent(announce.endpoint().family(), family -> new PeerPool(bound, census));
        if (announce.event() == AnnounceEvent.STOPPED) {
            boolean left = own.remove(announce);
            return new Found(counts(), List.of(), left);
        }
        if (own.put(announce, deadline) && announce.event() == AnnounceEvent.COMPLETED) {
            downloaded++;
        }
        boolean news = own.takeNews(announce.peer(), now);
        List<FoundPeer> found = new ArrayList<>(Math.min(announce.wanted(), own.size()));
        own.select(announce.peer(), announce.wanted(), found);
        other(announce.endpoint().family(), announce, found);
        return new Found(counts(), found, news);
    }

    /** A host that has one kind of address often has the other kind, too; a browser has neither. */
    private void other(PeerFamily own, TrackerAnnounce announce, List<FoundPeer> found) {
        PeerPool pool = switch (own) {
            case IPV4 -> pools.get(PeerFamily.IPV6);
            case IPV6 -> pools.get(PeerFamily.IPV4);
            case WEB -> null;
        };
        if (pool != null) {
            pool.select(announce.peer(), announce.wanted() - found.size(), found);
        }
    }

    synchronized boolean leave(PeerId id, PeerSocket socket) {
        PeerPool pool = pools.get(PeerFamily.WEB);
        return pool != null && pool.remove(id, socket);
    }

    synchronized Optional<PeerSocket> socket(PeerId id) {
        PeerPool pool = pools.get(PeerFamily.WEB);
        return Optional.ofNullable(pool == null ? null : pool.find(id))
                .map(Peer::endpoint)
                .filter(PeerEndpoint.Socket.class::isInstance)
                .map(endpoint -> ((PeerEndpoint.Socket) endpoint).socket());
    }

    synchronized SwarmCounts counts() {
        int peers = 0;
        int complete = 0;
        for (PeerPool pool : pools.values()) {
            peers += pool.size();
            complete += pool.complete();
        }
        return new SwarmCounts(complete, peers - complete, downloaded, announces);
    }

    /** Lets silent peers go; true when the swarm was given up, as it has none. */
    synchronized boolean expire(long now) {
        pools.values().forEach(pool -> pool.expire(now));
        gone = pools.values().stream().allMatch(pool -> pool.size() == 0);
        return gone;
    }

    synchronized void giveUp() {
        pools.values().forEach(PeerPool::clear);
        gone = true;
    }
}
