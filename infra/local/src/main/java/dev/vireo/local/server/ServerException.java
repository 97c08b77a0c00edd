package dev.vireo.local.server;

/** Says in one clear sentence why a local server cannot run and what to do about it. */
public final class ServerException extends RuntimeException {

    /** A sentence alone. */
    public ServerException(String sentence) {
        super(sentence);
    }

    /** A sentence with what caused it. */
    public ServerException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
