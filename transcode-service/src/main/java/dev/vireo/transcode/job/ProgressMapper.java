package dev.vireo.transcode.job;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.transcode.v1.JobState;
import dev.vireo.contracts.transcode.v1.Progress;
import dev.vireo.contracts.transcode.v1.RenditionProgress;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A job and its counts as the message that clients see. */
final class ProgressMapper {

    private ProgressMapper() {}

    static Progress progress(Job job, Map<String, Integer> counts) {
        Progress.Builder progress = Progress.newBuilder()
                .setVideoId(job.video().videoId().toString())
                .setVersion(job.video().version())
                .setState(state(job.state()))
                .setPlayable(job.playable() || job.state() == dev.vireo.transcode.job.JobState.COMPLETED)
                .setFailureCode(job.failure().code())
                .setFailureReason(job.failure().reason())
                .setRetryable(job.failure().retryable())
                .setUpdatedAt(timestamp(job.updatedAt()));
        TranscodePlan plan = job.plan();
        if (plan != null) {
            boolean complete = job.state() == dev.vireo.transcode.job.JobState.COMPLETED;
            progress.setDuration(JobEvents.duration(plan.durationMicros()))
                    .setFraction(complete ? 1 : JobProgress.fraction(plan, counts));
            for (String rendition : plan.renditionNames()) {
                int total = plan.segments(rendition);
                int done = complete ? total : Math.min(total, counts.getOrDefault(rendition, 0));
                progress.addRenditions(RenditionProgress.newBuilder()
                        .setName(rendition)
                        .setSegmentsDone(done)
                        .setSegmentsTotal(total));
            }
        }
        return progress.build();
    }

    static UUID videoId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new PlatformException(KitErrorCode.INVALID_ARGUMENT, "video_id: must be a UUID", malformed);
        }
    }

    private static JobState state(dev.vireo.transcode.job.JobState state) {
        return JobState.valueOf("JOB_STATE_" + state.name());
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
