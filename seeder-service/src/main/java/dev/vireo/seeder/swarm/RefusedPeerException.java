package dev.vireo.seeder.swarm;

/** A peer gets nothing here. */
public final class RefusedPeerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CloseCause reason;

    RefusedPeerException(CloseCause reason) {
        super("Refused: " + reason, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public CloseCause reason() {
        return reason;
    }
}
