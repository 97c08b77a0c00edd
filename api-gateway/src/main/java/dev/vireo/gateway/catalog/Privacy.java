package dev.vireo.gateway.catalog;

/** Who may see a video, with PeerTube's numbers and labels. */
public enum Privacy {
    /** Everybody; listed. */
    PUBLIC(1, "Public"),
    /** Everybody who has the address. */
    UNLISTED(2, "Unlisted"),
    /** The owner alone. */
    PRIVATE(3, "Private"),
    /** Everybody signed in at the instance. */
    INTERNAL(4, "Internal");

    private final int id;
    private final String label;

    Privacy(int id, String label) {
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

    /** Whoever has the address may watch. */
    public boolean open() {
        return this == PUBLIC || this == UNLISTED;
    }
}
