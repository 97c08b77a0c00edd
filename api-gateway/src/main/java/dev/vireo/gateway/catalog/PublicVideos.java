package dev.vireo.gateway.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import java.util.Optional;

/**
 * Videos as an anonymous visitor sees them, remembered for a moment: whatever is changed, hidden or deleted shows after
 * {@code vireo.gateway.catalog.cache-time} at the latest.
 */
public final class PublicVideos {
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    private record Key(InstanceId instance, String id) {}

    private final CatalogGrpcClient catalog;
    private final Cache<Key, Optional<VideoView>> seen;

    PublicVideos(CatalogGrpcClient catalog, CatalogProperties properties) {
        this.catalog = catalog;
        this.seen = Caffeine.newBuilder()
                .maximumSize(properties.cacheSize())
                .expireAfterWrite(properties.cacheTime())
                .build();
    }

    /** The video of that UUID, when a visitor without a token may see it; one question for all who wait. */
    public Optional<VideoView> find(InstanceId instance, String id) {
        Key key = new Key(instance, id);
        Optional<VideoView> known = seen.getIfPresent(key);
        return known == null ? seen.get(key, this::ask) : known;
    }

    /** The video of that UUID has changed: the next question goes to the catalogue. */
    public void forget(InstanceId instance, String id) {
        seen.invalidate(new Key(instance, id));
    }

    private Optional<VideoView> ask(Key key) {
        Callers.Scope visitor = Callers.enter(Caller.anonymous(key.instance()));
        try {
            return Optional.of(catalog.video(key.id()).video());
        } catch (PlatformException refused) {
            return switch (refused.code().httpStatus()) {
                case NOT_FOUND, UNAUTHENTICATED, FORBIDDEN -> Optional.empty();
                default -> throw refused;
            };
        } finally {
            visitor.close();
        }
    }
}
