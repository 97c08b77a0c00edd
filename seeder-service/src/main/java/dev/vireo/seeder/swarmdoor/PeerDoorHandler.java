package dev.vireo.seeder.swarmdoor;

import dev.vireo.seeder.swarm.CloseCause;
import dev.vireo.seeder.swarm.RefusedPeerException;
import dev.vireo.seeder.swarm.SwarmProperties;
import dev.vireo.seeder.swarm.Swarms;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.CompletionException;

/** What all connections share until their sessions begin. */
final class PeerDoorHandler {

    private static final AttributeKey<CloseCause> CAUSE = AttributeKey.valueOf(PeerDoorHandler.class, "cause");
    private static final AttributeKey<Boolean> OPEN = AttributeKey.valueOf(PeerDoorHandler.class, "open");
    /** As clients name themselves (BEP 20); what follows is another for each process. */
    private static final String CLIENT = "-VI0100-";

    private static final int PEER_ID_BYTES = 20;

    private final Swarms swarms;
    private final SwarmProperties properties;
    private final RateShapingHandler rates;
    private final SecureRandom random = new SecureRandom();
    private final byte[] peerId = new byte[PEER_ID_BYTES];

    PeerDoorHandler(Swarms swarms, SwarmProperties properties, RateShapingHandler rates) {
        this.swarms = swarms;
        this.properties = properties;
        this.rates = rates;
        random.nextBytes(peerId);
        byte[] client = CLIENT.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(client, 0, peerId, 0, client.length);
    }

    Swarms swarms() {
        return swarms;
    }

    SwarmProperties properties() {
        return properties;
    }

    RateShapingHandler rates() {
        return rates;
    }

    SecureRandom random() {
        return random;
    }

    byte[] peerId() {
        return peerId.clone();
    }

    /** A session began: whatever it waits for is its own matter. */
    void opened(Channel channel) {
        channel.attr(OPEN).set(true);
    }

    /** Closes what has not become a session in time. */
    void giveUp(Channel channel) {
        if (channel.attr(OPEN).get() == null) {
            close(channel, CloseCause.IDLE);
        }
    }

    /** Closes a connection, whose first cause counts. */
    void close(Channel channel, CloseCause cause) {
        if (channel.attr(CAUSE).compareAndSet(null, cause)) {
            swarms.closed(cause);
            var unused = channel.close();
        }
    }

    /** Why somebody is refused. */
    static CloseCause cause(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RefusedPeerException refused ? refused.reason() : CloseCause.UNAVAILABLE;
    }
}
