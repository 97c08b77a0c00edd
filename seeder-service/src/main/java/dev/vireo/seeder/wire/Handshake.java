package dev.vireo.seeder.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first 68 bytes of each side (BEP 3): who it is, what it is about, and what else it understands.
 *
 * @param extensions knows the extension protocol (BEP 10)
 * @param fast knows the fast extension (BEP 6)
 * @param v2 knows version 2 (BEP 52)
 * @param infohash 20 bytes
 * @param peerId 20 bytes
 */
public record Handshake(boolean extensions, boolean fast, boolean v2, byte[] infohash, byte[] peerId) {

    /** How long it is. */
    public static final int BYTES = 68;

    /** Of the name of the protocol, its length before it: what every handshake begins with. */
    private static final byte[] NAME = "\u0013BitTorrent protocol".getBytes(StandardCharsets.ISO_8859_1);

    private static final int RESERVED_BYTES = 8;
    private static final int HASH_BYTES = 20;
    private static final int EXTENSIONS_AT = 5;
    private static final int EXTENSIONS_BIT = 0x10;
    private static final int LAST_AT = 7;
    private static final int FAST_BIT = 0x04;
    private static final int V2_BIT = 0x10;

    /** True when bytes may be the beginning of a handshake, as far as there are any. */
    public static boolean begins(ByteBuffer bytes) {
        int length = Math.min(bytes.remaining(), NAME.length);
        byte[] first = new byte[length];
        bytes.get(bytes.position(), first);
        return Arrays.equals(first, Arrays.copyOf(NAME, length));
    }

    /** Reads the next 68 bytes. */
    public static Handshake decode(ByteBuffer bytes) {
        if (bytes.remaining() < BYTES || !begins(bytes)) {
            throw new MalformedMessageException("No handshake");
        }
        bytes.position(bytes.position() + NAME.length);
        byte[] reserved = take(bytes, RESERVED_BYTES);
        return new Handshake(
                (reserved[EXTENSIONS_AT] & EXTENSIONS_BIT) != 0,
                (reserved[LAST_AT] & FAST_BIT) != 0,
                (reserved[LAST_AT] & V2_BIT) != 0,
                take(bytes, HASH_BYTES),
                take(bytes, HASH_BYTES));
    }

    /** Its 68 bytes. */
    public ByteBuffer encode() {
        byte[] reserved = new byte[RESERVED_BYTES];
        reserved[EXTENSIONS_AT] = (byte) (extensions ? EXTENSIONS_BIT : 0);
        reserved[LAST_AT] = (byte) ((fast ? FAST_BIT : 0) | (v2 ? V2_BIT : 0));
        return ByteBuffer.allocate(BYTES)
                .put(NAME)
                .put(reserved)
                .put(infohash)
                .put(peerId)
                .flip();
    }

    private static byte[] take(ByteBuffer bytes, int length) {
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }
}
