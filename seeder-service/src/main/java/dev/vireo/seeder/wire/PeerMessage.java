package dev.vireo.seeder.wire;

import java.nio.ByteBuffer;

/** What peers say to one another after their handshakes (BEP 3, 6, 10, 52), as far as a seeder hears or says it. */
public sealed interface PeerMessage {

    /** Messages of a number alone. */
    enum Signal implements PeerMessage {
        /** No requests are answered now. */
        CHOKE(0),
        /** Requests are answered from now on. */
        UNCHOKE(1),
        /** There are pieces that the sender wants. */
        INTERESTED(2),
        /** There are none. */
        NOT_INTERESTED(3),
        /** The sender has the whole file. */
        HAVE_ALL(14),
        /** The sender has nothing of it. */
        HAVE_NONE(15);

        private final int number;

        Signal(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** Nothing, so that the connection stays. */
    record KeepAlive() implements PeerMessage {}

    /**
     * Which pieces the sender has.
     *
     * @param bits one of each piece, from the highest of the first byte on
     */
    record Bitfield(byte[] bits) implements PeerMessage {}

    /** The sender has one piece more. */
    record Have(int piece) implements PeerMessage {}

    /** The sender wants a block. */
    record Request(PieceBlock block) implements PeerMessage {}

    /** The sender does not want it any more. */
    record Cancel(PieceBlock block) implements PeerMessage {}

    /** The sender will not answer that request (BEP 6). */
    record Reject(PieceBlock block) implements PeerMessage {}

    /** A block that was wanted; its length is that of its bytes. */
    record Piece(PieceBlock block, ByteBuffer bytes) implements PeerMessage {}

    /**
     * A message of an extension (BEP 10).
     *
     * @param id the receiver's number for it; 0 for the handshake of extensions
     */
    record Extended(int id, byte[] payload) implements PeerMessage {}

    /** The sender wants hashes. */
    record HashRequest(HashRange range) implements PeerMessage {}

    /** Hashes that were wanted, 32 bytes each, one after another. */
    record Hashes(HashRange range, byte[] hashes) implements PeerMessage {}

    /** The sender will not answer that question for hashes. */
    record HashReject(HashRange range) implements PeerMessage {}

    /** Something that a seeder has no answer to. */
    record Other(int id) implements PeerMessage {}
}
