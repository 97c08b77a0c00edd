package dev.vireo.upload.channel;

/** What has a channel's name in its snapshots, but for videos; the capability of playlists knows. */
public interface NamedAfterChannel {
    /** Tells everything in the channel again, within the present transaction; revisions stay. */
    void tellAgain(ChannelId channel);
}
