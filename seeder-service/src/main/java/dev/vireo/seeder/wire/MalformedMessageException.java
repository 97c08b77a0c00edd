package dev.vireo.seeder.wire;

/** A peer sent what is no message of the peer wire. */
public final class MalformedMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message) {
        super(message);
    }
}
