package dev.vireo.transcode.encode;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.process.ChildResult;
import dev.vireo.kit.process.SupervisedProcess;
import dev.vireo.transcode.probe.MediaErrors;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an encoder and publishes its segments meanwhile. */
final class FfmpegRun {

    private static final long LOOK_EVERY_MILLIS = 100;

    private FfmpegRun() {}

    /**
     * Returns when the process has ended well and all its segments are durable.
     *
     * @throws EncoderException when the process failed
     * @throws PlatformException when the origin was away
     */
    static ChildResult publishing(SupervisedProcess process, List<SegmentPublisher> publishers)
            throws InterruptedException {
        try (process) {
            CompletableFuture<ChildResult> end = new CompletableFuture<>();
            Thread.ofVirtual().name("ffmpeg-end").start(() -> await(process, end));
            while (!ended(end)) {
                publish(publishers);
            }
            ChildResult result = end.join();
            requireSuccess(result);
            publish(publishers);
            return result;
        }
    }

    static void requireSuccess(ChildResult result) {
        if (result.timedOut()) {
            throw new EncoderException("ffmpeg did not end in time");
        }
        if (MediaErrors.ofOrigin(result.errorTail())) {
            throw new PlatformException(
                    KitErrorCode.UNAVAILABLE,
                    "The source could not be read: " + MediaErrors.redacted(result.errorTail()));
        }
        if (!result.succeeded()) {
            throw new EncoderException(
                    "ffmpeg ended with " + result.exit() + ": " + MediaErrors.redacted(result.errorTail()));
        }
    }

    private static void publish(List<SegmentPublisher> publishers) throws InterruptedException {
        for (SegmentPublisher publisher : publishers) {
            publisher.publish();
        }
    }

    private static boolean ended(CompletableFuture<ChildResult> end) throws InterruptedException {
        try {
            end.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException running) {
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void await(SupervisedProcess process, CompletableFuture<ChildResult> end) {
        try {
            end.complete(process.await());
        } catch (InterruptedException impossible) {
            end.completeExceptionally(impossible);
        }
    }
}
