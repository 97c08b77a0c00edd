package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.upload.v1.CreateUploadRequest;
import dev.vireo.contracts.upload.v1.GetUploadRequest;
import dev.vireo.contracts.upload.v1.TerminateUploadRequest;
import dev.vireo.contracts.upload.v1.Upload;
import dev.vireo.contracts.upload.v1.WriteUploadHead;
import dev.vireo.contracts.upload.v1.WriteUploadRequest;
import dev.vireo.contracts.upload.v1.WriteUploadResponse;
import dev.vireo.kit.event.CloudEvent;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.GrpcTestClient;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TestTopic;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.stub.StreamObserver;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class GrpcUploadIT {
    private static final int MESSAGE = 600_000;

    private final RunningUploadService service = RunningUploadService.shared();
    private final GrpcTestClient alice = TestCallers.grpc(service, "main", "alice");
    private final byte[] film = TestFilm.of(7_000_001, 21);

    @Test
    void anApplicationUploadsAVideo() throws Exception {
        Upload upload = create(film.length);

        WriteUploadResponse answer = write(upload.getId(), 0, film, true).get(60, TimeUnit.SECONDS);

        assertThat(answer.getUpload().getVideoId()).isEqualTo(upload.getId());
        try (InputStream stored = service.origin().get(new ObjectKey("main/uploads/" + upload.getId() + "/source"))) {
            assertThat(stored.readAllBytes()).isEqualTo(film);
        }
    }

    @Test
    void whatFollowsBelongsToTheTraceOfTheCall() throws Exception {
        Upload upload = create(film.length);
        write(upload.getId(), 0, film, true).get(60, TimeUnit.SECONDS);

        TestTopic videos = new TestTopic(RealServers.kafka().bootstrapServers(), "video.v1");
        Eventually.holds(
                "the video is told of", () -> !videos.withKey(upload.getId()).isEmpty());
        assertThat(videos.withKey(upload.getId()))
                .allSatisfy(event -> assertThat(event.headers().lastHeader(CloudEvent.TRACE_PARENT))
                        .isNotNull());
    }

    @Test
    void aBrokenStreamIsResumed() throws Exception {
        Upload upload = create(film.length);
        var hanging = write(upload.getId(), 0, TestFilm.slice(film, 0, 3_000_000), false);
        Eventually.holds("some bytes are durable", () -> offset(upload.getId()) == 2 << 20);
        long offset = offset(upload.getId());

        WriteUploadResponse answer = write(upload.getId(), offset, TestFilm.slice(film, offset, film.length), true)
                .get(60, TimeUnit.SECONDS);

        assertThat(answer.getUpload().getVideoId()).isNotEmpty();
        assertThat(hanging.isDone() && !hanging.isCompletedExceptionally()).isFalse();
    }

    @Test
    void aSilentStreamEndsAndTheUploadCanGoOn() throws Exception {
        try (RunningUploadService impatient = RunningUploadService.start(Map.of("vireo.upload.idle-limit", "2s"))) {
            GrpcTestClient there = TestCallers.grpc(impatient, "main", "alice");
            Upload upload = create(there, film.length);

            assertThat(codeOf(write(there, upload.getId(), 0, TestFilm.slice(film, 0, 3_000_000), false)))
                    .isEqualTo(Code.DEADLINE_EXCEEDED);

            long offset = offset(there, upload.getId());
            assertThat(offset).as("all that was sent").isEqualTo(3_000_000);
            WriteUploadResponse answer = write(
                            there, upload.getId(), offset, TestFilm.slice(film, offset, film.length), true)
                    .get(60, TimeUnit.SECONDS);
            assertThat(answer.getUpload().getVideoId()).isEqualTo(upload.getId());
        }
    }

    @Test
    void wrongCallsAreRefused() throws Exception {
        Upload upload = create(film.length);
        String id = upload.getId();
        var get = GetUploadRequest.newBuilder().setUploadId(id).build();
        var terminate = TerminateUploadRequest.newBuilder().setUploadId(id).build();

        assertThat(codeOf(write(id, 5, film, true))).isEqualTo(Code.ABORTED);
        assertThat(codeOf(write(UUID.randomUUID().toString(), 0, film, true))).isEqualTo(Code.NOT_FOUND);
        assertThat(codeOf(write(id, 0, new byte[0], true))).isEqualTo(Code.OK);
        assertThat(status(() -> create(0))).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(status(() -> create(1L << 50))).isEqualTo(Code.INVALID_ARGUMENT);
        for (GrpcTestClient other : java.util.List.of(
                TestCallers.grpc(service, "main", "bob"), TestCallers.grpc(service, "second", "alice"))) {
            assertThat(status(() -> other.uploads().getUpload(get))).isEqualTo(Code.NOT_FOUND);
            assertThat(status(() -> other.uploads().terminateUpload(terminate))).isEqualTo(Code.NOT_FOUND);
        }
        alice.uploads().terminateUpload(terminate);
        assertThat(status(() -> alice.uploads().getUpload(get))).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void dataBeforeTheHeadIsRefused() {
        Answer answer = new Answer();
        StreamObserver<WriteUploadRequest> stream = alice.streaming().writeUpload(answer);
        stream.onNext(WriteUploadRequest.newBuilder()
                .setData(ByteString.copyFromUtf8("x"))
                .build());

        assertThat(codeOf(answer.result)).isEqualTo(Code.INVALID_ARGUMENT);
    }

    @Test
    void aSecondHeadIsRefusedAndTheUploadCanGoOn() throws Exception {
        Upload upload = create(film.length);
        Answer answer = new Answer();
        StreamObserver<WriteUploadRequest> stream = alice.streaming().writeUpload(answer);
        var head = WriteUploadRequest.newBuilder()
                .setHead(WriteUploadHead.newBuilder().setUploadId(upload.getId()))
                .build();
        stream.onNext(head);
        stream.onNext(WriteUploadRequest.newBuilder()
                .setData(ByteString.copyFrom(film, 0, MESSAGE))
                .build());
        stream.onNext(head);

        assertThat(codeOf(answer.result)).isEqualTo(Code.INVALID_ARGUMENT);
        long offset = offset(upload.getId());
        assertThat(write(upload.getId(), offset, TestFilm.slice(film, offset, film.length), true)
                        .get(60, TimeUnit.SECONDS)
                        .getUpload()
                        .getVideoId())
                .isNotEmpty();
    }

    private Upload create(long length) {
        return create(alice, length);
    }

    private static Upload create(GrpcTestClient client, long length) {
        return client.uploads()
                .createUpload(CreateUploadRequest.newBuilder()
                        .setLength(length)
                        .setFilename("app.mp4")
                        .setName("From an application")
                        .build())
                .getUpload();
    }

    private long offset(String id) {
        return offset(alice, id);
    }

    private static long offset(GrpcTestClient client, String id) {
        return client.uploads()
                .getUpload(GetUploadRequest.newBuilder().setUploadId(id).build())
                .getUpload()
                .getOffset();
    }

    private CompletableFuture<WriteUploadResponse> write(String id, long offset, byte[] bytes, boolean complete) {
        return write(alice, id, offset, bytes, complete);
    }

    private static CompletableFuture<WriteUploadResponse> write(
            GrpcTestClient client, String id, long offset, byte[] bytes, boolean complete) {
        Answer answer = new Answer();
        StreamObserver<WriteUploadRequest> stream = client.streaming().writeUpload(answer);
        stream.onNext(WriteUploadRequest.newBuilder()
                .setHead(WriteUploadHead.newBuilder().setUploadId(id).setOffset(offset))
                .build());
        for (int at = 0; at < bytes.length; at += MESSAGE) {
            stream.onNext(WriteUploadRequest.newBuilder()
                    .setData(ByteString.copyFrom(bytes, at, Math.min(MESSAGE, bytes.length - at)))
                    .build());
        }
        if (complete) {
            stream.onCompleted();
        }
        return answer.result;
    }

    private static Code codeOf(CompletableFuture<WriteUploadResponse> result) {
        try {
            result.get(30, TimeUnit.SECONDS);
            return Code.OK;
        } catch (ExecutionException failed) {
            return Status.fromThrowable(failed.getCause()).getCode();
        } catch (InterruptedException | java.util.concurrent.TimeoutException stuck) {
            throw new AssertionError(stuck);
        }
    }

    private static Code status(Runnable call) {
        return GrpcTestClient.statusOf(call);
    }

    private static final class Answer implements StreamObserver<WriteUploadResponse> {
        private final CompletableFuture<WriteUploadResponse> result = new CompletableFuture<>();

        @Override
        public void onNext(WriteUploadResponse message) {
            result.complete(message);
        }

        @Override
        public void onError(Throwable failure) {
            result.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            result.completeExceptionally(new IllegalStateException("No answer"));
        }
    }
}
