package dev.vireo.search.index;

import dev.vireo.kit.identity.InstanceId;
import org.jspecify.annotations.Nullable;

/**
 * One change of the index. Of several writes of one video that of the highest revision stays, in whatever order and
 * however often they come.
 *
 * @param instance whose video it is
 * @param videoId a UUID
 * @param revision the video's revision
 * @param document what is there then; null when the video is gone
 */
public record VideoWrite(
        InstanceId instance,
        String videoId,
        long revision,
        @Nullable VideoDocument document) {}
