package dev.vireo.upload.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The state of a SHA-256 (FIPS 180-4) between two forms of BouncyCastle's: the one that its Java digest writes, which is
 * the same everywhere, and the one of its native digest on x86-64, which is fast. Both hold the eight words H, the
 * number of bytes so far, and those of them that fill no block of 64 yet.
 */
final class Sha256State {
    private static final int BLOCK = 64;
    private static final int WORDS = 8;
    private static final int PENDING_AT = 8;
    private static final int BLOCK_AT = 16;
    private static final int COUNT_AT = 80;
    private static final int HASH_AT = 128;

    /** The order in which the processor's instructions want them: F, E, B, A, H, G, D, C. */
    private static final int[] ORDER = {5, 4, 1, 0, 7, 6, 3, 2};

    private static final byte FOR_ANY_PURPOSE = 9;

    private Sha256State() {}

    static byte[] toJava(byte[] nativeState) {
        ByteBuffer from = ByteBuffer.wrap(nativeState).order(ByteOrder.LITTLE_ENDIAN);
        int pending = (int) from.getLong(PENDING_AT);
        int whole = pending / Integer.BYTES;
        ByteBuffer to = ByteBuffer.allocate(53 + whole * Integer.BYTES);
        byte[] rest = new byte[Integer.BYTES];
        from.get(BLOCK_AT + whole * Integer.BYTES, rest, 0, pending % Integer.BYTES);
        to.put(rest).putInt(pending % Integer.BYTES).putLong(from.getLong(COUNT_AT));
        int[] hash = new int[WORDS];
        for (int at = 0; at < WORDS; at++) {
            hash[ORDER[at]] = from.getInt(HASH_AT + at * Integer.BYTES);
        }
        for (int word : hash) {
            to.putInt(word);
        }
        to.putInt(whole).put(nativeState, BLOCK_AT, whole * Integer.BYTES);
        return to.put(FOR_ANY_PURPOSE).array();
    }

    /** {@code fresh} is the state of a new native digest, whose other bytes are kept. */
    static byte[] toNative(byte[] javaState, byte[] fresh) {
        ByteBuffer from = ByteBuffer.wrap(javaState);
        byte[] rest = new byte[Integer.BYTES];
        from.get(rest);
        int odd = from.getInt();
        byte[] made = fresh.clone();
        ByteBuffer to = ByteBuffer.wrap(made).order(ByteOrder.LITTLE_ENDIAN);
        long count = from.getLong();
        to.putLong(COUNT_AT, count).putLong(PENDING_AT, count % BLOCK);
        int[] hash = new int[WORDS];
        for (int at = 0; at < WORDS; at++) {
            hash[at] = from.getInt();
        }
        for (int at = 0; at < WORDS; at++) {
            to.putInt(HASH_AT + at * Integer.BYTES, hash[ORDER[at]]);
        }
        int whole = from.getInt() * Integer.BYTES;
        from.get(made, BLOCK_AT, whole);
        System.arraycopy(rest, 0, made, BLOCK_AT + whole, odd);
        return made;
    }
}
