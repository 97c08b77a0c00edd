package dev.vireo.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.search.v1.SearchChannelsRequest;
import dev.vireo.contracts.search.v1.SearchServiceGrpc.SearchServiceBlockingStub;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoState;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestChannels;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is not for everybody is listed for its owner and the instance's moderators, and for nobody else. */
final class PrivateListsIT {
    private static final String MARK = "m" + UUID.randomUUID().toString().substring(0, 8);
    private static final List<Privacy> HIDDEN =
            List.of(Privacy.PRIVACY_UNLISTED, Privacy.PRIVACY_PRIVATE, Privacy.PRIVACY_INTERNAL);

    private static RunningSearchService service;
    private static TestVideos videos;
    private static TestChannels channels;
    private static Channel films;
    private static Channel bobs;
    private static Video open;
    private static Video unlisted;
    private static Video secret;
    private static Video internal;
    private static Video unfinished;
    private static Video secretOfBob;
    private static Video internalOfBob;
    private static Video abroad;

    @BeforeAll
    static void tellOfVideos() {
        service = RunningSearchService.start(Map.of());
        videos = new TestVideos();
        channels = new TestChannels();
        String alice = RunningSearchService.subject("alice", "main");
        String bob = RunningSearchService.subject("bob", "main");
        films = channels.tell(TestChannels.channel("main", "films_" + MARK, "alice_" + MARK, 1), alice);
        bobs = channels.tell(TestChannels.channel("main", "bobs_" + MARK, "bob_" + MARK, 1), bob);
        open = videos.tell(video(Privacy.PRIVACY_PUBLIC, films), alice);
        unlisted = videos.tell(video(Privacy.PRIVACY_UNLISTED, films), alice);
        secret = videos.tell(video(Privacy.PRIVACY_PRIVATE, films), alice);
        internal = videos.tell(video(Privacy.PRIVACY_INTERNAL, films), alice);
        unfinished =
                videos.tell(video(Privacy.PRIVACY_PRIVATE, films).setState(VideoState.VIDEO_STATE_UPLOADED), alice);
        secretOfBob = videos.tell(video(Privacy.PRIVACY_PRIVATE, bobs), bob);
        internalOfBob = videos.tell(video(Privacy.PRIVACY_INTERNAL, bobs), bob);
        // Somebody of another instance would not have the same subject: even then it is another instance's.
        abroad = videos.tell(video(Privacy.PRIVACY_PRIVATE, films).setInstanceId("second"), alice);
        Eventually.holds(
                "all are there",
                () -> seen(root("main"), everything()).size() == 7
                        && seen(root("second"), everything()).equals(List.of(abroad.getId()))
                        && service.at("main")
                                        .searchChannels(SearchChannelsRequest.newBuilder()
                                                .addIds(films.getId())
                                                .addIds(bobs.getId())
                                                .build())
                                        .getTotal()
                                == 2);
    }

    @AfterAll
    static void stop() {
        channels.close();
        videos.close();
        service.close();
    }

    private static Video.Builder video(Privacy privacy, Channel channel) {
        Video.Builder video = TestVideos.video(
                        MARK + " of " + channel.getOwner().getName())
                .addTags(MARK)
                .setPrivacy(privacy);
        video.getChannelBuilder().setId(channel.getId()).setName(channel.getName());
        video.getAccountBuilder()
                .setId(channel.getOwner().getId())
                .setName(channel.getOwner().getName());
        return video;
    }

    @Test
    void anOwnerSeesTheOwnOnesInEachList() {
        for (VideoFilter.Builder list : lists(films)) {
            assertThat(seen(alice(), list.addAllPrivacyOneOf(HIDDEN)))
                    .containsExactlyInAnyOrder(unlisted.getId(), secret.getId(), internal.getId());
        }
        assertThat(seen(alice(), own().addPrivacyOneOf(Privacy.PRIVACY_PRIVATE)))
                .containsExactly(secret.getId());
        assertThat(seen(alice(), own().addAllPrivacyOneOf(HIDDEN).setInclude(1)))
                .containsExactlyInAnyOrder(unlisted.getId(), secret.getId(), internal.getId(), unfinished.getId());
        assertThat(seen(bob(), own().addAllPrivacyOneOf(HIDDEN)))
                .containsExactlyInAnyOrder(secretOfBob.getId(), internalOfBob.getId());
        assertThat(alice().searchVideos(SearchVideosRequest.newBuilder()
                                .setSearch(MARK)
                                .setFilter(VideoFilter.newBuilder().addPrivacyOneOf(Privacy.PRIVACY_PRIVATE))
                                .build())
                        .getTotal())
                .isEqualTo(1);
    }

    @Test
    void aModeratorSeesThoseOfTheInstance() {
        assertThat(seen(root("main"), own().addAllPrivacyOneOf(HIDDEN)))
                .containsExactlyInAnyOrder(
                        unlisted.getId(), secret.getId(), internal.getId(), secretOfBob.getId(), internalOfBob.getId());
        assertThat(seen(root("main"), own().setChannelName(bobs.getName()).addPrivacyOneOf(Privacy.PRIVACY_PRIVATE)))
                .containsExactly(secretOfBob.getId());
        assertThat(seen(root("main"), own().setInclude(8)))
                .containsExactlyInAnyOrder(open.getId(), internal.getId(), internalOfBob.getId());
        assertThat(seen(root("second"), own().addAllPrivacyOneOf(HIDDEN))).containsExactly(abroad.getId());
    }

    @Test
    void nobodyElseMayAsk() {
        for (Privacy privacy : List.of(Privacy.PRIVACY_PUBLIC, Privacy.PRIVACY_PRIVATE)) {
            for (VideoFilter.Builder list : lists(films)) {
                list.addPrivacyOneOf(privacy);
                assertRefused(service.at("main"), list);
                assertRefused(service.at("second"), list);
            }
            for (VideoFilter.Builder list : lists(films).subList(1, 5)) {
                assertRefused(bob(), list.addPrivacyOneOf(privacy));
                assertRefused(service.as("alice", "second"), list);
            }
        }
        assertRefused(service.at("main"), own().setInclude(1));
        assertRefused(bob(), own().setAccountName(films.getOwner().getName()).setInclude(1));
        assertRefused(bob(), own().setAccountName("nobody").setInclude(1));
        assertRefused(
                bob(),
                own().setAccountName(films.getOwner().getName())
                        .setChannelName(bobs.getName())
                        .setInclude(1));
    }

    @Test
    void internalOnesAreForThoseWhoAreSignedIn() {
        assertThat(seen(service.at("main"), own())).containsExactly(open.getId());
        assertThat(seen(bob(), own())).containsExactlyInAnyOrder(open.getId(), internal.getId(), internalOfBob.getId());
        assertThat(seen(service.as("alice", "second"), own())).isEmpty();
    }

    @Test
    void refusesWhatIsNoPrivacy() {
        for (VideoFilter.Builder wrong : List.of(
                own().addPrivacyOneOf(Privacy.PRIVACY_UNSPECIFIED),
                own().addPrivacyOneOfValue(9),
                own().setInclude(64),
                own().setInclude(-1))) {
            assertThatThrownBy(() -> seen(root("main"), wrong))
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            refused ->
                                    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT));
        }
    }

    private static void assertRefused(SearchServiceBlockingStub caller, VideoFilter.Builder filter) {
        assertThatThrownBy(() -> seen(caller, filter))
                .as("%s", filter)
                .isInstanceOfSatisfying(StatusRuntimeException.class, refused -> {
                    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
                    assertThat(refused.getMessage()).doesNotContain(MARK);
                });
    }

    /** All of them, and in each way those of the account or the channel. */
    private static List<VideoFilter.Builder> lists(Channel channel) {
        return List.of(
                own(),
                own().setAccountName(channel.getOwner().getName()),
                own().setAccountId(channel.getOwner().getId()),
                own().setChannelName(channel.getName()),
                own().setChannelId(channel.getId()));
    }

    private static VideoFilter.Builder own() {
        return VideoFilter.newBuilder().addTagsOneOf(MARK);
    }

    private static VideoFilter.Builder everything() {
        return own().addPrivacyOneOf(Privacy.PRIVACY_PUBLIC)
                .addAllPrivacyOneOf(HIDDEN)
                .setInclude(1);
    }

    private static List<String> seen(SearchServiceBlockingStub caller, VideoFilter.Builder filter) {
        var answer = caller.searchVideos(
                SearchVideosRequest.newBuilder().setFilter(filter).build());
        assertThat(answer.getTotal()).isEqualTo(answer.getVideosCount());
        return answer.getVideosList().stream()
                .map(found -> found.getVideo().getId())
                .toList();
    }

    private static SearchServiceBlockingStub alice() {
        return service.as("alice", "main");
    }

    private static SearchServiceBlockingStub bob() {
        return service.as("bob", "main");
    }

    private static SearchServiceBlockingStub root(String instance) {
        return service.as("root", instance);
    }
}
