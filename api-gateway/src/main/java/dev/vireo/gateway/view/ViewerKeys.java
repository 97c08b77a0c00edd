package dev.vireo.gateway.view;

import dev.vireo.kit.identity.InstanceId;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for viewers that tell two of them apart for a day and nothing else: HMAC-SHA256 under a key that is made of the
 * deployment's secret and the date (UTC), cut to 16 bytes. Without the secret no address can be tried against it.
 */
final class ViewerKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 16;
    /** The part of an IPv6 address that a household has; the rest changes by itself. */
    private static final int NETWORK = 8;

    private final byte[] secret;

    ViewerKeys(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    byte[] key(InstanceId instance, Viewer viewer, Instant now) {
        byte[] today = hmac(secret, "vireo-views\n" + now.atZone(ZoneOffset.UTC).toLocalDate());
        String who = viewer.subject() == null
                ? "visitor\n" + network(viewer.address()) + "\n" + viewer.userAgent()
                : "account\n" + viewer.subject();
        return Arrays.copyOf(hmac(today, instance + "\n" + who), LENGTH);
    }

    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK)
                    : address;
        } catch (IllegalArgumentException name) {
            return address;
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
