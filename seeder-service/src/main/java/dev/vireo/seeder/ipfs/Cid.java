package dev.vireo.seeder.ipfs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * A content identifier (multiformats/cid): the digest of a block, and how to read the block.
 *
 * @param version 0 or 1
 * @param codec the block's form, a number in the table of multicodec
 * @param hash of the block
 */
public record Cid(int version, long codec, Multihash hash) {

    /** Nothing but bytes. */
    public static final long RAW = 0x55;
    /** A node of links and data. */
    public static final long DAG_PB = 0x70;
    /** A document of CBOR with links. */
    public static final long DAG_CBOR = 0x71;
    /** The key of a name: {@code /ipns/...}. */
    public static final long LIBP2P_KEY = 0x72;

    private static final int VERSION_0_BYTES = 34;
    private static final int VERSION_0_LETTERS = 46;
    private static final int SHA2_256_BYTES = 32;

    /** Checks that version 0 is what it can be. */
    public Cid {
        if (version == 0 && (codec != DAG_PB || hash.code() != Multihash.SHA2_256)) {
            throw new MalformedIpfsException("A CID of version 0 is dag-pb with sha2-256");
        }
    }

    /** Of version 1 of raw bytes. */
    public static Cid raw(Multihash hash) {
        return new Cid(1, RAW, hash);
    }

    /** Reads text, in any of the bases in which CIDs are met. */
    public static Cid parse(String text) {
        if (text.length() == VERSION_0_LETTERS && text.startsWith("Qm")) {
            return of(Multibase.fromBase58(text));
        }
        Cid cid = of(Multibase.decode(text));
        if (cid.version == 0) {
            throw new MalformedIpfsException("A CID of version 0 has no letter for its base");
        }
        return cid;
    }

    /** Reads bytes, all of them. */
    public static Cid of(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes));
    }

    /** Reads what tag 42 of CBOR has: a zero byte and the CID. */
    static Cid ofCbor(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != 0) {
            throw new MalformedIpfsException("A link of CBOR is a zero byte and a CID");
        }
        return of(ByteBuffer.wrap(bytes, 1, bytes.length - 1).slice());
    }

    /** Reads what remains in a buffer, all of it. */
    static Cid of(ByteBuffer buffer) {
        Cid cid = read(buffer);
        if (buffer.hasRemaining()) {
            throw new MalformedIpfsException("Bytes follow a CID");
        }
        return cid;
    }

    /** Reads the next CID. */
    static Cid read(ByteBuffer from) {
        if (from.remaining() >= VERSION_0_BYTES
                && from.get(from.position()) == Multihash.SHA2_256
                && from.get(from.position() + 1) == SHA2_256_BYTES) {
            return new Cid(0, DAG_PB, Multihash.read(from));
        }
        if (Varint.read(from) != 1) {
            throw new MalformedIpfsException("A CID has version 0 or 1");
        }
        return new Cid(1, Varint.read(from), Multihash.read(from));
    }

    /** Its bytes. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (version == 1) {
            Varint.write(1, bytes);
            Varint.write(codec, bytes);
        }
        hash.write(bytes);
        return bytes.toByteArray();
    }

    /** The same block by version 1, so that two CIDs of one block are equal. */
    public Cid canonical() {
        return version == 1 ? this : new Cid(1, codec, hash);
    }

    /** In base 36, as names of keys and hosts are written. */
    public String base36() {
        return Multibase.base36(bytes());
    }

    @Override
    public String toString() {
        return version == 0 ? Multibase.base58(bytes()) : Multibase.base32(bytes());
    }
}
