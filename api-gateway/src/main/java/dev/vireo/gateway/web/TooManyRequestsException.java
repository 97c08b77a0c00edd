package dev.vireo.gateway.web;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.time.Duration;

/** The caller asks too often; says when to come again. */
final class TooManyRequestsException extends PlatformException {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyRequestsException(Duration wait) {
        super(KitErrorCode.TOO_MANY_REQUESTS, "Too many requests: try again in " + seconds(wait) + " s.");
        this.seconds = seconds(wait);
    }

    /** Whole seconds to wait, at least one. */
    long seconds() {
        return seconds;
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
