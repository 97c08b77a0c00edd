package dev.vireo.gateway.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a video's metadata; what is null stays.
 *
 * @param revision the revision the caller has seen, or null for whichever
 * @param texts what the owner says of it
 * @param privacy who may see it
 * @param channelId the channel to move it to
 * @param schedule when it becomes public by itself
 */
public record VideoChange(
        @Nullable Long revision,
        Texts texts,
        @Nullable Privacy privacy,
        @Nullable String channelId,
        @Nullable Schedule schedule) {

    /**
     * New texts; what is null stays.
     *
     * @param name title
     * @param description markdown; empty removes it
     * @param tags replaces all
     * @param language empty removes it
     * @param licence 0 removes it
     * @param category 0 removes it
     * @param nsfw not safe for work
     */
    public record Texts(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> tags,
            @Nullable String language,
            @Nullable Integer licence,
            @Nullable Integer category,
            @Nullable Boolean nsfw) {}

    /**
     * A new schedule.
     *
     * @param at when it becomes public; null removes the schedule
     */
    public record Schedule(@Nullable Instant at) {}
}
