package dev.vireo.gateway.media;

import dev.vireo.kit.config.HttpAddress;
import dev.vireo.kit.config.InRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How media gets to viewers.
 *
 * @param delivery from the gateway, or from the object store or a CDN by redirect
 * @param redirectBase address of a CDN before the bucket, for what everybody may watch; else signed store addresses
 * @param redirectLifetime how long a signed store address works
 * @param signingKey secret for addresses of what is not public: 32 characters or more, the same in all replicas
 * @param signedLinkLifetime how long such an address works
 * @param objectCacheTime how long sizes and tags of the origin are believed without asking again
 * @param objectCacheSize of how many objects
 * @param documentCacheSize memory for playlists and other small documents
 * @param documentMaxSize largest document that is kept
 * @param growingCacheTime how long a growing playlist may be given again
 */
@Validated
@ConfigurationProperties(value = "vireo.gateway.media", ignoreUnknownFields = false)
public record MediaProperties(
        @NotNull @DefaultValue("stream") Delivery delivery,
        @Nullable @HttpAddress URI redirectBase,

        @NotNull @InRange(min = "1s", max = "7d") @DefaultValue("10m")
        Duration redirectLifetime,

        @NotNull @Size(min = 32, message = "must have 32 characters or more: set a secret that all replicas share")
        String signingKey,

        @NotNull @InRange(min = "1s", max = "365d") @DefaultValue("12h")
        Duration signedLinkLifetime,

        @NotNull @InRange(min = "0s", max = "1d") @DefaultValue("60s")
        Duration objectCacheTime,

        @Min(1) @Max(10_000_000) @DefaultValue("100000") int objectCacheSize,

        @NotNull @InRange(min = "0B", max = "100GB") @DefaultValue("32MB")
        DataSize documentCacheSize,

        @NotNull @InRange(min = "0B", max = "100MB") @DefaultValue("1MB")
        DataSize documentMaxSize,

        @NotNull @InRange(min = "0s", max = "10s") @DefaultValue("500ms")
        Duration growingCacheTime) {

    /** Where the bytes come from. */
    public enum Delivery {
        /** From the gateway. */
        STREAM,
        /** From the object store or the CDN, by redirect; playlists still from the gateway. */
        REDIRECT
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "MediaProperties[" + delivery + ", " + redirectBase + "]";
    }
}
