package dev.vireo.gateway.rest;

import dev.vireo.kit.error.PlatformException;
import java.util.List;

/** Names of accounts and channels as PeerTube's clients write them. */
public final class Handles {
    /** How lists of videos are ordered, in PeerTube's words. */
    static final List<String> NEWEST_FIRST = List.of("-publishedAt", "-createdAt");
    /** How lists of channels are ordered, in PeerTube's words. */
    static final List<String> OLDEST_FIRST = List.of("createdAt", "id");

    private Handles() {}

    /** The name without this instance's host; NOT_FOUND for another host. */
    public static String local(String handle, Site site) {
        int at = handle.indexOf('@');
        if (at < 0) {
            return handle;
        }
        if (!handle.substring(at + 1).equalsIgnoreCase(site.host())) {
            throw PlatformException.notFound("account or channel of that host");
        }
        return handle.substring(0, at);
    }
}
