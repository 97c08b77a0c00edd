package dev.vireo.upload.channel;

/** What goes with a channel when it is deleted; the video capability knows. */
public interface ChannelContents {
    /** Removes everything in the channel within the present transaction. */
    void removeAllIn(Channel channel);
}
