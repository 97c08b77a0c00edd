package dev.vireo.transcode.job;

/** What a task does. */
public enum TaskKind {
    /** Probes the source and plans all other tasks. */
    PLAN(true),
    /** Copies the pictures of the source: its largest rendition. */
    COPY(true),
    /** Encodes the first chunk of the small rendition alone: the first picture. */
    LEAD(true),
    /** Encodes the whole audio. */
    AUDIO(true),
    /** Encodes the first chunk of all other renditions. */
    REST(true),
    /** Encodes a later chunk of all renditions. */
    CHUNK(false),
    /** Makes stills, files and playlists of what was encoded. */
    PACKAGE(false);

    private final boolean first;

    TaskKind(boolean first) {
        this.first = first;
    }

    /** Goes before the later work of other videos. */
    boolean express() {
        return first;
    }

    /** Goes through the whole source at once, beside the chunks. */
    boolean whole() {
        return this == COPY || this == AUDIO;
    }

    /** Produces segments. */
    boolean encodes() {
        return this != PLAN && this != PACKAGE;
    }
}
