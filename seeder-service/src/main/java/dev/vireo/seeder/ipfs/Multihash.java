package dev.vireo.seeder.ipfs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A digest that says by which function it was made (multiformats/multihash). Its digest is not changed by anybody.
 *
 * @param code the function's number in the table of multicodec
 * @param digest what it made
 */
@SuppressWarnings("ArrayRecordComponent")
public record Multihash(long code, byte[] digest) {

    /** Not a digest but the block itself, which must be short. */
    public static final long IDENTITY = 0x00;
    /** SHA-2 of 256 bits. */
    public static final long SHA2_256 = 0x12;
    /** SHA-2 of 512 bits. */
    public static final long SHA2_512 = 0x13;

    /** How long a block may be that stands in its CID. */
    public static final int LONGEST_IDENTITY = 128;

    private static final int SHA2_256_BYTES = 32;
    private static final int SHA2_512_BYTES = 64;
    private static final int SHORTEST = 20;
    private static final int LONGEST = 128;

    /** Checks the digest's length. */
    public Multihash {
        boolean fits = switch ((int) code) {
            case (int) IDENTITY -> digest.length <= LONGEST_IDENTITY;
            case (int) SHA2_256 -> digest.length == SHA2_256_BYTES;
            case (int) SHA2_512 -> digest.length == SHA2_512_BYTES;
            default -> digest.length >= SHORTEST && digest.length <= LONGEST;
        };
        if (!fits) {
            throw new MalformedIpfsException("A digest of function " + code + " has " + digest.length + " bytes");
        }
    }

    /** SHA-2-256 of bytes. */
    public static Multihash sha256(byte[] bytes) {
        return new Multihash(SHA2_256, digester("SHA-256").digest(bytes));
    }

    /** A digest of SHA-2-256 that was made before. */
    public static Multihash ofSha256(byte[] digest) {
        return new Multihash(SHA2_256, digest);
    }

    static Multihash read(ByteBuffer from) {
        long code = Varint.read(from);
        long length = Varint.read(from);
        if (length > from.remaining() || length > LONGEST) {
            throw new MalformedIpfsException("A digest is cut off or too long");
        }
        byte[] digest = new byte[(int) length];
        from.get(digest);
        return new Multihash(code, digest);
    }

    void write(ByteArrayOutputStream into) {
        Varint.write(code, into);
        Varint.write(digest.length, into);
        into.writeBytes(digest);
    }

    /** As text, in the way in which CIDs of version 0 are written. */
    public String base58() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes);
        return Multibase.base58(bytes.toByteArray());
    }

    /** Whether it can be checked here; of other functions nothing is taken in. */
    public boolean isKnown() {
        return code == IDENTITY || code == SHA2_256 || code == SHA2_512;
    }

    /** Whether it is the digest of these bytes; of a function that is not known it never is. */
    public boolean holds(ByteBuffer bytes) {
        if (code == IDENTITY) {
            return bytes.equals(ByteBuffer.wrap(digest));
        }
        if (!isKnown()) {
            return false;
        }
        MessageDigest made = digester(code == SHA2_256 ? "SHA-256" : "SHA-512");
        made.update(bytes.duplicate());
        return MessageDigest.isEqual(made.digest(), digest);
    }

    /** A digest of the JDK that is always there. */
    public static MessageDigest digester(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Multihash hash && code == hash.code && Arrays.equals(digest, hash.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return code + ":" + HexFormat.of().formatHex(digest);
    }
}
