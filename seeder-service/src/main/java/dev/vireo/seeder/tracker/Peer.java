package dev.vireo.seeder.tracker;

import dev.vireo.seeder.admission.AddressPrefix;

/** A peer in a swarm. What changes of it changes under the swarm's lock; its endpoint may be read without. */
final class Peer {

    private final PeerId id;
    /** Of its id: whoever looks through many peers for one need not load the ids of all others. */
    private final int idEnd;

    private volatile PeerEndpoint endpoint;
    private AddressPrefix source;
    private int key;
    private boolean complete;
    private long deadline;
    /** The deadline that other replicas know; 0 when what they know is not so any more. */
    private long toldDeadline;

    private int place;

    Peer(TrackerAnnounce announce, long deadline, int place) {
        this.id = announce.peer();
        this.idEnd = id.low();
        this.endpoint = announce.endpoint();
        this.source = announce.source();
        this.place = place;
        update(announce, deadline);
    }

    PeerId id() {
        return id;
    }

    boolean is(PeerId other) {
        return idEnd == other.low() && id.equals(other);
    }

    PeerEndpoint endpoint() {
        return endpoint;
    }

    AddressPrefix source() {
        return source;
    }

    boolean complete() {
        return complete;
    }

    boolean overdue(long now) {
        return deadline <= now;
    }

    /**
     * Whether other replicas need to hear of it now: they know nothing, or something else, or a quarter of its time is
     * over, as it is whenever it comes when it was told to.
     */
    boolean isNews(long now) {
        return toldDeadline - now <= (deadline - now) * 3 / 4;
    }

    /** Other replicas hear of it. */
    void told() {
        toldDeadline = deadline;
    }

    int place() {
        return place;
    }

    void place(int newPlace) {
        this.place = newPlace;
    }

    /** Nobody else speaks for a peer: it comes from where it came from, or knows the key. */
    boolean isOf(TrackerAnnounce announce) {
        return source.equals(announce.source()) || (key != 0 && key == announce.key());
    }

    void update(TrackerAnnounce announce, long newDeadline) {
        // One that stays is kept where it is: a new one each time would lie apart from all others in memory.
        if (!endpoint.equals(announce.endpoint())) {
            endpoint = announce.endpoint();
            toldDeadline = 0;
        }
        if (!source.equals(announce.source())) {
            source = announce.source();
        }
        if (complete != announce.complete()) {
            toldDeadline = 0;
        }
        key = announce.key();
        complete = announce.complete();
        deadline = newDeadline;
    }
}
