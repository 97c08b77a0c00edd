package dev.vireo.bench.seeding;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

/**
 * A file of random bytes, so that no two pieces of any two files are alike.
 *
 * @param path where it lies
 * @param size of how many bytes
 * @param sha256 of all of them
 */
record GeneratedFile(Path path, long size, byte[] sha256) {
    private static final int STEP = 1 << 20;

    static GeneratedFile write(Path path, long size, long seed) {
        MessageDigest digest = digest("SHA-256");
        SplittableRandom random = new SplittableRandom(seed);
        byte[] step = new byte[STEP];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (long left = size; left > 0; left -= STEP) {
                random.nextBytes(step);
                int length = (int) Math.min(STEP, left);
                digest.update(step, 0, length);
                out.write(step, 0, length);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return new GeneratedFile(path, size, digest.digest());
    }

    static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
