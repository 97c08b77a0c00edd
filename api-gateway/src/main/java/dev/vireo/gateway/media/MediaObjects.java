package dev.vireo.gateway.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.http.ByteRange;
import dev.vireo.kit.origin.ObjectInfo;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects of the origin; sizes, tags and small documents are remembered, since published objects never change. */
final class MediaObjects {
    private final OriginStore origin;
    private final OriginHttpClient reader;
    private final long documentMaxSize;
    private final Cache<ObjectKey, ObjectInfo> infos;
    private final Cache<ObjectKey, byte[]> documents;

    MediaObjects(OriginStore origin, OriginHttpClient reader, MediaProperties properties) {
        this.origin = origin;
        this.reader = reader;
        this.documentMaxSize = properties.documentMaxSize().toBytes();
        this.infos = Caffeine.newBuilder()
                .maximumSize(properties.objectCacheSize())
                .expireAfterWrite(properties.objectCacheTime())
                .build();
        this.documents = Caffeine.newBuilder()
                .maximumWeight(properties.documentCacheSize().toBytes())
                .weigher((ObjectKey key, byte[] bytes) ->
                        bytes.length + key.value().length())
                .expireAfterWrite(properties.objectCacheTime())
                .build();
    }

    /** Size and tag; NOT_FOUND when there is no such object. A missing one is asked for again each time. */
    ObjectInfo info(ObjectKey key) {
        @Nullable ObjectInfo known = infos.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Optional<ObjectInfo> found = origin.stat(key);
        found.ifPresent(info -> infos.put(key, info));
        return found.orElseThrow(() -> PlatformException.notFound("such file"));
    }

    /** The whole of a small document, from memory when it was read lately; empty when it is not small. */
    Optional<byte[]> document(ObjectKey key, ObjectInfo info) {
        if (info.size() > documentMaxSize) {
            return Optional.empty();
        }
        byte[] known = documents.getIfPresent(key);
        return Optional.of(known == null ? documents.get(key, this::read) : known);
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

    private byte[] read(ObjectKey key) {
        try (InputStream body = origin.get(key)) {
            return body.readAllBytes();
        } catch (IOException broken) {
            throw new PlatformException(
                    KitErrorCode.UNAVAILABLE, "The object store broke off: try again soon.", broken);
        }
    }
}
