package dev.vireo.upload.channel;

import dev.vireo.kit.identity.InstanceId;
import java.time.Instant;

/**
 * A place for videos.
 *
 * @param id the channel
 * @param revision optimistic version, grows by one with each change
 * @param owner the account that owns it
 * @param name the handle without the host, never changes
 * @param displayName 1 to 120 characters
 * @param description at most 1,000 characters
 * @param support how to support the channel, at most 1,000 characters
 * @param createdAt when it was made
 * @param updatedAt last change
 */
public record Channel(
        ChannelId id,
        long revision,
        Account owner,
        String name,
        String displayName,
        String description,
        String support,
        Instant createdAt,
        Instant updatedAt) {

    /** The instance it belongs to. */
    public InstanceId instance() {
        return owner.instance();
    }

    /** Videos tell of both in the same words. */
    boolean isCalledAs(Channel other) {
        return displayName.equals(other.displayName) && description.equals(other.description);
    }

    Channel with(ChannelChange change, Instant now) {
        return new Channel(
                id,
                revision + 1,
                owner,
                name,
                change.displayName() == null ? displayName : change.displayName(),
                change.description() == null ? description : change.description(),
                change.support() == null ? support : change.support(),
                createdAt,
                now);
    }
}
