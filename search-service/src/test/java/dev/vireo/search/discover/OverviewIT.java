package dev.vireo.search.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.search.v1.DiscoverServiceGrpc.DiscoverServiceBlockingStub;
import dev.vireo.contracts.search.v1.GetOverviewRequest;
import dev.vireo.contracts.search.v1.OverviewGroup;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The overview of the instance {@code second}, of which other tests tell little. */
final class OverviewIT {
    private static final String TAG = "Älpine " + UUID.randomUUID().toString().substring(0, 8);
    private static final String CHANNEL = UUID.randomUUID().toString();
    private static final String HIDDEN_CHANNEL = UUID.randomUUID().toString();
    private static final int CATEGORY = 17;
    private static final long NOW = System.currentTimeMillis() / 1000;

    private static RunningSearchService service;
    private static TestVideos videos;
    private static final List<Video> MANY = new ArrayList<>();

    @BeforeAll
    static void tellOfVideos() {
        service = RunningSearchService.start(Map.of("vireo.discover.overview-age", "100ms"));
        videos = new TestVideos();
        String alice = RunningSearchService.subject("alice", "second");
        for (int number = 0; number < 14; number++) {
            Video.Builder hidden = video(HIDDEN_CHANNEL, number).addTags("hidden");
            videos.tell(hidden.setPrivacy(number % 2 == 0 ? Privacy.PRIVACY_PRIVATE : Privacy.PRIVACY_INTERNAL), alice);
        }
        for (int number = 0; number < 13; number++) {
            MANY.add(videos.tell(video(CHANNEL, number).addTags(TAG).setCategory(CATEGORY)));
        }
        Eventually.holds(
                "all are there",
                () -> groups(service.discoverAt("second"), 1).size() == 3
                        && groups(service.discoverAt("second"), 1).stream()
                                .allMatch(group -> group.getVideosCount() == 12)
                        && groups(service.discoverAs("root", "second"), 1).stream()
                                .anyMatch(group -> group.getTag().equals(TAG)));
    }

    @AfterAll
    static void stop() {
        MANY.forEach(video -> videos.delete(video, 2));
        videos.close();
        service.close();
    }

    private static Video.Builder video(String channel, int age) {
        Video.Builder video = TestVideos.video("Mountain " + age)
                .setInstanceId("second")
                .setCreatedAt(Timestamp.newBuilder().setSeconds(NOW - age * 60L));
        video.getChannelBuilder().setId(channel);
        return video;
    }

    @Test
    void hasTheNewestOfWhatHasMost() {
        List<String> newest = MANY.stream().limit(12).map(Video::getId).toList();
        List<OverviewGroup> groups = groups(service.discoverAt("second"), 1);
        assertThat(groups).extracting(OverviewGroup::getCategory).contains(CATEGORY);
        assertThat(groups).extracting(OverviewGroup::getTag).contains(TAG);
        assertThat(groups).extracting(OverviewGroup::getChannelId).contains(CHANNEL);
        assertThat(groups)
                .allSatisfy(group -> assertThat(group.getVideosList())
                        .extracting(Video::getId)
                        .isEqualTo(newest));
    }

    @Test
    void countsWhatTheCallerMaySee() {
        for (int page = 1; page <= 20; page++) {
            assertThat(groups(service.discoverAt("second"), page).toString()).doesNotContain(HIDDEN_CHANNEL, "hidden");
            assertThat(groups(service.discoverAt("main"), page).toString()).doesNotContain(CHANNEL, HIDDEN_CHANNEL);
        }
        List<OverviewGroup> internal = new ArrayList<>();
        for (int page = 1; page <= 20; page++) {
            internal.addAll(groups(service.discoverAs("bob", "second"), page));
        }
        assertThat(internal)
                .filteredOn(group -> group.getChannelId().equals(HIDDEN_CHANNEL))
                .hasSize(1)
                .allSatisfy(group -> assertThat(group.getVideosList())
                        .hasSize(7)
                        .allMatch(video -> video.getPrivacy() == Privacy.PRIVACY_INTERNAL));
    }

    @Test
    void refusesPagesThatAreNot() {
        for (int page : new int[] {-1, 21, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> groups(service.discoverAt("second"), page))
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("page");
        }
    }

    private static List<OverviewGroup> groups(DiscoverServiceBlockingStub caller, int page) {
        return caller.getOverview(GetOverviewRequest.newBuilder().setPage(page).build())
                .getGroupsList();
    }
}
