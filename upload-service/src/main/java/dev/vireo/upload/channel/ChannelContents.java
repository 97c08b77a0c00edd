package dev.vireo.upload.channel;

/** What goes with a channel when it is deleted; those who have something to do with it know. */
public interface ChannelContents {
    /** Removes everything in the channel within the present transaction. */
    void removeAllIn(Channel channel);
}
