package dev.vireo.search.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A video as it is found.
 *
 * @param audience who may find it
 * @param words what is searched
 * @param facets what is filtered by
 * @param times what it is ordered by
 * @param channel where it is
 * @param account whose it is
 * @param views as the snapshot tells them; newer ones may be known
 * @param likes how many like it
 * @param snapshot the video as everybody may see it, a serialized {@code Video} of the contracts: what an answer gives
 */
public record VideoDocument(
        Audience audience,
        Words words,
        Facets facets,
        Times times,
        Party channel,
        Party account,
        long views,
        long likes,
        byte[] snapshot) {

    /**
     * Who may find it.
     *
     * @param privacy a name of the contract's, such as {@code PRIVACY_INTERNAL}
     * @param watchable it can be played
     * @param subject of the owner's tokens; empty when it is not known
     */
    public record Audience(String privacy, boolean watchable, String subject) {
        private static final String PUBLIC = "PRIVACY_PUBLIC";

        /** Everybody may. */
        public boolean everybody() {
            return watchable && PUBLIC.equals(privacy);
        }
    }

    /** Title, description and tags. */
    public record Words(String name, String description, List<String> tags) {
        public Words {
            tags = List.copyOf(tags);
        }
    }

    /**
     * What a list can be limited to.
     *
     * @param language BCP 47; null when not said
     * @param licence PeerTube's number; 0 when not said
     * @param category PeerTube's number; 0 when not said
     * @param nsfw not safe for work
     * @param durationSeconds rounded
     * @param host of the server that it comes from; null for one of ours
     */
    public record Facets(
            @Nullable String language,
            int licence,
            int category,
            boolean nsfw,
            long durationSeconds,
            @Nullable String host) {}

    /**
     * In milliseconds since 1970.
     *
     * @param published when it became public, or was made
     */
    public record Times(long created, long published) {}

    /** A channel or an account: id, handle without host, and the name a person reads. */
    public record Party(String id, String name, String displayName) {}
}
