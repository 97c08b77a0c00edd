package dev.vireo.search.document;

import dev.vireo.kit.identity.InstanceId;

/**
 * A new count of a video's comments. Of several writes of one video that of the highest revision stays, in whatever order
 * and however often they come, and whatever becomes of the rest of its document meanwhile.
 *
 * @param instance whose video it is, or one that shows it
 * @param videoId a UUID
 * @param comments with their revision
 */
public record CommentsWrite(InstanceId instance, String videoId, Comments comments) {}
