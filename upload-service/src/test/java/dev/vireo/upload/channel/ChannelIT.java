package dev.vireo.upload.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.catalog.v1.CreateChannelRequest;
import dev.vireo.contracts.catalog.v1.DeleteChannelRequest;
import dev.vireo.contracts.catalog.v1.GetAccountRequest;
import dev.vireo.contracts.catalog.v1.GetChannelRequest;
import dev.vireo.contracts.catalog.v1.GetMeRequest;
import dev.vireo.contracts.catalog.v1.GetMeResponse;
import dev.vireo.contracts.catalog.v1.GetVideoRequest;
import dev.vireo.contracts.catalog.v1.ListChannelsRequest;
import dev.vireo.contracts.catalog.v1.UpdateChannelRequest;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.channel.v1.ChannelEvent;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.GrpcTestClient;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestFilm;
import dev.vireo.upload.TestTopic;
import dev.vireo.upload.TusTestClient;
import io.grpc.Status.Code;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ChannelIT {
    private final RunningUploadService service = RunningUploadService.shared();
    private final GrpcTestClient alice = TestCallers.grpc(service, "main", "alice");
    private final GrpcTestClient bob = TestCallers.grpc(service, "main", "bob");
    private final GrpcTestClient neighbour = TestCallers.grpc(service, "second", "alice");
    private final GrpcTestClient anyone = new GrpcTestClient(service.channel(), "main", "");
    private final TestTopic channels = new TestTopic(RealServers.kafka().bootstrapServers(), "channel.v1");

    @Test
    void thePersonsFirstCallMakesAccountAndChannel() {
        GetMeResponse me = alice.channels().getMe(GetMeRequest.getDefaultInstance());
        GetMeResponse again = alice.channels().getMe(GetMeRequest.getDefaultInstance());
        GetMeResponse elsewhere = neighbour.channels().getMe(GetMeRequest.getDefaultInstance());

        assertThat(me.getAccount().getName()).isEqualTo("alice");
        assertThat(me.getChannels(0).getName()).isEqualTo("alice_channel");
        assertThat(me.getRolesList()).contains("creator");
        assertThat(me.getQuotaBytes()).isPositive();
        assertThat(again.getAccount()).isEqualTo(me.getAccount());
        assertThat(elsewhere.getAccount().getName()).isEqualTo("alice");
        assertThat(elsewhere.getAccount().getId()).isNotEqualTo(me.getAccount().getId());
        assertThat(GrpcTestClient.statusOf(() -> anyone.channels().getMe(GetMeRequest.getDefaultInstance())))
                .isEqualTo(Code.UNAUTHENTICATED);
    }

    @Test
    void aChannelIsMadeChangedAndDeletedWithItsVideos() throws Exception {
        Channel made = create(alice, "gardening").getChannel();
        UUID video = uploadInto(made);
        Channel changed = alice.channels()
                .updateChannel(UpdateChannelRequest.newBuilder()
                        .setName("gardening")
                        .setRevision(made.getRevision())
                        .setDisplayName("Our garden")
                        .build())
                .getChannel();
        assertThat(changed.getDisplayName()).isEqualTo("Our garden");
        assertThat(changed.getDescription()).isEqualTo(made.getDescription());
        assertThat(GrpcTestClient.statusOf(() -> alice.channels()
                        .updateChannel(UpdateChannelRequest.newBuilder()
                                .setName("gardening")
                                .setRevision(made.getRevision())
                                .setSupport("Stale")
                                .build())))
                .isEqualTo(Code.ABORTED);

        alice.channels()
                .deleteChannel(
                        DeleteChannelRequest.newBuilder().setName("gardening").build());

        assertThat(status(() -> channel(anyone, "gardening"))).isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> alice.catalog()
                        .getVideo(GetVideoRequest.newBuilder()
                                .setId(video.toString())
                                .build())))
                .isEqualTo(Code.NOT_FOUND);
        Eventually.holds(
                "its events are out", () -> channels.withKey(made.getId()).size() == 3);
        List<ChannelEvent.EventCase> cases = new java.util.ArrayList<>();
        for (var event : channels.withKey(made.getId())) {
            cases.add(ChannelEvent.parseFrom(event.value()).getEventCase());
        }
        assertThat(cases)
                .containsExactly(
                        ChannelEvent.EventCase.CREATED, ChannelEvent.EventCase.UPDATED, ChannelEvent.EventCase.DELETED);
        assertThat(create(bob, "gardening").getChannel().getName()).isEqualTo("gardening");
    }

    @Test
    void namesAreUniqueWithinAnInstanceOnly() {
        create(alice, "cooking");

        assertThat(status(() -> create(bob, "cooking"))).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(status(() -> create(bob, "alice"))).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(status(() -> create(bob, "Not a name"))).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(create(neighbour, "cooking").getChannel().getInstanceId()).isEqualTo("second");
    }

    @Test
    void onlyTheOwnerChangesAChannelAndKeepsOne() {
        create(alice, "mine");
        var delete = DeleteChannelRequest.newBuilder().setName("mine").build();

        assertThat(status(() -> bob.channels().deleteChannel(delete))).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(status(() -> anyone.channels().deleteChannel(delete))).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(status(() -> neighbour.channels().deleteChannel(delete))).isEqualTo(Code.NOT_FOUND);
        GrpcTestClient root = TestCallers.grpc(service, "second", "root");
        root.channels().getMe(GetMeRequest.getDefaultInstance());
        assertThat(status(() -> root.channels()
                        .deleteChannel(DeleteChannelRequest.newBuilder()
                                .setName("root_channel")
                                .build())))
                .isEqualTo(Code.FAILED_PRECONDITION);
    }

    @Test
    void ofAnotherInstanceNothingIsFound() {
        create(alice, "hidden");
        bob.channels().getMe(GetMeRequest.getDefaultInstance());
        var update = UpdateChannelRequest.newBuilder().setName("hidden").build();

        assertThat(status(() -> channel(neighbour, "hidden"))).isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> neighbour.channels().updateChannel(update))).isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> neighbour
                        .channels()
                        .getAccount(
                                GetAccountRequest.newBuilder().setName("bob").build())))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> neighbour
                        .channels()
                        .listChannels(ListChannelsRequest.newBuilder()
                                .setAccountName("bob")
                                .build())))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(neighbour
                        .channels()
                        .listChannels(
                                ListChannelsRequest.newBuilder().setCount(100).build())
                        .getChannelsList())
                .noneMatch(found -> found.getName().equals("hidden"));
        assertThat(anyone.channels()
                        .listChannels(
                                ListChannelsRequest.newBuilder().setCount(100).build())
                        .getChannelsList())
                .anyMatch(found -> found.getName().equals("hidden"));
    }

    private UUID uploadInto(Channel channel) {
        TusTestClient tus = TestCallers.tus(service, "main", "alice");
        byte[] film = TestFilm.of(3_000, 1);
        UUID id = tus.create(film.length, Map.of("channelId", channel.getId()));
        tus.patch(id, 0, film);
        assertThat(alice.catalog()
                        .getVideo(GetVideoRequest.newBuilder()
                                .setId(id.toString())
                                .build())
                        .getVideo()
                        .getChannel()
                        .getName())
                .isEqualTo(channel.getName());
        return id;
    }

    private static dev.vireo.contracts.catalog.v1.CreateChannelResponse create(GrpcTestClient caller, String name) {
        return caller.channels()
                .createChannel(CreateChannelRequest.newBuilder()
                        .setName(name)
                        .setDisplayName("Display name")
                        .setDescription("What it is about")
                        .build());
    }

    private static Channel channel(GrpcTestClient caller, String name) {
        return caller.channels()
                .getChannel(GetChannelRequest.newBuilder().setName(name).build())
                .getChannel();
    }

    private static Code status(Runnable call) {
        return GrpcTestClient.statusOf(call);
    }
}
