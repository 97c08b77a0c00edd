package dev.vireo.kit.origin;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The object store that holds all bytes of the platform (S3 API). An object is there whole or not at all; a write that
 * returned is durable. Keys are written once, except tails of unfinished uploads. Nothing is held in memory: streams go
 * through. Failures are {@code PlatformException}s: NOT_FOUND for a missing object, UNAVAILABLE when the store is away.
 */
public interface OriginStore {
    /** The whole object; close it. */
    InputStream get(ObjectKey key);

    /** {@code length} bytes from {@code offset}; close it. */
    InputStream get(ObjectKey key, long offset, long length);

    /**
     * Fills the first {@code length} bytes of a buffer from an offset on. UNAVAILABLE too when the store broke off or gave
     * less.
     */
    default void read(ObjectKey key, long offset, byte[] into, int length) {
        try (InputStream bytes = get(key, offset, length)) {
            if (bytes.readNBytes(into, 0, length) < length) {
                throw new EOFException("The range ended early");
            }
        } catch (IOException broken) {
            throw new PlatformException(
                    KitErrorCode.UNAVAILABLE, "The object store broke off: try again soon.", broken);
        }
    }

    /** Size, entity tag and type; empty when there is no such object. */
    Optional<ObjectInfo> stat(ObjectKey key);

    /**
     * Writes exactly {@code length} bytes of {@code body}. An {@link IOException} of {@code body} is passed on: nothing
     * was written then.
     */
    void put(ObjectKey key, InputStream body, long length, String contentType) throws IOException;

    /** Writes a small object. */
    void put(ObjectKey key, byte[] body, String contentType);

    /** Removes the object; nothing happens when there is none. */
    void delete(ObjectKey key);

    /** Removes every object whose key starts with {@code prefix}, which ends in {@code /}; says how many there were. */
    int deletePrefix(String prefix);

    /** Keys that start with {@code prefix}, in order, at most {@code limit}. */
    List<ObjectKey> list(String prefix, int limit);

    /** An address that reads the object without credentials until {@code lifetime} is over; ranges work on it. */
    URI presignedGet(ObjectKey key, Duration lifetime);

    /** Opens a multipart upload and gives its id. */
    String createMultipart(ObjectKey key, String contentType);

    /**
     * Writes one part of exactly {@code length} bytes, streaming. All parts but the last have 5 MiB or more, none more
     * than 32 MiB. The same number again replaces the part. An {@link IOException} of {@code body} is passed on.
     */
    PartTag putPart(ObjectKey key, String uploadId, int number, InputStream body, long length) throws IOException;

    /** Joins the parts, in order, to the object. NOT_FOUND when the upload is unknown: completed before, or aborted. */
    void completeMultipart(ObjectKey key, String uploadId, List<PartTag> parts);

    /** Gives a multipart upload up and frees its parts; nothing happens when it is unknown. */
    void abortMultipart(ObjectKey key, String uploadId);

    /** Gives up every multipart upload to the key, those too whose ids nobody knows any more. */
    void abortMultiparts(ObjectKey key);
}
