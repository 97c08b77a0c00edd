package dev.vireo.gateway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Where something of another server comes from.
 *
 * @param host of the server
 * @param url of the thing, by which all servers know it
 */
public record Origin(String host, String url) {
    /** Null without a host, as what is our own has none. */
    static @Nullable Origin of(String host, String url) {
        return host.isEmpty() ? null : new Origin(host, url);
    }
}
