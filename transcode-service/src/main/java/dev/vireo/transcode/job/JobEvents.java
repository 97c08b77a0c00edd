package dev.vireo.transcode.job;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import dev.vireo.contracts.transcode.v1.PackagedRendition;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.transcode.v1.Storyboard;
import dev.vireo.contracts.transcode.v1.TranscodeCompleted;
import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.contracts.transcode.v1.TranscodeFailed;
import dev.vireo.contracts.transcode.v1.TranscodeProgressed;
import dev.vireo.contracts.transcode.v1.TranscodeStarted;
import dev.vireo.contracts.transcode.v1.TranscodeTask;
import dev.vireo.contracts.transcode.v1.VideoPlayable;
import dev.vireo.kit.event.OutboxEvent;

/** The service's facts and tasks as messages of the bus. */
final class JobEvents {

    /** Facts of all jobs. */
    static final String TOPIC = "transcode.v1";

    /** Tasks, read by the share group. */
    static final String TASK_TOPIC = "transcode-task.v1";

    /** Tasks that come first. */
    static final String EXPRESS_TOPIC = "transcode-task-express.v1";

    private static final long MICROS = 1_000_000;
    private static final int NANOS_PER_MICRO = 1000;

    private JobEvents() {}

    static OutboxEvent task(Task task) {
        TranscodeTask message = TranscodeTask.newBuilder()
                .setInstanceId(task.video().instance().value())
                .setVideoId(task.video().videoId().toString())
                .setVersion(task.video().version())
                .setTaskId(task.id().toString())
                .setAttempt(task.attempt())
                .build();
        return new OutboxEvent(
                task.kind().express() ? EXPRESS_TOPIC : TASK_TOPIC,
                task.id().toString(),
                TranscodeTask.getDescriptor().getFullName(),
                message.toByteArray());
    }

    static OutboxEvent started(VideoVersion video, TranscodePlan plan) {
        return fact(
                video,
                TranscodeStarted.getDescriptor().getFullName(),
                TranscodeEvent.newBuilder()
                        .setStarted(TranscodeStarted.newBuilder()
                                .setDuration(duration(plan.durationMicros()))
                                .addAllRenditions(plan.renditionNames())
                                .setAspectRatio(plan.aspectRatio())));
    }

    static OutboxEvent playable(VideoVersion video, TranscodePlan plan) {
        return fact(
                video,
                VideoPlayable.getDescriptor().getFullName(),
                TranscodeEvent.newBuilder()
                        .setPlayable(VideoPlayable.newBuilder().setDuration(duration(plan.durationMicros()))));
    }

    static OutboxEvent progressed(VideoVersion video, double fraction) {
        return fact(
                video,
                TranscodeProgressed.getDescriptor().getFullName(),
                TranscodeEvent.newBuilder()
                        .setProgressed(TranscodeProgressed.newBuilder().setFraction(fraction)));
    }

    static OutboxEvent failed(VideoVersion video, JobFailure failure) {
        return fact(
                video,
                TranscodeFailed.getDescriptor().getFullName(),
                TranscodeEvent.newBuilder()
                        .setFailed(TranscodeFailed.newBuilder()
                                .setCode(failure.code())
                                .setReason(failure.reason())
                                .setRetryable(failure.retryable())));
    }

    static OutboxEvent completed(VideoVersion video, TranscodePlan plan, PackagedVersion packaged) {
        return fact(
                video,
                TranscodeCompleted.getDescriptor().getFullName(),
                TranscodeEvent.newBuilder()
                        .setCompleted(TranscodeCompleted.newBuilder()
                                .setPackaged(packaged(video.version(), plan, packaged))));
    }

    static Duration duration(long micros) {
        return Duration.newBuilder()
                .setSeconds(micros / MICROS)
                .setNanos((int) (micros % MICROS) * NANOS_PER_MICRO)
                .build();
    }

    private static OutboxEvent fact(VideoVersion video, String type, TranscodeEvent.Builder event) {
        TranscodeEvent message = event.setInstanceId(video.instance().value())
                .setVideoId(video.videoId().toString())
                .setVersion(video.version())
                .build();
        return new OutboxEvent(TOPIC, video.videoId().toString(), type, message.toByteArray());
    }

    private static PackagedVideo packaged(int version, TranscodePlan plan, PackagedVersion packaged) {
        PackagedVideo.Builder video = PackagedVideo.newBuilder()
                .setVersion(version)
                .setDuration(duration(packaged.durationMicros()))
                .setMultivariantPlaylist(packaged.multivariantPlaylist())
                .setSegmentsSha256(packaged.segmentDigests())
                .setPoster(packaged.stills().poster())
                .setThumbnail(packaged.stills().thumbnail())
                .setAspectRatio(plan.aspectRatio());
        packaged.files().forEach(file -> video.addRenditions(rendition(file)));
        dev.vireo.transcode.still.Storyboard board = packaged.stills().storyboard();
        if (board != null) {
            video.setStoryboard(Storyboard.newBuilder()
                    .setSprite(board.sprite())
                    .setTrack(board.track())
                    .setWidth(board.width())
                    .setHeight(board.height())
                    .setTileWidth(board.tileWidth())
                    .setTileHeight(board.tileHeight())
                    .setInterval(duration(board.intervalMicros())));
        }
        return video.build();
    }

    private static PackagedRendition rendition(PackagedFile file) {
        return PackagedRendition.newBuilder()
                .setName(file.name())
                .setFile(file.names().file())
                .setPlaylist(file.names().playlist())
                .setWidth(file.width())
                .setHeight(file.height())
                .setFrameRate(file.frameRate())
                .setCodecs(file.codecs())
                .setBandwidth(file.bandwidth().peak())
                .setAverageBandwidth(file.bandwidth().average())
                .setSize(file.size())
                .setSha256(ByteString.copyFrom(file.digest()))
                .setSegments(file.segments())
                .setHasVideo(!file.audio())
                .setHasAudio(file.audio())
                .build();
    }
}
