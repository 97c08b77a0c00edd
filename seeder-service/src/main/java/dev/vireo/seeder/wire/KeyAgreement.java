package dev.vireo.seeder.wire;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Our side of the agreement on keys with which peers hide from networks what they speak (Message Stream Encryption of
 * Azureus and uTorrent). It keeps nobody from reading who knows the infohash: SHA-1, RC4 and 768 bits are what it has.
 */
public final class KeyAgreement {

    /** Bytes of a public key, and of the secret. */
    public static final int KEY_BYTES = 96;

    /** The most bytes of anything that stands between two steps. */
    public static final int MOST_PADDING = 512;

    /** Bytes of each hash. */
    public static final int HASH_BYTES = 20;

    private static final BigInteger PRIME = new BigInteger(
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                    + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A63A36210000000000090563",
            16);
    private static final BigInteger GENERATOR = BigInteger.TWO;
    private static final int EXPONENT_BITS = 160;
    private static final int DISCARDED = 1024;

    private final BigInteger exponent;

    /** A new one for one connection. */
    public KeyAgreement(SecureRandom random) {
        this.exponent = new BigInteger(EXPONENT_BITS, random).setBit(EXPONENT_BITS - 1);
    }

    /** What the peer is sent. */
    public byte[] publicKey() {
        return bytes(GENERATOR.modPow(exponent, PRIME));
    }

    /** What both sides know then. A {@link MalformedMessageException} when the peer's key makes it known to all. */
    public byte[] secret(byte[] theirs) {
        BigInteger key = new BigInteger(1, theirs);
        if (key.compareTo(BigInteger.ONE) <= 0 || key.compareTo(PRIME.subtract(BigInteger.ONE)) >= 0) {
            throw new MalformedMessageException("Not a public key");
        }
        return bytes(key.modPow(exponent, PRIME));
    }

    /** By which a peer shows that it knows the secret. */
    public static byte[] proof(byte[] secret) {
        return hash("req1", secret);
    }

    /** Takes what hides a hash away: the rest names it by {@link #obfuscated}. */
    public static byte[] reveal(byte[] hidden, byte[] secret) {
        byte[] mask = hash("req3", secret);
        byte[] name = new byte[HASH_BYTES];
        for (int at = 0; at < HASH_BYTES; at++) {
            name[at] = (byte) (hidden[at] ^ mask[at]);
        }
        return name;
    }

    /** By which a torrent is named without telling its infohash. */
    public static byte[] obfuscated(byte[] infohash) {
        return hash("req2", infohash);
    }

    /** What decrypts what the side that connected says. */
    public static Cipher fromInitiator(byte[] secret, byte[] infohash) {
        return cipher("keyA", secret, infohash);
    }

    /** What encrypts what the other side says. */
    public static Cipher toInitiator(byte[] secret, byte[] infohash) {
        return cipher("keyB", secret, infohash);
    }

    private static Cipher cipher(String label, byte[] secret, byte[] infohash) {
        try {
            Cipher cipher = Cipher.getInstance("RC4");
            // Of this cipher both ways are the same.
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(hash(label, secret, infohash), "RC4"));
            cipher.update(new byte[DISCARDED]);
            return cipher;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hash(String label, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(label.getBytes(StandardCharsets.US_ASCII));
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(BigInteger number) {
        byte[] some = number.toByteArray();
        byte[] all = new byte[KEY_BYTES];
        int length = Math.min(some.length, KEY_BYTES);
        System.arraycopy(
                Arrays.copyOfRange(some, some.length - length, some.length), 0, all, KEY_BYTES - length, length);
        return all;
    }
}
