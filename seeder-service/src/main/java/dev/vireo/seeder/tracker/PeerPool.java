package dev.vireo.seeder.tracker;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Peers of one swarm and family. Used under the swarm's lock; each step takes constant time. */
final class PeerPool {

    private static final int FEW = 8;
    private static final float LOAD = 0.75f;

    private final int bound;
    private final Census census;
    /** Those that were silent longest first. */
    private final LinkedHashMap<PeerId, Peer> byId = new LinkedHashMap<>(FEW, LOAD, true);

    private final List<Peer> all = new ArrayList<>();
    private int complete;

    PeerPool(int bound, Census census) {
        this.bound = bound;
        this.census = census;
    }

    /** Takes in or keeps a peer; true when it became complete just now. */
    boolean put(TrackerAnnounce announce, long deadline) {
        Peer peer = byId.get(announce.peer());
        if (peer == null) {
            add(announce, deadline);
            return false;
        }
        if (!peer.isOf(announce)) {
            return false;
        }
        boolean before = peer.complete();
        if (!peer.source().equals(announce.source())) {
            census.move(peer.source(), announce.source());
        }
        peer.update(announce, deadline);
        count((announce.complete() ? 1 : 0) - (before ? 1 : 0));
        return announce.complete() && !before;
    }

    /** True when other replicas need to hear of a peer; they do hear of it then. */
    boolean takeNews(PeerId id, long now) {
        Peer peer = byId.get(id);
        if (peer == null || !peer.isNews(now)) {
            return false;
        }
        peer.told();
        return true;
    }

    /** Lets a peer go that says so itself; true when it was there. */
    boolean remove(TrackerAnnounce announce) {
        Peer peer = byId.get(announce.peer());
        return peer != null && peer.isOf(announce) && remove(peer);
    }

    /** Lets a peer go whose socket closed, unless it came back by another; true when it was there. */
    boolean remove(PeerId id, PeerSocket socket) {
        Peer peer = byId.get(id);
        return peer != null
                && peer.endpoint() instanceof PeerEndpoint.Socket held
                && held.socket().equals(socket)
                && remove(peer);
    }

    /** Lets those go that were silent for too long. */
    void expire(long now) {
        Iterator<Peer> silent = byId.values().iterator();
        while (silent.hasNext()) {
            Peer peer = silent.next();
            if (!peer.overdue(now)) {
                return;
            }
            silent.remove();
            forget(peer);
        }
    }

    /** Forgets all. */
    void clear() {
        byId.clear();
        List.copyOf(all).forEach(this::forget);
    }

    /** That many at random, none twice, without the one that asks; fewer when there are no more. */
    void select(PeerId asker, int wanted, List<FoundPeer> into) {
        int size = all.size();
        if (size == 0 || wanted <= 0) {
            return;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int at = random.nextInt(size);
        int step = stride(size, random);
        int room = wanted;
        for (int seen = 0; seen < size && room > 0; seen++) {
            Peer peer = all.get(at);
            if (!peer.is(asker)) {
                into.add(new FoundPeer(peer.id(), peer.endpoint()));
                room--;
            }
            at = (int) (((long) at + step) % size);
        }
    }

    @Nullable
    Peer find(PeerId id) {
        return byId.get(id);
    }

    int size() {
        return all.size();
    }

    int complete() {
        return complete;
    }

    private void add(TrackerAnnounce announce, long deadline) {
        if (all.size() >= bound || !census.enter(announce.source())) {
            return;
        }
        Peer peer = new Peer(announce, deadline, all.size());
        byId.put(peer.id(), peer);
        all.add(peer);
        count(peer.complete() ? 1 : 0);
    }

    private boolean remove(Peer peer) {
        byId.remove(peer.id());
        forget(peer);
        return true;
    }

    /** The last one takes its place. */
    private void forget(Peer peer) {
        Peer last = all.removeLast();
        if (peer.place() < all.size()) {
            all.set(peer.place(), last);
            last.place(peer.place());
        }
        census.leave(peer.source());
        count(peer.complete() ? -1 : 0);
    }

    private void count(int more) {
        complete += more;
        census.complete(more);
    }

    /** Any step that meets all before it meets one twice. */
    private static int stride(int size, ThreadLocalRandom random) {
        int step = size == 1 ? 1 : random.nextInt(1, size);
        while (divisor(step, size) != 1) {
            step = random.nextInt(1, size);
        }
        return step;
    }

    private static int divisor(int first, int second) {
        return second == 0 ? first : divisor(second, first % second);
    }
}
