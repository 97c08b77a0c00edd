package dev.vireo.upload.session;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.kit.origin.PartTag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The objects of an upload in the origin: a multipart upload, and tails that do not fill a part yet. */
@Component
final class UploadObjects {
    private static final Logger LOG = LoggerFactory.getLogger(UploadObjects.class);
    private static final String CONTENT_TYPE = "application/octet-stream";

    private final OriginStore origin;

    UploadObjects(OriginStore origin) {
        this.origin = origin;
    }

    String begin(UploadSession session) {
        return origin.createMultipart(session.sourceKey(), CONTENT_TYPE);
    }

    void abort(UploadSession session, String multipartId) {
        origin.abortMultipart(session.sourceKey(), multipartId);
    }

    /** Writes the tails and then {@code length} bytes of {@code body} as one part. */
    PartTag putPart(UploadSession session, String multipartId, int number, List<Tail> tails, Bytes body)
            throws IOException {
        try (InputStream all = new TailStream(origin, session, tails, body.stream())) {
            long length = tails.stream().mapToLong(Tail::size).sum() + body.length();
            return origin.putPart(session.sourceKey(), multipartId, number, all, length);
        } catch (TailStream.LostException away) {
            throw away(away);
        }
    }

    /** Writes the tails and then {@code length} bytes of {@code body} as one new tail. */
    Tail putTail(UploadSession session, int number, List<Tail> tails, Bytes body) throws IOException {
        try (InputStream all = new TailStream(origin, session, tails, body.stream())) {
            long length = tails.stream().mapToLong(Tail::size).sum() + body.length();
            origin.put(session.tailKey(number), all, length, CONTENT_TYPE);
            return new Tail(number, length);
        } catch (TailStream.LostException away) {
            throw away(away);
        }
    }

    /** Removes tails that are of no use any more; what stays is removed with the upload. */
    void discard(UploadSession session, List<Tail> tails) {
        for (Tail tail : tails) {
            try {
                origin.delete(session.tailKey(tail.number()));
            } catch (PlatformException away) {
                LOG.debug("A tail of upload {} stays for now: {}", session.id().value(), away.sentence());
            }
        }
    }

    /**
     * Joins the parts to the source object. May be called again after any failure, also by several at once: the object
     * is there with the right size when it returns.
     */
    void join(UploadSession session, List<PartTag> parts) {
        ObjectKey key = session.sourceKey();
        String multipartId = session.multipartId();
        try {
            if (multipartId == null) {
                throw new IllegalStateException("A complete upload without parts: " + session.id());
            }
            origin.completeMultipart(key, multipartId, parts);
        } catch (PlatformException failed) {
            if (isJoined(session)) {
                return;
            }
            throw failed.code() == KitErrorCode.NOT_FOUND
                    ? new PlatformException(KitErrorCode.INTERNAL, "The parts of the upload are lost.", failed)
                    : failed;
        }
        if (!isJoined(session)) {
            throw new PlatformException(KitErrorCode.INTERNAL, "The joined object has not the upload's size.");
        }
    }

    /** Removes everything but the source. */
    void removeTails(UploadSession session) {
        String prefix = session.folder().value() + "/";
        for (ObjectKey key : origin.list(prefix, Integer.MAX_VALUE)) {
            if (!key.equals(session.sourceKey())) {
                origin.delete(key);
            }
        }
    }

    /** Frees all parts, those too of a multipart upload that was begun just before a crash and is on record nowhere. */
    void giveUp(UploadSession session) {
        origin.abortMultiparts(session.sourceKey());
    }

    /** Removes everything. */
    void removeAll(UploadSession session) {
        giveUp(session);
        origin.deletePrefix(session.folder().value() + "/");
    }

    private boolean isJoined(UploadSession session) {
        return origin.stat(session.sourceKey())
                .filter(found -> found.size() == session.length())
                .isPresent();
    }

    private static PlatformException away(IOException cause) {
        return new PlatformException(KitErrorCode.UNAVAILABLE, "The object store is away: try again soon.", cause);
    }

    /** A stream and how many bytes of it are meant. */
    record Bytes(InputStream stream, long length) {}
}
