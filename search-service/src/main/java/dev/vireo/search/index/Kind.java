package dev.vireo.search.index;

import java.util.List;

/** A kind of documents: what its indexes are named by, and the topic that tells of it. */
public enum Kind {
    /** Videos. */
    VIDEO("video", "video.v1"),
    /** Channels. */
    CHANNEL("channel", "channel.v1"),
    /** Captions of a video in one language. */
    CAPTION("caption", "caption.v1"),
    /** Playlists that everybody may find. */
    PLAYLIST("playlist", "playlist.v1");

    /** Tells the counts in the documents of videos. */
    public static final String POPULARITY_TOPIC = "popularity.v1";

    private final String word;
    private final String topic;

    Kind(String word, String topic) {
        this.word = word;
        this.topic = topic;
    }

    /** Topics that tell of something in its documents besides. */
    List<String> more() {
        return this == VIDEO ? List.of(POPULARITY_TOPIC) : List.of();
    }

    /** The topic of its facts. */
    public String topic() {
        return topic;
    }

    /** As it stands in names. */
    public String word() {
        return word;
    }
}
