package dev.vireo.seeder.wire;

import dev.vireo.seeder.wire.PeerMessage.Bitfield;
import dev.vireo.seeder.wire.PeerMessage.Cancel;
import dev.vireo.seeder.wire.PeerMessage.Extended;
import dev.vireo.seeder.wire.PeerMessage.HashReject;
import dev.vireo.seeder.wire.PeerMessage.HashRequest;
import dev.vireo.seeder.wire.PeerMessage.Hashes;
import dev.vireo.seeder.wire.PeerMessage.Have;
import dev.vireo.seeder.wire.PeerMessage.KeepAlive;
import dev.vireo.seeder.wire.PeerMessage.Other;
import dev.vireo.seeder.wire.PeerMessage.Piece;
import dev.vireo.seeder.wire.PeerMessage.Reject;
import dev.vireo.seeder.wire.PeerMessage.Request;
import dev.vireo.seeder.wire.PeerMessage.Signal;
import java.nio.ByteBuffer;

/** Reads and writes messages of the peer wire; a message is its length in 4 bytes, its number in one, and the rest. */
public final class PeerMessages {

    /** Bytes of the length before each message. */
    public static final int LENGTH_BYTES = 4;

    private static final int HAVE = 4;
    private static final int BITFIELD = 5;
    private static final int REQUEST = 6;
    private static final int PIECE = 7;
    private static final int CANCEL = 8;
    private static final int REJECT = 16;
    private static final int EXTENDED = 20;
    private static final int HASH_REQUEST = 21;
    private static final int HASHES = 22;
    private static final int HASH_REJECT = 23;
    private static final int BLOCK_BYTES = 12;
    private static final int RANGE_BYTES = HashRange.ROOT_BYTES + 16;

    private PeerMessages() {}

    /** Reads what stands behind the length. A {@link MalformedMessageException} when it cannot be that message. */
    public static PeerMessage decode(ByteBuffer body) {
        if (!body.hasRemaining()) {
            return new KeepAlive();
        }
        int number = Byte.toUnsignedInt(body.get());
        for (Signal signal : Signal.values()) {
            if (signal.number() == number) {
                require(body, 0, number);
                return signal;
            }
        }
        return switch (number) {
            case HAVE -> new Have(require(body, Integer.BYTES, number).getInt());
            case BITFIELD -> new Bitfield(rest(body));
            case REQUEST -> new Request(block(body, number));
            case CANCEL -> new Cancel(block(body, number));
            case REJECT -> new Reject(block(body, number));
            case EXTENDED -> extended(body);
            case HASH_REQUEST -> new HashRequest(range(body));
            default -> new Other(number);
        };
    }

    /** The whole message with its length; of a piece all but its bytes, which follow it. */
    public static ByteBuffer encode(PeerMessage message) {
        return switch (message) {
            case KeepAlive unusedNothing ->
                ByteBuffer.allocate(LENGTH_BYTES).putInt(0).flip();
            case Signal signal -> begin(signal.number(), 0, 0).flip();
            case Have have -> begin(HAVE, Integer.BYTES, 0).putInt(have.piece()).flip();
            case Bitfield bitfield -> with(begin(BITFIELD, bitfield.bits().length, 0), bitfield.bits());
            case Request request -> block(REQUEST, request.block());
            case Cancel cancel -> block(CANCEL, cancel.block());
            case Reject reject -> block(REJECT, reject.block());
            case Piece piece -> piece(piece);
            case Extended extended ->
                with(begin(EXTENDED, 1 + extended.payload().length, 0).put((byte) extended.id()), extended.payload());
            case HashRequest request -> range(HASH_REQUEST, request.range(), 0).flip();
            case Hashes hashes -> with(range(HASHES, hashes.range(), hashes.hashes().length), hashes.hashes());
            case HashReject reject -> range(HASH_REJECT, reject.range(), 0).flip();
            case Other other -> begin(other.id(), 0, 0).flip();
        };
    }

    private static ByteBuffer piece(Piece piece) {
        return begin(PIECE, 2 * Integer.BYTES, piece.bytes().remaining())
                .putInt(piece.block().piece())
                .putInt(piece.block().begin())
                .flip();
    }

    private static ByteBuffer block(int number, PieceBlock block) {
        return begin(number, BLOCK_BYTES, 0)
                .putInt(block.piece())
                .putInt(block.begin())
                .putInt(block.length())
                .flip();
    }

    private static ByteBuffer range(int number, HashRange range, int more) {
        return begin(number, RANGE_BYTES + more, 0)
                .put(range.root())
                .putInt(range.base())
                .putInt(range.index())
                .putInt(range.length())
                .putInt(range.proofs());
    }

    /** Length and number, with room for what stands here and a length of what follows elsewhere. */
    private static ByteBuffer begin(int number, int here, int elsewhere) {
        return ByteBuffer.allocate(LENGTH_BYTES + 1 + here)
                .putInt(1 + here + elsewhere)
                .put((byte) number);
    }

    private static ByteBuffer with(ByteBuffer begun, byte[] bytes) {
        return begun.put(bytes).flip();
    }

    private static Extended extended(ByteBuffer body) {
        if (!body.hasRemaining()) {
            throw new MalformedMessageException("An extended message without a number");
        }
        return new Extended(Byte.toUnsignedInt(body.get()), rest(body));
    }

    private static PieceBlock block(ByteBuffer body, int number) {
        require(body, BLOCK_BYTES, number);
        return new PieceBlock(body.getInt(), body.getInt(), body.getInt());
    }

    private static HashRange range(ByteBuffer body) {
        require(body, RANGE_BYTES, HASH_REQUEST);
        byte[] root = new byte[HashRange.ROOT_BYTES];
        body.get(root);
        return new HashRange(root, body.getInt(), body.getInt(), body.getInt(), body.getInt());
    }

    private static byte[] rest(ByteBuffer body) {
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        return bytes;
    }

    private static ByteBuffer require(ByteBuffer body, int bytes, int number) {
        if (body.remaining() != bytes) {
            throw new MalformedMessageException(
                    "Message " + number + " with " + body.remaining() + " bytes where " + bytes + " belong");
        }
        return body;
    }
}
