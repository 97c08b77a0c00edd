package dev.vireo.upload.session;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one request.
 *
 * @param stream read once, never held as a whole
 * @param length how many there are, or {@link #UNKNOWN}
 * @param checksum what they must add up to; null when the client sent none
 */
record UploadBody(InputStream stream, long length, @Nullable UploadChecksum checksum) {
    static final long UNKNOWN = -1;

    boolean isEmpty() {
        return length == 0;
    }
}
