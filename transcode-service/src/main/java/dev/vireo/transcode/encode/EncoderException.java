package dev.vireo.transcode.encode;

/** An encoder process did not do its work; the piece is tried again. */
final class EncoderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EncoderException(String message) {
        super(message);
    }
}
