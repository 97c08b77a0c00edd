package dev.vireo.search.index;

import java.util.List;

/** A kind of documents: what its indexes are named by, and the topic that tells of it. */
public enum Kind {
    /** Videos. */
    VIDEO("video", Kind.VIDEO_TOPIC),
    /** Channels. */
    CHANNEL("channel", "channel.v1"),
    /** Captions of a video in one language. */
    CAPTION("caption", "caption.v1"),
    /** Playlists that everybody may find. */
    PLAYLIST("playlist", "playlist.v1");

    /** Tells of videos, and so of who may find what is spoken in them. */
    public static final String VIDEO_TOPIC = "video.v1";

    /** Tells of videos of other servers. */
    public static final String REMOTE_VIDEO_TOPIC = "remote-video.v1";

    /** Tells of channels of other servers. */
    public static final String REMOTE_CHANNEL_TOPIC = "remote-channel.v1";

    /** Tells the counts in the documents of videos. */
    public static final String POPULARITY_TOPIC = "popularity.v1";

    /** Tells the companions in the documents of videos. */
    public static final String COMPANION_TOPIC = "companion.v1";

    /** Tells how many comments there are, in the documents of videos. */
    public static final String COMMENT_COUNT_TOPIC = "comment-count.v1";

    private final String word;
    private final String topic;

    Kind(String word, String topic) {
        this.word = word;
        this.topic = topic;
    }

    /** The topic of the facts about the deployment's own. */
    public String topic() {
        return topic;
    }

    /** The topics of its facts, the deployment's own first: each document is told by one of them. */
    List<String> facts() {
        return switch (this) {
            case VIDEO -> List.of(topic, REMOTE_VIDEO_TOPIC);
            case CHANNEL -> List.of(topic, REMOTE_CHANNEL_TOPIC);
            case CAPTION, PLAYLIST -> List.of(topic);
        };
    }

    /**
     * Topics that tell of something in its documents besides: counts, companions and comments of videos, and who may find
     * what is spoken in them.
     */
    List<String> besides() {
        return switch (this) {
            case VIDEO -> List.of(POPULARITY_TOPIC, COMPANION_TOPIC, COMMENT_COUNT_TOPIC);
            case CAPTION -> List.of(VIDEO_TOPIC);
            case CHANNEL, PLAYLIST -> List.of();
        };
    }

    /** As it stands in names. */
    public String word() {
        return word;
    }
}
