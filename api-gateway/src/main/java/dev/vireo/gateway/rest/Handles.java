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
        String relative = relative(handle, site);
        if (relative.indexOf('@') >= 0) {
            throw PlatformException.notFound("account or channel of that host");
        }
        return relative;
    }

    /** {@code name} for one of this instance's, {@code name@host} for another's. */
    public static String relative(String handle, Site site) {
        int at = handle.indexOf('@');
        return at >= 0 && handle.substring(at + 1).equalsIgnoreCase(site.host()) ? handle.substring(0, at) : handle;
    }
}
