package dev.vireo.search.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.search.v1.FoundVideo;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.SearchVideosResponse;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.search.v1.VideoSort;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counts and videos share a document, and neither loses what the other told. */
final class PopularityFeedIT {
    private static RunningSearchService service;
    private static TestVideos videos;

    @BeforeAll
    static void start() {
        service = RunningSearchService.start(Map.of());
        videos = new TestVideos();
    }

    @AfterAll
    static void stop() {
        videos.close();
        service.close();
    }

    @Test
    void anEditedVideoKeepsItsViewsAndOldCountsNeverWin() {
        Video.Builder film = TestVideos.video("Kept");
        String id = videos.tell(film).getId();
        videos.watched(id, 10, 7, 20_000);
        Eventually.holds("its views", () -> views(id) == 7);
        videos.tell(film.setRevision(2).setName("Edited"));
        Eventually.holds("its name", () -> one(id).getName().equals("Edited"));
        assertThat(views(id)).isEqualTo(7);
        videos.watched(id, 9, 5, 19_999);
        videos.watched(id, 11, 8, 20_001);
        Eventually.holds("more views", () -> views(id) == 8);
        assertThat(one(id).getName()).isEqualTo("Edited");
        videos.delete(film.build(), 3);
        Eventually.holds("it is gone", () -> ids(VideoSort.VIDEO_SORT_VIEWS, id).isEmpty());
        videos.watched(id, 12, 9, 20_002);
        videos.tell(film.setRevision(2));
        String marker = videos.tell(TestVideos.video("Marker")).getId();
        videos.watched(marker, 1, 1, 1);
        Eventually.holds(
                "the marker", () -> !ids(VideoSort.VIDEO_SORT_VIEWS, marker).isEmpty() && views(marker) == 1);
        assertThat(ids(VideoSort.VIDEO_SORT_VIEWS, id)).isEmpty();
    }

    @Test
    void viewsMayComeBeforeTheVideo() {
        Video.Builder film = TestVideos.video("Late");
        videos.watched(film.getId(), 5, 3, 20_000);
        String marker = videos.tell(TestVideos.video("Marker")).getId();
        videos.watched(marker, 5, 3, 20_000);
        Eventually.holds(
                "the marker", () -> !ids(VideoSort.VIDEO_SORT_VIEWS, marker).isEmpty() && views(marker) == 3);
        assertThat(ids(VideoSort.VIDEO_SORT_VIEWS, film.getId())).isEmpty();
        videos.tell(film);
        Eventually.holds(
                "it is found",
                () -> !ids(VideoSort.VIDEO_SORT_VIEWS, film.getId()).isEmpty());
        assertThat(views(film.getId())).isEqualTo(3);
    }

    @Test
    void theOwnersCountIsTakenWhenItIsHigher() {
        Video film = videos.tell(TestVideos.video("Counted before").setViews(40).setLikes(2));
        Eventually.holds(
                "it is found",
                () -> !ids(VideoSort.VIDEO_SORT_VIEWS, film.getId()).isEmpty());
        assertThat(views(film.getId())).isEqualTo(40);
        videos.watched(film.getId(), 5, 3, 20_000);
        Video marker = videos.tell(TestVideos.video("Marker"));
        videos.watched(marker.getId(), 5, 3, 20_000);
        Eventually.holds(
                "the marker",
                () -> !ids(VideoSort.VIDEO_SORT_VIEWS, marker.getId()).isEmpty() && views(marker.getId()) == 3);
        assertThat(views(film.getId())).isEqualTo(40);
    }

    /** Two topics, two threads, the same documents. */
    @Test
    void writersInARaceLoseNothing() {
        List<Video.Builder> films = IntStream.range(0, 20)
                .mapToObj(number -> TestVideos.video("Film " + number))
                .toList();
        for (int revision = 1; revision <= 20; revision++) {
            for (Video.Builder film : films) {
                videos.tell(film.setRevision(revision).setName("Revision " + revision));
                videos.watched(film.getId(), revision, revision, 20_000 + revision);
            }
        }
        for (Video.Builder film : films) {
            Eventually.holds("both are the last", () -> {
                List<Video> found = found(VideoSort.VIDEO_SORT_VIEWS, film.getId());
                return found.size() == 1
                        && found.getFirst().getViews() == 20
                        && found.getFirst().getName().equals("Revision 20");
            });
        }
    }

    @Test
    void ordersByCounts() {
        // Days since 1970.
        double now = System.currentTimeMillis() / 86_400_000.0;
        String old = tell("Old and great", 400, 1_000_000, now - 30, 0);
        String fresh = tell("New", 1, 30, now, 5);
        String middle = tell("Middle", 3, 500, now - 3, 50);
        String unwatched = tell("Unwatched", 2, 0, 0, 0);
        String older = tell("Unwatched and older", 4, 0, 0, 0);
        String[] all = {old, fresh, middle, unwatched, older};
        Eventually.holds(
                "all are there",
                () -> ids(VideoSort.VIDEO_SORT_VIEWS, all).size() == 5
                        && views(old) > 0
                        && views(fresh) > 0
                        && views(middle) > 0);
        assertThat(ids(VideoSort.VIDEO_SORT_VIEWS, old, fresh, middle)).containsExactly(old, middle, fresh);
        assertThat(ids(VideoSort.VIDEO_SORT_TRENDING, all)).containsExactly(fresh, middle, old, unwatched, older);
        assertThat(ids(VideoSort.VIDEO_SORT_HOT, all)).startsWith(middle).endsWith(old);
        assertThat(ids(VideoSort.VIDEO_SORT_BEST, all)).isEqualTo(ids(VideoSort.VIDEO_SORT_HOT, all));
        assertThat(ids(VideoSort.VIDEO_SORT_LIKES, all)).startsWith(middle, fresh);
        for (VideoSort sort : List.of(
                VideoSort.VIDEO_SORT_VIEWS,
                VideoSort.VIDEO_SORT_TRENDING,
                VideoSort.VIDEO_SORT_HOT,
                VideoSort.VIDEO_SORT_LIKES)) {
            assertThat(byCursor(sort, all)).as("%s", sort).isEqualTo(ids(sort, all));
        }
    }

    private static String tell(String name, int ageDays, long views, double trending, long likes) {
        Video.Builder film = TestVideos.video(name).setLikes(likes);
        film.getPublishedAtBuilder().setSeconds(System.currentTimeMillis() / 1000 - ageDays * 86_400L);
        String id = videos.tell(film).getId();
        if (views > 0) {
            videos.watched(id, 1, views, trending);
        }
        return id;
    }

    private static List<String> byCursor(VideoSort sort, String... ids) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            SearchVideosResponse page = service.at("main")
                    .searchVideos(
                            request(sort, ids).setCount(2).setCursor(cursor).build());
            page.getVideosList().forEach(found -> all.add(found.getVideo().getId()));
            cursor = page.getNextCursor();
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<String> ids(VideoSort sort, String... ids) {
        return found(sort, ids).stream().map(Video::getId).toList();
    }

    private static List<Video> found(VideoSort sort, String... ids) {
        return service.at("main").searchVideos(request(sort, ids).build()).getVideosList().stream()
                .map(FoundVideo::getVideo)
                .toList();
    }

    private static SearchVideosRequest.Builder request(VideoSort sort, String... ids) {
        return SearchVideosRequest.newBuilder()
                .setSort(sort)
                .setFilter(VideoFilter.newBuilder().addAllIds(List.of(ids)));
    }

    private static Video one(String id) {
        return found(VideoSort.VIDEO_SORT_VIEWS, id).getFirst();
    }

    private static long views(String id) {
        return found(VideoSort.VIDEO_SORT_VIEWS, id).stream()
                .mapToLong(Video::getViews)
                .findFirst()
                .orElse(0);
    }
}
