package dev.vireo.seeder.seeding;

import dev.vireo.kit.identity.InstanceId;
import java.util.List;
import java.util.UUID;

/**
 * What seeding needs to know of a video.
 *
 * @param revision of the video; an older one never wins
 * @param open everybody may have it: public or unlisted
 * @param version of the published files
 * @param playlist file name of that version's multivariant playlist; empty when it has none
 * @param files of that version
 * @param others names of its other published files: playlists and pictures
 */
record VideoSnapshot(
        InstanceId instance,
        UUID videoId,
        long revision,
        boolean open,
        int version,
        String playlist,
        List<PublishedFile> files,
        List<String> others) {

    VideoSnapshot {
        files = List.copyOf(files);
        others = List.copyOf(others);
    }
}
