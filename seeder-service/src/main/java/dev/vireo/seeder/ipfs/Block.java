package dev.vireo.seeder.ipfs;

import java.nio.ByteBuffer;

/**
 * A block and how it is called. Its bytes are not changed by anybody.
 *
 * @param cid of it
 * @param bytes of it
 */
@SuppressWarnings("ArrayRecordComponent")
public record Block(Cid cid, byte[] bytes) {

    /** How long a block may be, whoever sends it. */
    public static final int LONGEST = 2 * 1024 * 1024;

    /** Whether the bytes are those that the CID names. */
    public boolean isWhole() {
        return cid.hash().holds(ByteBuffer.wrap(bytes));
    }
}
