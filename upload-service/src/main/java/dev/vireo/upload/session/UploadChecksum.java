package dev.vireo.upload.session;

import dev.vireo.kit.error.PlatformException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the bytes of one request must add up to (tus checksum extension); used for one request only. */
final class UploadChecksum {
    /** Value of Tus-Checksum-Algorithm. */
    static final String ALGORITHMS = "sha1,sha256";

    private static final Map<String, String> JAVA_NAMES = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private final MessageDigest digest;
    private final byte[] expected;

    private UploadChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /** From the value of Upload-Checksum; null when the header is absent. */
    static @Nullable UploadChecksum parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String[] parts = header.trim().split(" ", -1);
        String algorithm = JAVA_NAMES.get(parts[0]);
        if (parts.length != 2 || algorithm == null) {
            throw malformed();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] expected = Base64.getDecoder().decode(parts[1]);
            if (expected.length != digest.getDigestLength()) {
                throw malformed();
            }
            return new UploadChecksum(digest, expected);
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    void verify() {
        if (!MessageDigest.isEqual(digest.digest(), expected)) {
            throw new PlatformException(
                    UploadErrorCode.CHECKSUM_MISMATCH,
                    "The bytes differ from their checksum; nothing of this request was kept: send them again.");
        }
    }

    private static PlatformException malformed() {
        return new PlatformException(
                UploadErrorCode.BAD_HEADER,
                "Upload-Checksum must be 'sha1' or 'sha256', a space, and the digest in Base64.");
    }
}
