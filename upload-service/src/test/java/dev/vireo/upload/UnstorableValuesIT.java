package dev.vireo.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.catalog.v1.CreateChannelRequest;
import dev.vireo.contracts.catalog.v1.DeleteChannelRequest;
import dev.vireo.contracts.catalog.v1.GetAccountRequest;
import dev.vireo.contracts.catalog.v1.GetChannelRequest;
import dev.vireo.contracts.catalog.v1.ListChannelsRequest;
import dev.vireo.contracts.catalog.v1.ListVideosRequest;
import dev.vireo.contracts.catalog.v1.TagList;
import dev.vireo.contracts.catalog.v1.UpdateChannelRequest;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.contracts.upload.v1.CreateUploadRequest;
import dev.vireo.contracts.video.v1.Privacy;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What PostgreSQL cannot store is the caller's fault, and is said to the caller. */
final class UnstorableValuesIT {
    private static final String NUL = "a film\0";
    private static final List<Timestamp> IMPOSSIBLE_TIMES = List.of(
            time(Long.MAX_VALUE, 0),
            time(Long.MIN_VALUE, 0),
            time(-1, 0),
            time(10_000_000_000_000L, 0),
            time(253_402_300_800L, 0),
            time(4_000_000_000L, -1),
            time(4_000_000_000L, 1_000_000_000));

    private final RunningUploadService service = RunningUploadService.shared();
    private final TusTestClient tus = TestCallers.tus(service, "main", "alice");
    private final GrpcTestClient alice = TestCallers.grpc(service, "main", "alice");

    @Test
    void inChangesOfAVideo() {
        byte[] film = TestFilm.of(5_000, 1);
        UUID id = tus.create(film.length, Map.of());
        assertThat(tus.patch(id, 0, film).statusCode()).isEqualTo(204);

        assertRefused(id, UpdateVideoRequest.newBuilder().setName(NUL));
        assertRefused(id, UpdateVideoRequest.newBuilder().setDescription(NUL));
        assertRefused(id, UpdateVideoRequest.newBuilder().setLanguage(NUL));
        assertRefused(
                id, UpdateVideoRequest.newBuilder().setTags(TagList.newBuilder().addTags(NUL)));
        for (Timestamp time : IMPOSSIBLE_TIMES) {
            assertRefused(
                    id,
                    UpdateVideoRequest.newBuilder()
                            .setPrivacy(Privacy.PRIVACY_PRIVATE)
                            .setPublishAt(time));
        }
    }

    @Test
    void inNewUploadsOfApplications() {
        assertRefused(CreateUploadRequest.newBuilder().setName(NUL));
        assertRefused(CreateUploadRequest.newBuilder().setFilename(NUL));
        assertRefused(CreateUploadRequest.newBuilder().setDescription(NUL));
        assertRefused(CreateUploadRequest.newBuilder().addTags(NUL));
        assertRefused(CreateUploadRequest.newBuilder().setChannelId(NUL));
        for (Timestamp time : IMPOSSIBLE_TIMES) {
            assertRefused(CreateUploadRequest.newBuilder().setPublishAt(time));
        }
    }

    @Test
    void inNewUploadsOfBrowsers() {
        for (String key : List.of("name", "filename", "description", "tags", "language", "channelId", "privacy")) {
            assertRefused(Map.of(key, NUL));
        }
        for (String time : List.of(
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "2030-02-30T00:00:00Z",
                "2030-01-01T00:00:00\0Z")) {
            assertRefused(Map.of("publishAt", time));
        }
    }

    @Test
    void inChannels() {
        var create = CreateChannelRequest.newBuilder().setName("unstorable").setDisplayName("Unstorable");
        assertRefused(
                () -> alice.channels().createChannel(create.clone().setName(NUL).build()));
        assertRefused(() -> alice.channels()
                .createChannel(create.clone().setDisplayName(NUL).build()));
        assertRefused(() -> alice.channels()
                .createChannel(create.clone().setDescription(NUL).build()));
        assertRefused(() ->
                alice.channels().createChannel(create.clone().setSupport(NUL).build()));
        alice.channels().createChannel(create.build());
        assertRefused(() -> alice.channels()
                .updateChannel(UpdateChannelRequest.newBuilder()
                        .setName("unstorable")
                        .setDescription(NUL)
                        .build()));
    }

    @Test
    void inNamesThatAreLookedUp() {
        assertUnknown(() -> alice.channels()
                .updateChannel(UpdateChannelRequest.newBuilder().setName(NUL).build()));
        assertUnknown(() -> alice.channels()
                .deleteChannel(DeleteChannelRequest.newBuilder().setName(NUL).build()));
        assertUnknown(() -> alice.channels()
                .getAccount(GetAccountRequest.newBuilder().setName(NUL).build()));
        assertUnknown(() -> alice.channels()
                .getChannel(GetChannelRequest.newBuilder().setName(NUL).build()));
        assertUnknown(() -> alice.channels()
                .listChannels(
                        ListChannelsRequest.newBuilder().setAccountName(NUL).build()));
        assertUnknown(() -> alice.catalog()
                .listVideos(ListVideosRequest.newBuilder().setAccountName(NUL).build()));
        assertUnknown(() -> alice.catalog()
                .listVideos(ListVideosRequest.newBuilder().setChannelName(NUL).build()));
    }

    private void assertRefused(UUID id, UpdateVideoRequest.Builder change) {
        assertRefused(
                () -> alice.catalog().updateVideo(change.setId(id.toString()).build()));
    }

    private void assertRefused(CreateUploadRequest.Builder upload) {
        assertRefused(() -> alice.uploads().createUpload(upload.setLength(5_000).build()));
    }

    private void assertRefused(Map<String, String> metadata) {
        var answer = tus.post(5_000, metadata, Map.of(), new byte[0]);
        assertThat(answer.statusCode()).as("%s: %s", metadata, answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static void assertRefused(Runnable call) {
        assertThat(GrpcTestClient.statusOf(call)).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    private static void assertUnknown(Runnable call) {
        assertThat(GrpcTestClient.statusOf(call)).isIn(Status.Code.NOT_FOUND, Status.Code.INVALID_ARGUMENT);
    }

    private static Timestamp time(long seconds, int nanos) {
        return Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos).build();
    }
}
