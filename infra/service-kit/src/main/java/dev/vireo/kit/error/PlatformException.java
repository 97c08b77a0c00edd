package dev.vireo.kit.error;

import org.jspecify.annotations.Nullable;

/** A failure with a code that programs understand and a sentence that tells a person what to do. */
public class PlatformException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;

    /** A failure without a cause of its own; {@code message} is shown to the caller. */
    public PlatformException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /** A failure with its cause, which is logged but never shown; {@code message} is shown to the caller. */
    public PlatformException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The stable word for it. */
    public ErrorCode code() {
        return code;
    }

    /** The sentence for the caller. */
    public String sentence() {
        String message = getMessage();
        return message == null ? code.code() : message;
    }

    /** A request field is wrong. */
    public static PlatformException invalid(String field, String what) {
        return new PlatformException(KitErrorCode.INVALID_ARGUMENT, field + ": " + what);
    }

    /** Nothing of that name that the caller may know of. */
    public static PlatformException notFound(String what) {
        return new PlatformException(KitErrorCode.NOT_FOUND, "There is no " + what + " here.");
    }
}
