package dev.vireo.seeder.trackerdoor;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Connection ids (BEP 15): a keyed hash of the address and the minute, so nothing is kept of who asked for one. One holds
 * for one to two minutes, from its address alone; it shows that its sender reads what is sent there.
 */
final class ConnectionIds {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final long TERM = Duration.ofMinutes(1).toMillis();

    private final Mac mac;
    private final Clock clock;

    ConnectionIds(Clock clock) {
        this.clock = clock;
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    long issue(InetAddress address) {
        return id(address, term());
    }

    boolean holds(long id, InetAddress address) {
        long term = term();
        return id == id(address, term) || id == id(address, term - 1);
    }

    private long term() {
        return clock.millis() / TERM;
    }

    private synchronized long id(InetAddress address, long term) {
        mac.update(address.getAddress());
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(0, term));
        return ByteBuffer.wrap(mac.doFinal()).getLong();
    }
}
