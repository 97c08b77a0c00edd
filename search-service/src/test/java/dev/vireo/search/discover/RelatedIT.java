package dev.vireo.search.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.search.v1.DiscoverServiceGrpc.DiscoverServiceBlockingStub;
import dev.vireo.contracts.search.v1.ListRelatedVideosRequest;
import dev.vireo.contracts.search.v1.ListRelatedVideosResponse;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is like a video, on the real index; the topic has the videos of other tests too. */
final class RelatedIT {
    private static final String MARK = word();
    private static final String SUBJECT = word() + " " + word() + " " + word();
    private static final String CHANNEL = UUID.randomUUID().toString();
    private static final long NOW = System.currentTimeMillis() / 1000;

    private static RunningSearchService service;
    private static TestVideos videos;
    private static Video seed;
    private static Video sameWords;
    private static Video sameTag;
    private static Video sameChannel;
    private static Video internal;
    private static Video secret;
    private static Video unlisted;
    private static Video abroad;
    private static Video otherwise;

    private static String word() {
        return "q" + UUID.randomUUID().toString().substring(0, 8);
    }

    @BeforeAll
    static void tellOfVideos() {
        service = RunningSearchService.start(Map.of());
        videos = new TestVideos();
        String alice = RunningSearchService.subject("alice", "main");
        seed = videos.tell(ofChannel(video(MARK + " " + SUBJECT).addTags("tag" + MARK)));
        sameWords = videos.tell(video("About " + MARK + " " + SUBJECT));
        sameTag = videos.tell(video("Sailing").addTags("TAG" + MARK));
        sameChannel = videos.tell(ofChannel(video("Cooking")));
        internal = videos.tell(video(MARK + " inside").setPrivacy(Privacy.PRIVACY_INTERNAL), alice);
        secret = videos.tell(video(MARK + " for me").setPrivacy(Privacy.PRIVACY_PRIVATE), alice);
        unlisted = videos.tell(video(MARK + " by address").setPrivacy(Privacy.PRIVACY_UNLISTED), alice);
        abroad = videos.tell(ofChannel(video(MARK + " abroad").setInstanceId("second")), alice);
        otherwise = videos.tell(video("Motorbikes"));
        Eventually.holds(
                "all are there",
                () -> service.as("root", "main")
                                        .searchVideos(SearchVideosRequest.newBuilder()
                                                .setFilter(VideoFilter.newBuilder()
                                                        .addIds(otherwise.getId())
                                                        .addIds(unlisted.getId())
                                                        .addIds(secret.getId())
                                                        .addIds(internal.getId())
                                                        .addIds(sameChannel.getId())
                                                        .addIds(sameTag.getId())
                                                        .addIds(sameWords.getId())
                                                        .addIds(seed.getId())
                                                        .addPrivacyOneOf(Privacy.PRIVACY_PUBLIC)
                                                        .addPrivacyOneOf(Privacy.PRIVACY_UNLISTED)
                                                        .addPrivacyOneOf(Privacy.PRIVACY_PRIVATE)
                                                        .addPrivacyOneOf(Privacy.PRIVACY_INTERNAL))
                                                .build())
                                        .getTotal()
                                == 8
                        && idsSoFar("second", abroad) != null);
    }

    @AfterAll
    static void stop() {
        videos.close();
        service.close();
    }

    private static Video.Builder video(String name) {
        return TestVideos.video(name).setLanguage("en");
    }

    private static Video.Builder ofChannel(Video.Builder video) {
        video.getChannelBuilder().setId(CHANNEL);
        return video;
    }

    @Test
    void listsWhatHasTheSameWordsTagsOrChannel() {
        ListRelatedVideosResponse found = related(service.discoverAt("main"), seed);
        assertThat(ids(found))
                .startsWith(sameWords.getId())
                .containsExactlyInAnyOrder(sameWords.getId(), sameTag.getId(), sameChannel.getId());
        assertThat(found.getTotal()).isEqualTo(3);
        assertThat(found.getVideos(0).getFilename()).isEmpty();
    }

    @Test
    void showsToEachOnlyWhatTheyMaySee() {
        assertThat(ids(related(service.discoverAs("bob", "main"), seed)))
                .containsExactlyInAnyOrder(sameWords.getId(), sameTag.getId(), sameChannel.getId(), internal.getId());
        assertThat(ids(related(service.discoverAs("alice", "main"), secret)))
                .doesNotContain(secret.getId(), unlisted.getId(), abroad.getId())
                .contains(seed.getId(), internal.getId());
        assertThat(ids(related(service.discoverAt("main"), unlisted))).contains(seed.getId(), sameWords.getId());
    }

    @Test
    void nobodyLearnsOfWhatTheyMayNotOpen() {
        assertNone(service.discoverAt("main"), secret);
        assertNone(service.discoverAs("bob", "main"), secret);
        assertNone(service.discoverAt("main"), internal);
        assertNone(service.discoverAt("main"), abroad);
        assertNone(service.discoverAs("root", "main"), abroad);
        assertNone(service.discoverAs("alice", "second"), secret);
        assertNone(service.discoverAt("main"), TestVideos.video("Never told").build());
        assertThat(related(service.discoverAs("root", "main"), secret).getTotal())
                .isPositive();
        assertThat(related(service.discoverAs("bob", "main"), internal).getTotal())
                .isPositive();
    }

    @Test
    void nothingIsLikeWhatIsGone() {
        Video passing = videos.tell(video(MARK + " passing"));
        Eventually.holds(
                "it is there",
                () -> ids(related(service.discoverAt("main"), seed)).contains(passing.getId()));
        videos.delete(passing, 2);
        Eventually.holds(
                "it is gone",
                () -> !ids(related(service.discoverAt("main"), seed)).contains(passing.getId()));
        assertNone(service.discoverAt("main"), passing);
        assertNone(service.discoverAs("root", "main"), passing);
    }

    @Test
    void ofThoseThatAreAsMuchLikeItTheWatchedAndTheNewComeFirst() {
        String same = word();
        Video one = videos.tell(video(same));
        Video old =
                videos.tell(video(same).setPublishedAt(Timestamp.newBuilder().setSeconds(NOW - 90_000_000)));
        Video fresh = videos.tell(video(same));
        Video watched = videos.tell(video(same));
        videos.watched(watched.getId(), 1, 100_000, 10);
        Eventually.holds(
                "they are in order",
                () -> List.of(watched.getId(), fresh.getId(), old.getId()).equals(idsSoFar("main", one)));
    }

    @Test
    void knowsTheFormsOfTheLanguage() {
        Video marmots = videos.tell(TestVideos.video("Murmeltiere").setLanguage("de"));
        Video marmot = videos.tell(TestVideos.video("Ein Murmeltier").setLanguage("de-AT"));
        Eventually.holds("it is found", () -> {
            List<String> found = idsSoFar("main", marmots);
            return found != null && found.contains(marmot.getId());
        });
        videos.delete(marmots, 2);
        videos.delete(marmot, 2);
    }

    @Test
    void ofAVideoWhoseCountsAloneAreKnownThereIsNothingYet() {
        String unknown = UUID.randomUUID().toString();
        videos.watched(unknown, 1, 1, 1);
        String found = "/" + service.cluster().prefix() + "-video/_count?q=id:%22" + unknown + "%22";
        Eventually.holds(
                "the counts are there",
                () -> service.cluster().get(found).path("count").asInt() == 1);
        for (DiscoverServiceBlockingStub caller :
                List.of(service.discoverAt("main"), service.discoverAs("root", "main"))) {
            assertNone(caller, Video.newBuilder().setId(unknown).build());
        }
    }

    @Test
    void whatTheSameViewersWatchIsRelatedToo() {
        String alice = RunningSearchService.subject("alice", "main");
        String same = word();
        Video one = videos.tell(video(same));
        Video alike = videos.tell(video(same));
        Video alikeToo = videos.tell(video(same));
        Video best = videos.tell(video("Gliding"));
        Video next = videos.tell(video("Diving"));
        Video inside = videos.tell(video("Climbing").setPrivacy(Privacy.PRIVACY_INTERNAL), alice);
        Video hidden = videos.tell(video("Hiding").setPrivacy(Privacy.PRIVACY_PRIVATE), alice);
        Video passing = videos.tell(video("Passing"));
        Eventually.holds("it is there", () -> idsSoFar("main", passing) != null);
        videos.delete(passing, 2);
        List<Video> told = List.of(
                hidden,
                alikeToo,
                passing,
                best,
                inside,
                TestVideos.video("Never told").build(),
                next,
                abroad);
        videos.companions(one.getId(), 1, told.stream().map(Video::getId).toList());
        Eventually.holds("they are found", () -> {
            List<String> found = idsSoFar("main", one);
            return found != null && found.size() == 4;
        });
        List<String> found = ids(related(service.discoverAt("main"), one));
        assertThat(found)
                .containsExactlyInAnyOrder(alikeToo.getId(), alike.getId(), best.getId(), next.getId())
                .containsSubsequence(alikeToo.getId(), alike.getId())
                .containsSubsequence(alikeToo.getId(), best.getId(), next.getId());
        assertThat(ids(related(service.discoverAs("bob", "main"), one)))
                .contains(inside.getId())
                .doesNotContain(hidden.getId());
        assertThat(ids(related(service.discoverAt("main"), best)))
                .as("it is told of each by itself")
                .doesNotContain(one.getId());
    }

    @Test
    void companionsStayWhateverComesInWhateverOrder() {
        Video.Builder one = video(word());
        Video first = videos.tell(video("Gliding"));
        Video second = videos.tell(video("Diving"));
        videos.companions(one.getId(), 7, List.of(first.getId()));
        videos.tell(one);
        videos.watched(one.getId(), 3, 5, 20_000);
        Eventually.holds("they came before it", () -> List.of(first.getId()).equals(idsSoFar("main", one.build())));
        videos.companions(one.getId(), 6, List.of(second.getId()));
        videos.tell(one.setRevision(2).addTags("edited"));
        videos.watched(one.getId(), 4, 6, 20_000);
        // What comes after an old one, in the same partition.
        Video marker = videos.tell(Stream.generate(() -> video(word()))
                .filter(video -> TestVideos.partition(video.getId()) == TestVideos.partition(one.getId()))
                .findFirst()
                .orElseThrow());
        videos.companions(marker.getId(), 1, List.of(one.getId()));
        Eventually.holds("the marker", () -> {
            Video found = found(marker);
            return found != null && found.getViews() == 6 && found.getTagsList().contains("edited");
        });
        assertThat(idsSoFar("main", one.build())).containsExactly(first.getId());
        videos.companions(one.getId(), 8, List.of(second.getId(), first.getId()));
        Eventually.holds(
                "new ones", () -> List.of(second.getId(), first.getId()).equals(idsSoFar("main", one.build())));
        videos.companions(one.getId(), 9, List.of());
        Eventually.holds("none", () -> List.of().equals(idsSoFar("main", one.build())));
    }

    /** What is first for one; null while that is not known, or nothing is. */
    private static @Nullable Video found(Video video) {
        List<String> ids = idsSoFar("main", video);
        return ids == null || ids.isEmpty()
                ? null
                : related(service.discoverAt("main"), video).getVideos(0);
    }

    @Test
    void pages() {
        // What a rare tag is worth changes a little with all that other tests tell.
        Eventually.holds("pages are as the whole", () -> {
            List<String> all = ids(related(service.discoverAt("main"), seed));
            return IntStream.range(0, all.size() + 1)
                    .mapToObj(RelatedIT::page)
                    .flatMap(page -> ids(page).stream())
                    .toList()
                    .equals(all);
        });
        assertThat(page(0).getTotal()).isZero();
        for (ListRelatedVideosRequest.Builder wrong : List.of(
                ListRelatedVideosRequest.newBuilder(),
                ListRelatedVideosRequest.newBuilder().setVideoId("*"),
                ListRelatedVideosRequest.newBuilder().setVideoId(seed.getId()).setCount(101),
                ListRelatedVideosRequest.newBuilder().setVideoId(seed.getId()).setStart(-1))) {
            assertStatus(
                    Status.Code.INVALID_ARGUMENT,
                    () -> service.discoverAt("main").listRelatedVideos(wrong.build()));
        }
    }

    private static ListRelatedVideosResponse page(int start) {
        return service.discoverAt("main")
                .listRelatedVideos(ListRelatedVideosRequest.newBuilder()
                        .setVideoId(seed.getId())
                        .setStart(start)
                        .setCount(1)
                        .setSkipCount(true)
                        .build());
    }

    private static void assertNone(DiscoverServiceBlockingStub caller, Video video) {
        assertStatus(Status.Code.NOT_FOUND, () -> related(caller, video));
    }

    private static void assertStatus(Status.Code code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(code));
    }

    private static ListRelatedVideosResponse related(DiscoverServiceBlockingStub caller, Video video) {
        return caller.listRelatedVideos(
                ListRelatedVideosRequest.newBuilder().setVideoId(video.getId()).build());
    }

    /** Null while the video is not known. */
    private static @Nullable List<String> idsSoFar(String instance, Video video) {
        try {
            return ids(related(service.discoverAt(instance), video));
        } catch (StatusRuntimeException notYet) {
            return null;
        }
    }

    private static List<String> ids(ListRelatedVideosResponse answer) {
        return answer.getVideosList().stream().map(Video::getId).toList();
    }
}
