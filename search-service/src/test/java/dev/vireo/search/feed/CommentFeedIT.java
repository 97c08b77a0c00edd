package dev.vireo.search.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vireo.contracts.search.v1.FoundVideo;
import dev.vireo.contracts.search.v1.ListRelatedVideosRequest;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.SearchVideosResponse;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.search.v1.VideoSort;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestRemote;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many comments a video has stands in its document, whatever else is told of it and in whatever order. */
final class CommentFeedIT {
    private static RunningSearchService service;
    private static TestVideos videos;
    private static TestRemote remote;

    @BeforeAll
    static void start() {
        service = RunningSearchService.start(Map.of());
        videos = new TestVideos();
        remote = new TestRemote();
    }

    @AfterAll
    static void stop() {
        remote.close();
        videos.close();
        service.close();
    }

    @Test
    void anEditedVideoKeepsItsCommentsAndAnOldCountNeverWins() {
        Video.Builder film = TestVideos.video("Talked about");
        String id = videos.tell(film).getId();
        Eventually.holds("it is found", () -> found(id).size() == 1);
        assertThat(comments(id)).isZero();
        videos.commented(id, 10, 7);
        Eventually.holds("its comments", () -> comments(id) == 7);
        videos.tell(film.setRevision(2).setName("Edited"));
        videos.watched(id, 1, 5, 20_000);
        Eventually.holds("its name and views", () -> name(id).equals("Edited") && views(id) == 5);
        assertThat(comments(id)).isEqualTo(7);
        videos.commented(id, 9, 8);
        videos.commented(id, 10, 9);
        videos.commented(id, 11, 4);
        Eventually.holds("some were deleted", () -> comments(id) == 4);
        videos.commented(id, 10, 7);
        passOver(id);
        assertThat(comments(id)).isEqualTo(4);
        assertThat(views(id)).isEqualTo(5);
    }

    @Test
    void commentsMayComeBeforeTheVideoAndItsViews() {
        Video.Builder film = TestVideos.video("Late");
        String id = film.getId();
        videos.commented(id, 5, 3);
        videos.commented(id, 4, 2);
        passOver(id);
        assertThat(found(id)).isEmpty();
        videos.watched(id, 1, 6, 20_000);
        videos.tell(film);
        Eventually.holds("it is found", () -> views(id) == 6);
        assertThat(comments(id)).isEqualTo(3);
        videos.commented(id, 6, 0);
        Eventually.holds("all were deleted", () -> comments(id) == 0);
    }

    @Test
    void commentsDoNotBringADeletedVideoBack() {
        Video.Builder film = TestVideos.video("Gone");
        String id = videos.tell(film).getId();
        videos.commented(id, 1, 3);
        Eventually.holds("its comments", () -> comments(id) == 3);
        videos.delete(film.build(), 2);
        Eventually.holds("it is gone", () -> found(id).isEmpty());
        videos.commented(id, 2, 4);
        passOver(id);
        assertThat(found(id)).isEmpty();
    }

    @Test
    void aVideoOfAnotherServerHasComments() {
        String id = remote.tell(TestRemote.video("Far", "far.example"), "main").getId();
        videos.commented(id, 1, 3);
        Eventually.holds("its comments", () -> comments(id) == 3);
    }

    @Test
    void whatIsRelatedShowsItsComments() {
        String tag = "t" + UUID.randomUUID().toString().substring(0, 8);
        Video one = videos.tell(TestVideos.video("One").addTags(tag));
        Video other = videos.tell(TestVideos.video("Another").addTags(tag));
        videos.commented(other.getId(), 1, 6);
        Eventually.holds(
                "both are there",
                () -> comments(other.getId()) == 6 && found(one.getId()).size() == 1);
        assertThat(service.discoverAt("main")
                        .listRelatedVideos(ListRelatedVideosRequest.newBuilder()
                                .setVideoId(one.getId())
                                .setCount(1)
                                .build())
                        .getVideosList())
                .extracting(Video::getId, Video::getComments)
                .containsExactly(tuple(other.getId(), 6L));
    }

    /** Three topics, three threads, the same documents. */
    @Test
    void writersInARaceLoseNothing() {
        List<Video.Builder> films = IntStream.range(0, 20)
                .mapToObj(number -> TestVideos.video("Film " + number))
                .toList();
        for (int revision = 1; revision <= 20; revision++) {
            for (Video.Builder film : films) {
                videos.tell(film.setRevision(revision).setName("Revision " + revision));
                videos.watched(film.getId(), revision, revision, 20_000 + revision);
                videos.commented(film.getId(), revision, 2L * revision);
            }
        }
        for (Video.Builder film : films) {
            String id = film.getId();
            Eventually.holds(
                    "all are the last", () -> name(id).equals("Revision 20") && views(id) == 20 && comments(id) == 40);
        }
    }

    @Test
    void ordersByComments() {
        String none = videos.tell(aged("None", 1)).getId();
        String few = videos.tell(aged("Few", 2)).getId();
        String many = videos.tell(aged("Many", 30)).getId();
        String some = videos.tell(aged("Some", 3)).getId();
        String[] all = {none, few, many, some};
        videos.commented(few, 1, 1);
        videos.commented(many, 1, 10_000);
        videos.commented(some, 1, 20);
        Eventually.holds(
                "all are there",
                () -> found(all).size() == 4 && comments(few) == 1 && comments(many) == 10_000 && comments(some) == 20);
        assertThat(ids(VideoSort.VIDEO_SORT_COMMENTS, false, all)).containsExactly(many, some, few, none);
        assertThat(ids(VideoSort.VIDEO_SORT_COMMENTS, true, all)).containsExactly(none, few, some, many);
        assertThat(ids(VideoSort.VIDEO_SORT_HOT, false, all)).containsExactly(many, some, none, few);
        for (boolean ascending : new boolean[] {true, false}) {
            assertThat(byCursor(ascending, all)).isEqualTo(ids(VideoSort.VIDEO_SORT_COMMENTS, ascending, all));
        }
    }

    private static Video.Builder aged(String name, int days) {
        Video.Builder film = TestVideos.video(name);
        film.getPublishedAtBuilder().setSeconds(System.currentTimeMillis() / 1000 - days * 86_400L);
        return film;
    }

    /** Returns when all that was told of that video before has been seen to. */
    private static void passOver(String id) {
        Video marker = videos.tell(Stream.generate(() -> TestVideos.video("Marker"))
                .filter(video -> TestVideos.partition(video.getId()) == TestVideos.partition(id))
                .findFirst()
                .orElseThrow());
        videos.commented(marker.getId(), 1, 1);
        Eventually.holds("the marker", () -> comments(marker.getId()) == 1);
    }

    private static List<String> byCursor(boolean ascending, String... ids) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            SearchVideosResponse page = service.at("main")
                    .searchVideos(request(VideoSort.VIDEO_SORT_COMMENTS, ascending, ids)
                            .setCount(1)
                            .setCursor(cursor)
                            .build());
            page.getVideosList().forEach(found -> all.add(found.getVideo().getId()));
            cursor = page.getNextCursor();
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<String> ids(VideoSort sort, boolean ascending, String... ids) {
        return found(request(sort, ascending, ids)).stream().map(Video::getId).toList();
    }

    private static List<Video> found(String... ids) {
        return found(request(VideoSort.VIDEO_SORT_PUBLISHED, false, ids));
    }

    private static List<Video> found(SearchVideosRequest.Builder request) {
        return service.at("main").searchVideos(request.build()).getVideosList().stream()
                .map(FoundVideo::getVideo)
                .toList();
    }

    private static SearchVideosRequest.Builder request(VideoSort sort, boolean ascending, String... ids) {
        return SearchVideosRequest.newBuilder()
                .setSort(sort)
                .setAscending(ascending)
                .setFilter(VideoFilter.newBuilder().addAllIds(List.of(ids)));
    }

    private static long comments(String id) {
        return found(id).stream().mapToLong(Video::getComments).sum();
    }

    private static long views(String id) {
        return found(id).stream().mapToLong(Video::getViews).sum();
    }

    private static String name(String id) {
        return found(id).stream().map(Video::getName).findFirst().orElse("");
    }
}
