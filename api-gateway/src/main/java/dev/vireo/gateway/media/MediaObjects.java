package dev.vireo.gateway.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.http.ByteRange;
import dev.vireo.kit.origin.ObjectInfo;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginHttpClient;
import dev.vireo.kit.origin.OriginStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects of the origin; sizes, tags and small documents are remembered, since published objects never change. */
final class MediaObjects {
    /** How long an object that nobody asks for is remembered. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final OriginStore origin;
    private final OriginHttpClient reader;
    private final long documentMaxSize;
    private final long freshNanos;
    private final Cache<ObjectKey, Known> infos;
    private final Cache<Version, byte[]> documents;

    /** What the store said at a time. */
    private record Known(ObjectInfo info, long at) {}

    private record Version(ObjectKey key, String etag) {}

    MediaObjects(OriginStore origin, OriginHttpClient reader, MediaProperties properties) {
        this.origin = origin;
        this.reader = reader;
        this.documentMaxSize = properties.documentMaxSize().toBytes();
        this.freshNanos = properties.objectCacheTime().toNanos();
        this.infos = Caffeine.newBuilder()
                .maximumSize(properties.objectCacheSize())
                .expireAfterAccess(KEPT)
                .build();
        this.documents = Caffeine.newBuilder()
                .maximumWeight(properties.documentCacheSize().toBytes())
                .weigher((Version version, byte[] bytes) ->
                        bytes.length + version.key().value().length())
                .build();
    }

    /**
     * Size and tag; NOT_FOUND when there is no such object. A missing one is asked for again each time; while the store
     * is away, what it said before holds on.
     */
    ObjectInfo info(ObjectKey key) {
        @Nullable Known known = infos.getIfPresent(key);
        if (known != null && System.nanoTime() - known.at() < freshNanos) {
            return known.info();
        }
        Optional<ObjectInfo> found = stat(key, known);
        if (found.isEmpty()) {
            infos.invalidate(key);
            throw PlatformException.notFound("such file");
        }
        infos.put(key, new Known(found.get(), System.nanoTime()));
        return found.get();
    }

    private Optional<ObjectInfo> stat(ObjectKey key, @Nullable Known before) {
        try {
            return origin.stat(key);
        } catch (PlatformException away) {
            if (before == null || away.code() != KitErrorCode.UNAVAILABLE) {
                throw away;
            }
            return Optional.of(before.info());
        }
    }

    /** The whole of a small document, from memory when it was read lately; empty when it is not small. */
    Optional<byte[]> document(ObjectKey key, ObjectInfo info) {
        if (info.size() > documentMaxSize) {
            return Optional.empty();
        }
        return Optional.of(documents.get(new Version(key, info.etag()), this::read));
    }

    /** A part of an object; close it. */
    InputStream open(ObjectKey key, ByteRange range) {
        try {
            return reader.open(key, range);
        } catch (PlatformException failed) {
            if (failed.code() == KitErrorCode.NOT_FOUND) {
                infos.invalidate(key);
            }
            throw failed;
        }
    }

    private byte[] read(Version version) {
        try (InputStream body = origin.get(version.key())) {
            return body.readAllBytes();
        } catch (IOException broken) {
            throw new PlatformException(
                    KitErrorCode.UNAVAILABLE, "The object store broke off: try again soon.", broken);
        }
    }
}
