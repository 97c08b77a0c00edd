package dev.vireo.gateway.media;

import dev.vireo.kit.identity.InstanceId;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and checks the right to read one version of one video until a time: HMAC-SHA256, RFC 2104. */
final class MediaSignatures {
    private static final String ALGORITHM = "HmacSHA256";
    /** Ends fall on a grid, so that the same caller gets the same addresses for a while and caches help. */
    private static final long GRID_SECONDS = 900;

    private final SecretKeySpec key;
    private final Duration lifetime;
    private final Clock clock;

    MediaSignatures(String key, Duration lifetime, Clock clock) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** A grant for at least the configured lifetime. */
    MediaPath.Grant grant(InstanceId instance, String videoId, int version) {
        long end = clock.instant().plus(lifetime).getEpochSecond();
        long expiry = (end / GRID_SECONDS + 1) * GRID_SECONDS;
        return new MediaPath.Grant(expiry, mac(instance, videoId, version, expiry));
    }

    /** The grant is ours, for exactly this, and not over. */
    boolean valid(MediaPath.Grant grant, InstanceId instance, String videoId, int version) {
        byte[] expected = mac(instance, videoId, version, grant.expiry()).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, grant.mac().getBytes(StandardCharsets.US_ASCII))
                && clock.instant().isBefore(Instant.ofEpochSecond(grant.expiry()));
    }

    private String mac(InstanceId instance, String videoId, int version, long expiry) {
        String signed = "vireo-media-v1\n" + instance + "\n" + videoId + "\n" + version + "\n" + expiry;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
