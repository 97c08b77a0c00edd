package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.catalog.v1.CatalogServiceGrpc;
import dev.vireo.contracts.catalog.v1.GetVideoRequest;
import dev.vireo.contracts.transcode.v1.GetProgressPlaylistRequest;
import dev.vireo.contracts.transcode.v1.JobServiceGrpc;
import dev.vireo.contracts.transcode.v1.JobState;
import dev.vireo.contracts.transcode.v1.PlaylistServiceGrpc;
import dev.vireo.contracts.transcode.v1.WatchProgressRequest;
import dev.vireo.contracts.upload.v1.CreateUploadRequest;
import dev.vireo.contracts.upload.v1.Upload;
import dev.vireo.contracts.upload.v1.UploadServiceGrpc;
import dev.vireo.contracts.upload.v1.WriteUploadHead;
import dev.vireo.contracts.upload.v1.WriteUploadRequest;
import dev.vireo.contracts.upload.v1.WriteUploadResponse;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoState;
import dev.vireo.local.Platform;
import dev.vireo.local.PortName;
import dev.vireo.testkit.Eventually;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A third-party application: uploads, follows the progress and reads the video through the public gRPC door. */
final class GrpcDoorIT {
    private static final int MESSAGE = 64 * 1024;

    private final Platform platform = RunningPlatform.get();
    private final Clips clips = new Clips(platform.ffmpeg());
    private ManagedChannel door;

    @BeforeEach
    void connect() {
        door = NettyChannelBuilder.forAddress("127.0.0.1", platform.port(PortName.GRPC))
                .overrideAuthority(platform.address().getAuthority())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void hangUp() {
        door.shutdownNow();
    }

    @Test
    void anApplicationUploadsFollowsAndReads() throws Exception {
        Channel alice = as("alice");
        Path clip = clips.testPicture(320, 180, 30, 5);
        Upload upload = UploadServiceGrpc.newBlockingStub(alice)
                .createUpload(CreateUploadRequest.newBuilder()
                        .setLength(Files.size(clip))
                        .setFilename("by-grpc.mp4")
                        .setName("Uploaded by gRPC")
                        .build())
                .getUpload();
        Upload written = write(alice, upload, clip);
        assertThat(written.getOffset()).isEqualTo(Files.size(clip));
        List<JobState> states = new ArrayList<>();
        var progress = Eventually.until("the job", () -> follow(alice, written.getVideoId(), states), seen -> seen);
        assertThat(progress).isTrue();
        assertThat(states).last().isEqualTo(JobState.JOB_STATE_COMPLETED);
        Video video = Eventually.until(
                "publication",
                () -> CatalogServiceGrpc.newBlockingStub(alice)
                        .getVideo(GetVideoRequest.newBuilder()
                                .setId(written.getVideoId())
                                .build())
                        .getVideo(),
                seen -> seen.getState() == VideoState.VIDEO_STATE_PUBLISHED);
        assertThat(video.getName()).isEqualTo("Uploaded by gRPC");
        assertThat(video.getPackaged().getRenditionsList()).isNotEmpty();
    }

    @Test
    void theDoorLeadsToAllowedServicesOnly() {
        var playlists = PlaylistServiceGrpc.newBlockingStub(as("root"));
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> playlists.getProgressPlaylist(GetProgressPlaylistRequest.getDefaultInstance()))
                .satisfies(refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
    }

    @Test
    void aForgedTokenIsRefusedAtTheDoor() {
        var uploads = UploadServiceGrpc.newBlockingStub(withToken("eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb290In0."));
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> uploads.createUpload(CreateUploadRequest.getDefaultInstance()))
                .satisfies(refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
    }

    private static boolean follow(Channel channel, String video, List<JobState> states) {
        try {
            JobServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(3, TimeUnit.MINUTES)
                    .watchProgress(
                            WatchProgressRequest.newBuilder().setVideoId(video).build())
                    .forEachRemaining(
                            message -> states.add(message.getProgress().getState()));
            return true;
        } catch (StatusRuntimeException notYet) {
            if (notYet.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return false;
            }
            throw notYet;
        }
    }

    private static Upload write(Channel channel, Upload upload, Path file) throws Exception {
        CompletableFuture<Upload> answer = new CompletableFuture<>();
        StreamObserver<WriteUploadRequest> stream = UploadServiceGrpc.newStub(channel)
                .writeUpload(new StreamObserver<>() {
                    @Override
                    public void onNext(WriteUploadResponse response) {
                        answer.complete(response.getUpload());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        answer.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        answer.completeExceptionally(new IOException("No answer"));
                    }
                });
        stream.onNext(WriteUploadRequest.newBuilder()
                .setHead(
                        WriteUploadHead.newBuilder().setUploadId(upload.getId()).setOffset(0))
                .build());
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at += MESSAGE) {
            stream.onNext(WriteUploadRequest.newBuilder()
                    .setData(ByteString.copyFrom(bytes, at, Math.min(MESSAGE, bytes.length - at)))
                    .build());
        }
        stream.onCompleted();
        return answer.get(1, TimeUnit.MINUTES);
    }

    private Channel as(String name) {
        return withToken(Person.signedIn(platform.address(), name).token());
    }

    private Channel withToken(String token) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return ClientInterceptors.intercept(door, MetadataUtils.newAttachHeadersInterceptor(headers));
    }
}
