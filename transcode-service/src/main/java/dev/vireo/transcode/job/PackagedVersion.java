package dev.vireo.transcode.job;

import dev.vireo.transcode.still.Stills;
import java.util.List;

/** All files of a finished version. */
public record PackagedVersion(
        long durationMicros,
        String multivariantPlaylist,
        String segmentDigests,
        List<PackagedFile> files,
        Stills stills) {

    public PackagedVersion {
        files = List.copyOf(files);
    }
}
