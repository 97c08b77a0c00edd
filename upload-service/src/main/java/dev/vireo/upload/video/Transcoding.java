package dev.vireo.upload.video;

import com.google.protobuf.ByteString;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a video is on its way to being watchable. A version is settled once it was completed or has failed; facts of
 * older or settled versions change nothing.
 *
 * @param state where the video is
 * @param version newest version that was asked for
 * @param settledVersion newest version that was completed or failed
 * @param playable the growing playlists of {@code version} can be played
 * @param packaged the published files as a protobuf message; null before the first publication
 * @param duration length, zero before it is known
 * @param aspectRatio width divided by height, 0 before it is known and for audio
 * @param failureReason a sentence for the owner; empty unless FAILED
 */
record Transcoding(
        VideoState state,
        int version,
        int settledVersion,
        boolean playable,
        @Nullable ByteString packaged,
        Duration duration,
        double aspectRatio,
        String failureReason) {

    static Transcoding first() {
        return new Transcoding(VideoState.UPLOADED, 1, 0, false, null, Duration.ZERO, 0, "");
    }

    boolean inWork() {
        return settledVersion < version;
    }

    boolean watchable() {
        return playable || packaged != null;
    }

    Transcoding started(Duration length, double ratio) {
        return packaged == null
                ? new Transcoding(state, version, settledVersion, playable, null, length, ratio, failureReason)
                : this;
    }

    Transcoding nowPlayable(Duration length) {
        VideoState next = state == VideoState.UPLOADED ? state.become(VideoState.PLAYABLE) : state;
        Duration known = packaged == null ? length : duration;
        return new Transcoding(next, version, settledVersion, true, packaged, known, aspectRatio, failureReason);
    }

    Transcoding completed(ByteString files, Duration length, double ratio) {
        return new Transcoding(state.become(VideoState.PUBLISHED), version, version, true, files, length, ratio, "");
    }

    /** A re-encode that fails leaves the old files published. */
    Transcoding failed(String reason) {
        return packaged == null
                ? new Transcoding(
                        state.become(VideoState.FAILED), version, version, false, null, duration, aspectRatio, reason)
                : new Transcoding(state, version, version, false, packaged, duration, aspectRatio, "");
    }

    Transcoding requestedAgain() {
        VideoState next = state == VideoState.PUBLISHED ? state : state.become(VideoState.UPLOADED);
        return new Transcoding(next, version + 1, settledVersion, false, packaged, duration, aspectRatio, "");
    }

    Transcoding deleted() {
        return new Transcoding(
                state.become(VideoState.DELETED),
                version,
                settledVersion,
                false,
                packaged,
                duration,
                aspectRatio,
                failureReason);
    }
}
