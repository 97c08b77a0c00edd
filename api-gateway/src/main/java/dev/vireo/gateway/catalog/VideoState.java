package dev.vireo.gateway.catalog;

/** Where a video is on its way, with PeerTube's numbers and labels. */
public enum VideoState {
    /** Complete, waiting for or in transcoding. */
    UPLOADED(2, "To transcode"),
    /** Can be watched while the rest is encoded; for PeerTube's clients still in transcoding. */
    PLAYABLE(2, "To transcode"),
    /** All files are there. */
    PUBLISHED(1, "Published"),
    /** Transcoding failed. */
    FAILED(7, "Transcoding failed");

    private final int id;
    private final String label;

    VideoState(int id, String label) {
        this.id = id;
        this.label = label;
    }

    /** PeerTube's number. */
    public int id() {
        return id;
    }

    /** PeerTube's label. */
    public String label() {
        return label;
    }
}
