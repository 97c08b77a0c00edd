package dev.vireo.upload.session;

import com.google.protobuf.ByteString;
import java.util.List;

/**
 * How far an upload is; all of it belongs to the same offset.
 *
 * @param received durable bytes
 * @param digest state of the SHA-256 of these bytes
 * @param head the first of these bytes, at most as many as tell the container
 * @param tails objects behind the last whole part, in order
 */
record UploadProgress(long received, ByteString digest, ByteString head, List<Tail> tails) {
    UploadProgress {
        tails = List.copyOf(tails);
    }
}
