package dev.vireo.seeder.swarm;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.seeder.wire.Handshake;

/** A torrent that is seeded now, for whoever shakes hands for it. */
public final class TorrentOffer {

    private final SeededTorrent torrent;

    TorrentOffer(SeededTorrent torrent) {
        this.torrent = torrent;
    }

    /** Our side of the handshake. */
    public Handshake handshake(byte[] peerId) {
        return new Handshake(true, true, torrent.v2(), torrent.hash().bytes(), peerId);
    }

    /** The instance whose video it is of. */
    public InstanceId instance() {
        return torrent.instance();
    }

    SeededTorrent torrent() {
        return torrent;
    }
}
