package dev.vireo.seeder.swarm;

import dev.vireo.seeder.wire.PeerMessage;
import java.time.Duration;

/**
 * The connection to a peer. All calls to and from a {@link PeerSession} happen on the line's own thread; whoever comes from
 * another one takes {@link #execute}.
 */
public interface PeerLine {

    /** Sends a message after those before it. */
    void send(PeerMessage message);

    /** False while the peer has not taken what was sent; {@link PeerSession#writable} is called when it has. */
    boolean writable();

    /** Ends the connection. */
    void close(CloseCause cause);

    /** Runs something on the line's thread. */
    void execute(Runnable step);

    /** Runs something on the line's thread after a while; not when the connection is closed by then. */
    void later(Duration pause, Runnable step);
}
