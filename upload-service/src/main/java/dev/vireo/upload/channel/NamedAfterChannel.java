package dev.vireo.upload.channel;

import java.util.Optional;
import java.util.UUID;

/** What has a channel's name in its snapshots, but for videos; the capability of playlists knows. */
public interface NamedAfterChannel {
    /**
     * Tells the next of those in the channel again, in the order of their ids, within the present transaction; revisions
     * stay. Gives the id of the last one; empty when none was left after {@code after}.
     */
    Optional<UUID> tellAgain(ChannelId channel, UUID after);
}
