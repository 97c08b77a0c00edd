package dev.vireo.transcode.encode;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.kit.origin.PartTag;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Joins objects to one file in the origin, streaming: nothing is held but the buffers of one transfer. */
final class RenditionFile {

    private static final long PART = 6L * 1024 * 1024;
    private static final String TYPE = "video/mp4";

    private final OriginStore origin;
    private final Patience patience;
    private MessageDigest digest = Digests.sha256();

    RenditionFile(OriginStore origin, Patience patience) {
        this.origin = origin;
        this.patience = patience;
    }

    /** An object to join. */
    record Piece(ObjectKey key, long size) {}

    /** Writes the file and gives its SHA-256. */
    String write(ObjectKey target, List<Piece> pieces) throws InterruptedException {
        List<List<Piece>> parts = parts(pieces);
        if (parts.size() == 1) {
            digest = patience.with(() -> put(target, parts.getFirst()));
            return Digests.hex(digest.digest());
        }
        String upload = patience.with(() -> origin.createMultipart(target, TYPE));
        boolean complete = false;
        try {
            List<PartTag> tags = new ArrayList<>();
            for (List<Piece> part : parts) {
                tags.add(part(target, upload, tags.size() + 1, part));
            }
            origin.completeMultipart(target, upload, tags);
            complete = true;
            return Digests.hex(digest.digest());
        } finally {
            if (!complete) {
                origin.abortMultipart(target, upload);
            }
        }
    }

    private MessageDigest put(ObjectKey target, List<Piece> pieces) throws IOException {
        MessageDigest tried = Digests.sha256();
        try (InputStream bytes = new DigestInputStream(stream(pieces), tried)) {
            origin.put(target, bytes, size(pieces), TYPE);
        }
        return tried;
    }

    /** A part that is tried again begins with the digest of all parts before it. */
    private PartTag part(ObjectKey target, String upload, int number, List<Piece> pieces) throws InterruptedException {
        record Tried(PartTag tag, MessageDigest digest) {}
        Tried tried = patience.with(() -> {
            MessageDigest copy = copy(digest);
            try (InputStream bytes = new DigestInputStream(stream(pieces), copy)) {
                return new Tried(origin.putPart(target, upload, number, bytes, size(pieces)), copy);
            }
        });
        digest = tried.digest();
        return tried.tag();
    }

    private static List<List<Piece>> parts(List<Piece> pieces) {
        List<List<Piece>> parts = new ArrayList<>();
        List<Piece> part = new ArrayList<>();
        for (Piece piece : pieces) {
            part.add(piece);
            if (size(part) >= PART) {
                parts.add(part);
                part = new ArrayList<>();
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static long size(List<Piece> pieces) {
        return pieces.stream().mapToLong(Piece::size).sum();
    }

    private InputStream stream(List<Piece> pieces) {
        return new JoinedStream(pieces.stream().map(Piece::key).iterator(), origin::get);
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
