package dev.vireo.search.document;

import dev.vireo.kit.identity.InstanceId;

/**
 * New counts of a video. Of several writes of one video that of the highest revision stays, in whatever order and however
 * often they come, and whatever becomes of the rest of its document meanwhile.
 *
 * @param instance whose video it is
 * @param videoId a UUID
 * @param counts with their revision
 */
public record PopularityWrite(InstanceId instance, String videoId, Counts counts) {}
