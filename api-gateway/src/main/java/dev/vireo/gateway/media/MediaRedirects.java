package dev.vireo.gateway.media;

import dev.vireo.kit.identity.InstanceId;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Sends clients to the object store or a CDN, when the deployment wants that; for playlists and captions never. */
final class MediaRedirects {
    /** What players read from the address of a page alone. */
    private static final Set<MediaPath.Kind> OURS = EnumSet.of(MediaPath.Kind.PLAYLIST, MediaPath.Kind.CAPTIONS);

    private final OriginStore origin;
    private final MediaProperties properties;

    MediaRedirects(OriginStore origin, MediaProperties properties) {
        this.origin = origin;
        this.properties = properties;
    }

    /** Where to go; empty when the gateway serves it. What is not public goes to signed store addresses only. */
    Optional<String> target(InstanceId instance, MediaPath path) {
        if (properties.delivery() == MediaProperties.Delivery.STREAM || OURS.contains(path.kind())) {
            return Optional.empty();
        }
        ObjectKey key = path.key(instance);
        if (properties.redirectBase() != null && path.grant() == null) {
            String base = properties.redirectBase().toString();
            return Optional.of(base.endsWith("/") ? base + key : base + "/" + key);
        }
        return Optional.of(
                origin.presignedGet(key, properties.redirectLifetime()).toString());
    }

    /** Seconds for which a redirect may be remembered: half of its target's life. */
    long maxAge() {
        return properties.redirectLifetime().toSeconds() / 2;
    }
}
