package dev.vireo.seeder.swarm;

import dev.vireo.seeder.wire.Extensions;
import dev.vireo.seeder.wire.PeerMessage;
import dev.vireo.seeder.wire.PeerMessage.Extended;
import dev.vireo.seeder.wire.PeerMessage.HashReject;
import dev.vireo.seeder.wire.PeerMessage.HashRequest;
import dev.vireo.seeder.wire.PeerMessage.Hashes;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Answers a peer that came with a magnet link alone: the info dictionary and the hashes of pieces. Answers are larger than
 * questions, so each peer has a bound of them.
 */
final class PeerQuestions {

    /** Beside as many as the torrent has pieces. */
    private static final int SPARE = 100;

    private final SeededTorrent torrent;
    private final int most;
    private int asked;
    private int metadataId;

    PeerQuestions(SeededTorrent torrent) {
        this.torrent = torrent;
        this.most = torrent.pieces() + SPARE;
    }

    /** What an extended message is answered with; most are not. */
    Optional<PeerMessage> extended(Extended message) {
        if (message.id() == 0) {
            metadataId = Extensions.metadataId(message.payload()).orElse(metadataId);
            return Optional.empty();
        }
        OptionalInt part = message.id() == Extensions.METADATA_ID && metadataId > 0
                ? Extensions.metadataRequest(message.payload())
                : OptionalInt.empty();
        return part.isPresent() && ++asked <= most
                ? Optional.of(Extensions.metadata(metadataId, torrent.info(), part.getAsInt()))
                : Optional.empty();
    }

    /** What a question for hashes is answered with. */
    Optional<PeerMessage> hashes(HashRequest request) {
        if (++asked > most) {
            return Optional.empty();
        }
        Optional<byte[]> found = torrent.hashes(request.range());
        return Optional.of(
                found.isPresent() ? new Hashes(request.range(), found.get()) : new HashReject(request.range()));
    }

    /** True when the peer asked more often than it needs to. */
    boolean tooMany() {
        return asked > most;
    }
}
