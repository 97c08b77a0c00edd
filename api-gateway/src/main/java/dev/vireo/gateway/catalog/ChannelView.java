package dev.vireo.gateway.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel.
 *
 * @param id UUID
 * @param revision optimistic version
 * @param name handle without the host
 * @param displayName free text
 * @param description free text, may be empty
 * @param support how to support it, may be empty
 * @param owner its account
 * @param created when it was made
 * @param updated last change
 * @param origin where it comes from; null for one of ours
 */
public record ChannelView(
        String id,
        long revision,
        String name,
        String displayName,
        String description,
        String support,
        Account owner,
        Instant created,
        Instant updated,
        @Nullable Origin origin) {

    /**
     * New texts of a channel; what is null stays.
     *
     * @param revision the revision the caller has seen, or null for whichever
     * @param displayName 1 to 120 characters
     * @param description at most 1,000 characters
     * @param support at most 1,000 characters
     */
    public record Change(
            @Nullable Long revision,
            @Nullable String displayName,
            @Nullable String description,
            @Nullable String support) {}

    /**
     * A person on the instance.
     *
     * @param id UUID
     * @param name handle without the host
     * @param displayName free text
     * @param description free text, may be empty
     * @param created first seen
     * @param updated last change
     * @param origin where it comes from; null for one of ours
     */
    public record Account(
            String id,
            String name,
            String displayName,
            String description,
            Instant created,
            Instant updated,
            @Nullable Origin origin) {}
}
