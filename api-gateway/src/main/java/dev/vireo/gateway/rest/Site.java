package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.Origin;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.identity.InstanceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The instance an answer is for.
 *
 * @param instance its id
 * @param origin its address, without a slash at the end
 * @param host its domain
 */
public record Site(InstanceId instance, String origin, String host) {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The instance at its own address. */
    public static Site of(InstanceId instance, InstanceOrigins origins) {
        return new Site(instance, origins.origin(instance), origins.host(instance));
    }

    /** Where something is: here, unless it has another origin. */
    public String host(@Nullable Origin of) {
        return of == null ? host : of.host();
    }

    /** The address of something, which is below that path when it is of here. */
    String url(@Nullable Origin of, String path) {
        return of == null ? origin + path : of.url();
    }

    /** A time as PeerTube writes it. */
    public static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : MILLIS.format(time);
    }
}
