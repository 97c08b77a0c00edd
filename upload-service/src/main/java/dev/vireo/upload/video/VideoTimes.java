package dev.vireo.upload.video;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened to a video.
 *
 * @param createdAt the upload was complete
 * @param updatedAt last change
 * @param publishedAt it became public; null before
 */
record VideoTimes(
        Instant createdAt, Instant updatedAt, @Nullable Instant publishedAt) {}
