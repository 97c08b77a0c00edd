package dev.vireo.transcode.packaging;

/** Bytes that an encoder wrote are not the fragmented MP4 they have to be. */
public final class MalformedMediaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedMediaException(String message) {
        super(message);
    }
}
