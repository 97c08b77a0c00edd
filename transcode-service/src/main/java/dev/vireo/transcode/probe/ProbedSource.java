package dev.vireo.transcode.probe;

import org.jspecify.annotations.Nullable;

/**
 * What a source is.
 *
 * @param container the demuxer that reads it
 * @param startMicros the earliest time stamp in it
 * @param durationMicros its length as it says
 * @param coverStream stream of an attached picture, -1 without
 */
public record ProbedSource(
        String container,
        long startMicros,
        long durationMicros,
        @Nullable VideoTrack video,
        @Nullable AudioTrack audio,
        int coverStream) {

    /** Its container keeps the decoder's configuration outside of the pictures: they can be taken as they are. */
    public boolean copyable() {
        return container.contains("mov") || container.contains("matroska") || container.contains("flv");
    }

    /** Its container has an index: reading may begin in the middle. */
    public boolean seekable() {
        return container.contains("mov") || container.contains("matroska") || container.contains("avi");
    }
}
