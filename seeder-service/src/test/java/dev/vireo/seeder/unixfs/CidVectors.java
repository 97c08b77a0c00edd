package dev.vireo.seeder.unixfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CIDs that other importers made, where a machine has them; and the bytes that they were made of. */
final class CidVectors {
    private static final Map<String, ImportProfile> PROFILES = Map.of(
            "unixfs-v1-2025", ImportProfile.UNIXFS_V1_2025,
            "kubo-cidv1-default", ImportProfile.KUBO_V1,
            "unixfs-v0-2015", ImportProfile.UNIXFS_V0_2015);

    private static final Path FILE =
            Path.of(System.getProperty("house.directory", "..") + "/../shared/ipfs/cid-vectors.json");
    private static final int ROUND = 251;
    private static final int STEP = 31;
    private static final int BEGIN = 7;
    private static final int PART = 1 << 16;

    private CidVectors() {}

    static Optional<JsonNode> read() throws IOException {
        return Files.exists(FILE)
                ? Optional.of(JsonMapper.shared().readTree(Files.readString(FILE)))
                : Optional.empty();
    }

    /** Each byte follows from its place. */
    static byte[] counted(int size) {
        byte[] bytes = new byte[size];
        for (int at = 0; at < size; at++) {
            bytes[at] = (byte) ((at * (long) STEP + BEGIN) % ROUND);
        }
        return bytes;
    }

    /** The same bytes for the same seed, without end. */
    static final class Stream {
        private final Cipher cipher;

        Stream(String seed) throws GeneralSecurityException {
            byte[] key = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            cipher = Cipher.getInstance("ChaCha20");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "ChaCha20"),
                    new ChaCha20ParameterSpec(new byte[12], 0));
        }

        byte[] next(int count) {
            return cipher.update(new byte[count]);
        }

        /** Gives so many bytes to an importer. */
        ImportedEntry into(FileImporter importer, long size) {
            for (long left = size; left > 0; left -= PART) {
                importer.accept(ByteBuffer.wrap(next((int) Math.min(PART, left))));
            }
            return importer.finish();
        }
    }

    static ImportedEntry imported(ImportProfile profile, byte[] bytes, BlockSink blocks) {
        FileImporter importer = new FileImporter(profile, blocks);
        importer.accept(ByteBuffer.wrap(bytes));
        return importer.finish();
    }

    static ImportProfile profile(String name) {
        return Objects.requireNonNull(PROFILES.get(name), name);
    }

    static List<String> names() {
        return PROFILES.keySet().stream().sorted().toList();
    }
}
