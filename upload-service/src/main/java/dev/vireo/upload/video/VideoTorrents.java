package dev.vireo.upload.video;

import com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The torrents of a video as seeding tells them.
 *
 * @param revision of the fact that told them; an older fact changes nothing
 * @param set a protobuf message; null while nothing is seeded
 */
record VideoTorrents(long revision, @Nullable ByteString set) {
    static final VideoTorrents NONE = new VideoTorrents(0, null);
}
