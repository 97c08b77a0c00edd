package dev.vireo.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;

/** Bytes that begin like an MP4 file and go on as noise, the same for the same seed. */
public final class TestFilm {
    private static final byte[] FTYP = {
        0, 0, 0, 0x18, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0, 'i', 's', 'o', 'm', 'm', 'p', '4', '2'
    };

    private TestFilm() {}

    /** A film of that many bytes. */
    public static byte[] of(int length, long seed) {
        byte[] film = new byte[length];
        new Random(seed).nextBytes(film);
        System.arraycopy(FTYP, 0, film, 0, Math.min(length, FTYP.length));
        return film;
    }

    /** Bytes from an offset on. */
    public static byte[] slice(byte[] film, long from, long to) {
        return Arrays.copyOfRange(film, (int) from, (int) to);
    }

    /** Digest by the JDK. */
    public static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
