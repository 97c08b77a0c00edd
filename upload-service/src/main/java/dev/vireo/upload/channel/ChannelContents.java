package dev.vireo.upload.channel;

/** What goes with a channel when it is deleted; those who have something to do with it know. */
public interface ChannelContents {
    /** Removes everything of its kind in the channel within the present transaction. */
    void removeAllIn(Channel channel);
}
