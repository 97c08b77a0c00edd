package dev.vireo.upload.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.catalog.v1.AddElementRequest;
import dev.vireo.contracts.catalog.v1.CreatePlaylistRequest;
import dev.vireo.contracts.catalog.v1.DeletePlaylistRequest;
import dev.vireo.contracts.catalog.v1.GetMeRequest;
import dev.vireo.contracts.catalog.v1.GetPlaylistRequest;
import dev.vireo.contracts.catalog.v1.GetPlaylistResponse;
import dev.vireo.contracts.catalog.v1.GetVideoRequest;
import dev.vireo.contracts.catalog.v1.ListElementsRequest;
import dev.vireo.contracts.catalog.v1.SeenElement;
import dev.vireo.contracts.catalog.v1.UpdatePlaylistRequest;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.playlist.v1.Playlist;
import dev.vireo.contracts.playlist.v1.PlaylistEvent;
import dev.vireo.contracts.playlist.v1.PlaylistPrivacy;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.transcode.v1.TranscodeCompleted;
import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.contracts.video.v1.VideoState;
import dev.vireo.kit.Ids;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.GrpcTestClient;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TestTopic;
import dev.vireo.upload.TusTestClient;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Callers of the playlists, their videos, and what was told. */
final class PlaylistCallers {
    final RunningUploadService service = RunningUploadService.shared();
    final GrpcTestClient alice = TestCallers.grpc(service, "main", "alice");
    final GrpcTestClient bob = TestCallers.grpc(service, "main", "bob");
    final GrpcTestClient root = TestCallers.grpc(service, "main", "root");
    final GrpcTestClient anyone = new GrpcTestClient(service.channel(), "main", "");
    final GrpcTestClient neighbour = TestCallers.grpc(service, "second", "root");
    private final TestTopic transcode = new TestTopic(RealServers.kafka().bootstrapServers(), "transcode.v1");
    private final TestTopic playlists = new TestTopic(RealServers.kafka().bootstrapServers(), "playlist.v1");
    private final TusTestClient tus = TestCallers.tus(service, "main", "alice");

    /** A video of alice that nobody can watch yet. */
    UUID uploaded(String privacy) {
        byte[] film = TestFilm.of(5_000, 1);
        UUID id = tus.create(film.length, Map.of("name", "A film", "privacy", privacy));
        assertThat(tus.patch(id, 0, film).statusCode()).isEqualTo(204);
        return id;
    }

    /** A video of alice. */
    UUID published(String privacy) {
        UUID id = uploaded(privacy);
        transcode.send(
                id.toString(),
                Ids.newId(),
                TranscodeEvent.newBuilder()
                        .setInstanceId("main")
                        .setVideoId(id.toString())
                        .setVersion(1)
                        .setCompleted(TranscodeCompleted.newBuilder()
                                .setPackaged(PackagedVideo.newBuilder()
                                        .setVersion(1)
                                        .setThumbnail("thumbnail.jpg")
                                        .setMultivariantPlaylist("master.m3u8")))
                        .build()
                        .toByteArray());
        Eventually.holds(
                "it is published",
                () -> alice.catalog()
                                .getVideo(GetVideoRequest.newBuilder()
                                        .setId(id.toString())
                                        .build())
                                .getVideo()
                                .getState()
                        == VideoState.VIDEO_STATE_PUBLISHED);
        return id;
    }

    Channel channel(GrpcTestClient caller) {
        return caller.channels().getMe(GetMeRequest.getDefaultInstance()).getChannels(0);
    }

    /** A playlist of alice in her first channel. */
    Playlist make(String name, PlaylistPrivacy privacy) {
        return make(alice, name, privacy, channel(alice).getId());
    }

    static Playlist make(GrpcTestClient caller, String name, PlaylistPrivacy privacy, String channel) {
        return caller.playlists()
                .createPlaylist(CreatePlaylistRequest.newBuilder()
                        .setDisplayName(name)
                        .setPrivacy(privacy)
                        .setChannelId(channel)
                        .build())
                .getPlaylist();
    }

    static String add(GrpcTestClient caller, Playlist playlist, UUID video) {
        return caller.playlists()
                .addElement(AddElementRequest.newBuilder()
                        .setPlaylistId(playlist.getId())
                        .setVideoId(video.toString())
                        .build())
                .getElement()
                .getId();
    }

    static GetPlaylistResponse get(GrpcTestClient caller, Playlist playlist) {
        return caller.playlists()
                .getPlaylist(
                        GetPlaylistRequest.newBuilder().setId(playlist.getId()).build());
    }

    static Playlist change(GrpcTestClient caller, Playlist playlist, UpdatePlaylistRequest.Builder change) {
        return caller.playlists()
                .updatePlaylist(change.setId(playlist.getId()).build())
                .getPlaylist();
    }

    static void delete(GrpcTestClient caller, Playlist playlist) {
        var unused = caller.playlists()
                .deletePlaylist(DeletePlaylistRequest.newBuilder()
                        .setId(playlist.getId())
                        .build());
    }

    static List<SeenElement> elements(GrpcTestClient caller, Playlist playlist) {
        return caller.playlists()
                .listElements(ListElementsRequest.newBuilder()
                        .setPlaylistId(playlist.getId())
                        .setCount(100)
                        .build())
                .getElementsList();
    }

    static String sentenceOf(Runnable call) {
        try {
            call.run();
            return "";
        } catch (StatusRuntimeException refused) {
            return String.valueOf(refused.getStatus().getDescription());
        }
    }

    /** All that was told of it, once nothing waits any more. */
    List<PlaylistEvent> told(Playlist playlist) {
        Eventually.holds(
                "the outbox is empty",
                () -> service.jdbc()
                                .sql("select count(*) from event_outbox where key = ?")
                                .param(playlist.getId())
                                .query(Integer.class)
                                .single()
                        == 0);
        return playlists.withKey(playlist.getId()).stream()
                .map(event -> parsed(event.value()))
                .toList();
    }

    private static PlaylistEvent parsed(byte[] value) {
        try {
            return PlaylistEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError("Not a fact about a playlist", malformed);
        }
    }
}
