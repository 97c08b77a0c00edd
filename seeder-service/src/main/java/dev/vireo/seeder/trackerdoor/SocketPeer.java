package dev.vireo.seeder.trackerdoor;

import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.AnnounceEvent;
import dev.vireo.seeder.tracker.AnnounceOutcome;
import dev.vireo.seeder.tracker.FoundPeer;
import dev.vireo.seeder.tracker.PeerEndpoint;
import dev.vireo.seeder.tracker.PeerId;
import dev.vireo.seeder.tracker.PeerSocket;
import dev.vireo.seeder.tracker.Refusal;
import dev.vireo.seeder.tracker.SessionDescription;
import dev.vireo.seeder.tracker.SwarmCounts;
import dev.vireo.seeder.tracker.Tracker;
import dev.vireo.seeder.tracker.TrackerAnnounce;
import dev.vireo.seeder.tracker.TrackerDoor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A browser and the swarms that it is in. Its offers go to others of its swarms; an answer goes back only to who made
 * the offer, and once. Its own lock is never held while another peer is told something.
 */
final class SocketPeer implements PeerSocket {

    private static final int MOST_OFFERS = 32;

    private final Tracker tracker;
    private final AddressPrefix source;
    private final SocketLine line;
    private final int mostSwarms;
    private final Map<TrackedHash, PeerId> joined = new HashMap<>(2);
    private final Set<Offered> offered = new LinkedHashSet<>(2);
    private boolean closed;

    SocketPeer(Tracker tracker, AddressPrefix source, SocketLine line, int mostSwarms) {
        this.tracker = tracker;
        this.source = source;
        this.line = line;
        this.mostSwarms = mostSwarms;
    }

    /** An offer that was handed to this browser. */
    private record Offered(TrackedHash hash, PeerId by, String id) {}

    /** Takes a message; what there is to say comes by the line, at once or later. */
    void receive(String text) {
        if (!tracker.allows(source)) {
            refuse(Refusal.TOO_OFTEN);
            return;
        }
        SocketMessages.parse(text).ifPresentOrElse(this::receive, () -> refuse(Refusal.MALFORMED));
    }

    /** It is gone. */
    void close() {
        Map<TrackedHash, PeerId> left;
        synchronized (this) {
            closed = true;
            left = Map.copyOf(joined);
            joined.clear();
            offered.clear();
        }
        left.forEach((hash, peer) -> tracker.leave(hash, peer, this));
    }

    private void receive(SocketRequest request) {
        switch (request) {
            case SocketRequest.Announce announce -> announce(announce);
            case SocketRequest.Answer answer -> answer(answer);
            case SocketRequest.Scrape scrape -> scrape(scrape.hashes());
        }
    }

    private void announce(SocketRequest.Announce announce) {
        if (!join(announce)) {
            tracker.refused(TrackerDoor.SOCKET, Refusal.TOO_MANY_SWARMS);
            line.send(SocketMessages.failure(Refusal.TOO_MANY_SWARMS, announce.hash()));
            return;
        }
        int offers = announce.offers().size();
        var unused = tracker.announce(
                        TrackerDoor.SOCKET,
                        new TrackerAnnounce(
                                announce.hash(),
                                announce.peer(),
                                new PeerEndpoint.Socket(this),
                                source,
                                0,
                                announce.complete(),
                                announce.event(),
                                tracker.wanted(announce.wanted() < 0 ? offers : Math.min(announce.wanted(), offers))))
                .thenAccept(outcome -> told(announce, outcome));
    }

    private void told(SocketRequest.Announce announce, AnnounceOutcome outcome) {
        switch (outcome) {
            case AnnounceOutcome.Refused refused -> {
                if (refused.reason() == Refusal.UNKNOWN || refused.reason() == Refusal.DENIED) {
                    forget(announce);
                    tracker.leave(announce.hash(), announce.peer(), this);
                }
                line.send(SocketMessages.failure(refused.reason(), announce.hash()));
            }
            case AnnounceOutcome.Announced announced -> {
                if (isClosed()) {
                    tracker.leave(announce.hash(), announce.peer(), this);
                    return;
                }
                line.send(SocketMessages.announced(announce.hash(), announced));
                spread(announce, announced.peers());
            }
        }
    }

    private void spread(SocketRequest.Announce announce, List<FoundPeer> peers) {
        for (int number = 0; number < Math.min(peers.size(), announce.offers().size()); number++) {
            if (peers.get(number).endpoint() instanceof PeerEndpoint.Socket there) {
                there.socket()
                        .offered(
                                announce.hash(),
                                announce.peer(),
                                announce.offers().get(number));
            }
        }
    }

    @Override
    public void offered(TrackedHash hash, PeerId by, SessionDescription offer) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (offered.size() >= MOST_OFFERS) {
                offered.remove(offered.iterator().next());
            }
            offered.add(new Offered(hash, by, offer.id()));
        }
        line.send(SocketMessages.offer(hash, by, offer));
    }

    @Override
    public void answered(TrackedHash hash, PeerId by, SessionDescription answer) {
        line.send(SocketMessages.answer(hash, by, answer));
    }

    private void answer(SocketRequest.Answer answer) {
        boolean known;
        synchronized (this) {
            known = answer.peer().equals(joined.get(answer.hash()))
                    && offered.remove(new Offered(
                            answer.hash(), answer.to(), answer.answer().id()));
        }
        if (known) {
            tracker.socket(answer.hash(), answer.to())
                    .ifPresent(other -> other.answered(answer.hash(), answer.peer(), answer.answer()));
        }
    }

    private void scrape(List<TrackedHash> hashes) {
        Map<TrackedHash, SwarmCounts> files = new LinkedHashMap<>();
        hashes.forEach(hash -> files.put(hash, tracker.scrape(TrackerDoor.SOCKET, hash)));
        line.send(SocketMessages.scraped(files));
    }

    /** Under one name in each swarm; false when it is in too many. */
    private boolean join(SocketRequest.Announce announce) {
        PeerId before;
        synchronized (this) {
            if (announce.event() == AnnounceEvent.STOPPED) {
                joined.remove(announce.hash());
                return true;
            }
            if (!joined.containsKey(announce.hash()) && joined.size() >= mostSwarms) {
                return false;
            }
            before = joined.put(announce.hash(), announce.peer());
        }
        if (before != null && !before.equals(announce.peer())) {
            tracker.leave(announce.hash(), before, this);
        }
        return true;
    }

    private synchronized void forget(SocketRequest.Announce announce) {
        joined.remove(announce.hash(), announce.peer());
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void refuse(Refusal reason) {
        tracker.refused(TrackerDoor.SOCKET, reason);
        line.send(SocketMessages.failure(reason, null));
    }
}
