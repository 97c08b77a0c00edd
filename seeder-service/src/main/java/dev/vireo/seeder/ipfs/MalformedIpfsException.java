package dev.vireo.seeder.ipfs;

/** Something is no CID, block or archive; the message says what is wrong with it. */
public final class MalformedIpfsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For the reason that the message gives. */
    public MalformedIpfsException(String message) {
        super(message);
    }

    /** For the reason that the message gives. */
    public MalformedIpfsException(String message, Throwable cause) {
        super(message, cause);
    }
}
