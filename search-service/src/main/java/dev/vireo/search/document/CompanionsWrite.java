package dev.vireo.search.document;

import dev.vireo.kit.identity.InstanceId;

/**
 * New companions of a video. Of several writes of one video that of the highest revision stays, in whatever order and
 * however often they come, and whatever becomes of the rest of its document meanwhile.
 *
 * @param instance where it is watched
 * @param videoId a UUID
 * @param companions with their revision
 */
public record CompanionsWrite(InstanceId instance, String videoId, Companions companions) {}
