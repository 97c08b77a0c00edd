package dev.vireo.transcode.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job as stored. */
record Job(
        VideoVersion video,
        String ownerSubject,
        String sourceKey,
        JobState state,
        boolean playable,
        @Nullable TranscodePlan plan,
        JobFailure failure,
        Instant progressedAt,
        Instant updatedAt) {

    TranscodePlan requirePlan() {
        if (plan == null) {
            throw new IllegalStateException("The job of " + video.videoId() + " is not planned yet");
        }
        return plan;
    }
}
