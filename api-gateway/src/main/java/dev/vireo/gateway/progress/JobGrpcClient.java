package dev.vireo.gateway.progress;

import dev.vireo.contracts.transcode.v1.JobServiceGrpc;
import dev.vireo.contracts.transcode.v1.JobServiceGrpc.JobServiceStub;
import dev.vireo.contracts.transcode.v1.WatchProgressRequest;
import dev.vireo.contracts.transcode.v1.WatchProgressResponse;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Follows the encoding of a video; one message at a time is asked for, so that a slow reader slows nobody else. */
final class JobGrpcClient {
    private final JobServiceStub jobs;

    JobGrpcClient(Channel channel) {
        this.jobs = JobServiceGrpc.newStub(channel);
    }

    /** Begins to follow; NOT_FOUND and the like come from the first {@link Watch#next}. Close it. */
    Watch watch(String videoId) {
        Watch watch = new Watch();
        jobs.watchProgress(WatchProgressRequest.newBuilder().setVideoId(videoId).build(), watch.observer);
        return watch;
    }

    /** What came: a message, the end, or a failure. */
    private sealed interface Event {
        record Message(ProgressView progress) implements Event {}

        record End() implements Event {}

        record Failed(StatusRuntimeException failure) implements Event {}
    }

    /** A stream of progress, read by one thread. */
    static final class Watch implements AutoCloseable {
        private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
        private final Observer observer = new Observer(events);
        private boolean ended;

        /** The next change; null when none came within {@code wait} or the stream is over, see {@link #ended()}. */
        @Nullable
        ProgressView next(Duration wait) throws InterruptedException {
            @Nullable Event event = events.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            return switch (event) {
                case null -> null;
                case Event.Message message -> {
                    observer.more();
                    yield message.progress();
                }
                case Event.End end -> {
                    ended = true;
                    yield null;
                }
                case Event.Failed failed -> throw UpstreamGrpcClient.failure(failed.failure());
            };
        }

        boolean ended() {
            return ended;
        }

        @Override
        public void close() {
            observer.cancel();
        }
    }

    private static final class Observer implements ClientResponseObserver<WatchProgressRequest, WatchProgressResponse> {
        private final LinkedBlockingQueue<Event> events;
        private volatile @Nullable ClientCallStreamObserver<WatchProgressRequest> call;

        Observer(LinkedBlockingQueue<Event> events) {
            this.events = events;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<WatchProgressRequest> started) {
            call = started;
            started.disableAutoRequestWithInitial(1);
        }

        void more() {
            ClientCallStreamObserver<WatchProgressRequest> started = call;
            if (started != null) {
                started.request(1);
            }
        }

        void cancel() {
            ClientCallStreamObserver<WatchProgressRequest> started = call;
            if (started != null) {
                started.cancel("The reader is gone", null);
            }
        }

        @Override
        public void onNext(WatchProgressResponse message) {
            events.add(new Event.Message(ProgressMapper.view(message.getProgress())));
        }

        @Override
        public void onError(Throwable failure) {
            events.add(new Event.Failed(
                    Status.fromThrowable(failure).asRuntimeException(Status.trailersFromThrowable(failure))));
        }

        @Override
        public void onCompleted() {
            events.add(new Event.End());
        }
    }
}
