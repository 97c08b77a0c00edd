package dev.vireo.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.transcode.v1.GetProgressPlaylistRequest;
import dev.vireo.contracts.transcode.v1.GetProgressPlaylistResponse;
import dev.vireo.contracts.transcode.v1.GetProgressRequest;
import dev.vireo.contracts.transcode.v1.JobServiceGrpc;
import dev.vireo.contracts.transcode.v1.PlaylistServiceGrpc;
import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.kit.grpc.GrpcServer;
import dev.vireo.kit.origin.ObjectKey;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Playlists of a video in work, as the gateway gets them. */
class ProgressIT {

    @TempDir
    private static Path folder;

    private static ManagedChannel channel;

    @BeforeAll
    static void connect() {
        int port = RunningService.get().bean(GrpcServer.class).port();
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    @AfterAll
    static void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void playlistsGrowByWhatIsInTheOrigin() {
        RunningService service = RunningService.get();
        UUID video = service.upload(Sources.film(folder));
        service.await(video, TranscodeEvent::hasPlayable);
        String first = playlist("main", video, "").getPlaylist();
        assertThat(first).contains("360p.m3u8").contains("RESOLUTION=").contains("URI=\"audio.m3u8\"");
        String early = playlist("main", video, "360p").getPlaylist();
        requireObjects(service, video, early);
        assertThat(service.end(video, 1).hasCompleted()).isTrue();
        GetProgressPlaylistResponse whole = playlist("main", video, "360p");
        assertThat(whole.getEnded()).isTrue();
        assertThat(whole.getPlaylist()).containsPattern("\n360p/5-[0-9a-f]{16}\\.m4s\n#EXT-X-ENDLIST\n$");
        assertThat(whole.getPlaylist()).startsWith(early.replace("#EXT-X-ENDLIST\n", ""));
        assertThat(playlist("main", video, "").getPlaylist()).contains("360p.m3u8", "240p.m3u8");
        requireObjects(service, video, playlist("main", video, "audio").getPlaylist());
    }

    @Test
    void anotherInstanceAndStrangersSeeNothing() {
        RunningService service = RunningService.get();
        UUID video = service.upload(Sources.film(folder));
        service.await(video, TranscodeEvent::hasPlayable);
        requireNotFound(() -> playlist("second", video, ""));
        requireNotFound(() -> playlist("main", UUID.randomUUID(), ""));
        requireNotFound(() -> playlist("main", video, "no-such"));
        var jobs = JobServiceGrpc.newBlockingStub(channel).withInterceptors(instance("main"));
        GetProgressRequest request =
                GetProgressRequest.newBuilder().setVideoId(video.toString()).build();
        requireNotFound(() -> jobs.getProgress(request));
    }

    private static void requireObjects(RunningService service, UUID video, String playlist) {
        ObjectKey place = new ObjectKey("main/" + video + "/1/progress");
        List<String> names = playlist.lines()
                .filter(line -> !line.startsWith("#") && !line.isEmpty())
                .toList();
        assertThat(names).isNotEmpty();
        for (String name : names) {
            ObjectKey key = new ObjectKey(place.value() + "/" + name);
            assertThat(service.origin().stat(key)).as(name).isPresent();
        }
        String init = playlist.replaceAll("(?s).*#EXT-X-MAP:URI=\"([^\"]+)\".*", "$1");
        assertThat(service.origin().stat(new ObjectKey(place.value() + "/" + init)))
                .isPresent();
    }

    private static void requireNotFound(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    private static GetProgressPlaylistResponse playlist(String instance, UUID video, String rendition) {
        return PlaylistServiceGrpc.newBlockingStub(channel)
                .withInterceptors(instance(instance))
                .getProgressPlaylist(GetProgressPlaylistRequest.newBuilder()
                        .setVideoId(video.toString())
                        .setVersion(1)
                        .setRendition(rendition)
                        .build());
    }

    private static io.grpc.ClientInterceptor instance(String id) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("vireo-instance", Metadata.ASCII_STRING_MARSHALLER), id);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }
}
