package dev.vireo.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is found, and in which order, on the real index. */
final class VideoSearchIT {
    private static final String TAG = "searchit";

    private static RunningSearchService service;
    private static TestVideos videos;
    private static Video penguins;
    private static Video running;
    private static Video houses;
    private static Video cafe;
    private static Video tokyo;

    @BeforeAll
    static void tellOfVideos() {
        service = RunningSearchService.start(Map.of());
        videos = new TestVideos();
        penguins = tell("Penguins of the Antarctic", "en", 10, 100);
        running = tell("A fox runs through the snow", "en", 20, 400);
        houses = tell("Häuser am Meer", "de", 30, 300);
        cafe = tell("Un café à l'Île de Ré", "fr", 40, 200);
        tokyo = tell("東京都の夜景を歩く", "ja", 50, 500);
        videos.tell(
                TestVideos.video("Penguins elsewhere").setInstanceId("second").addTags(TAG));
        Eventually.holds("all videos are found", () -> all().getTotal() == 5);
    }

    @AfterAll
    static void stop() {
        videos.close();
        service.close();
    }

    private static Video tell(String name, String language, int ageDays, int seconds) {
        Timestamp then = Timestamp.newBuilder()
                .setSeconds(System.currentTimeMillis() / 1000 - ageDays * 86_400L)
                .build();
        return videos.tell(TestVideos.video(name)
                .setLanguage(language)
                .setCategory(ageDays / 10)
                .setLicence(1)
                .addTags(TAG)
                .addTags("Tag " + ageDays)
                .setPublishedAt(then)
                .setCreatedAt(then)
                .setDuration(Duration.newBuilder().setSeconds(seconds)));
    }

    @Test
    void findsWordsWhateverTheirCaseAccentsAndEndings() {
        assertThat(words("penguins")).containsExactly(penguins.getId());
        assertThat(words("PENGUIN")).containsExactly(penguins.getId());
        assertThat(words("running fox")).containsExactly(running.getId());
        assertThat(words("cafe ile")).containsExactly(cafe.getId());
        assertThat(words("haus")).containsExactly(houses.getId());
        assertThat(words("夜景")).containsExactly(tokyo.getId());
        assertThat(words("TAG 40")).contains(cafe.getId());
    }

    @Test
    void forgivesTypos() {
        assertThat(words("pengiuns")).containsExactly(penguins.getId());
        assertThat(words("antartic")).containsExactly(penguins.getId());
        assertThat(words("zzzzzz")).isEmpty();
    }

    @Test
    void ofTwoThatMatchAlikeTheNewerAndTheMoreWatchedComeFirst() {
        long now = System.currentTimeMillis() / 1000;
        Video.Builder seal = TestVideos.video("Elephant seal").addTags(TAG).setViews(10);
        Video old =
                videos.tell(seal.clone().setId(new UUID(1, 1).toString()).setPublishedAt(at(now - 86_400L * 2_000)));
        Video watched = videos.tell(seal.clone()
                .setId(new UUID(1, 2).toString())
                .setPublishedAt(at(now - 86_400L * 2_000))
                .setViews(2_000_000));
        Video fresh = videos.tell(seal.clone().setId(new UUID(1, 3).toString()).setPublishedAt(at(now - 60)));
        Eventually.holds("three seals", () -> words("elephant seal").size() == 3);
        assertThat(words("elephant seal").getLast()).isEqualTo(old.getId());
        for (Video each : List.of(old, watched, fresh)) {
            videos.delete(each, 2);
        }
        Eventually.holds("no seals", () -> words("elephant seal").isEmpty());
    }

    private static Timestamp at(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds).build();
    }

    @Test
    void highlightsWhatItFoundAndEscapesTheRest() {
        Video hostile = videos.tell(TestVideos.video("<b>Walrus</b> & friends").addTags("walrus"));
        SearchVideosRequest.Builder walrus = SearchVideosRequest.newBuilder().setSearch("walrus");
        Eventually.holds("the walrus is found", () -> ask(walrus).getVideosCount() == 1);
        FoundVideo found = ask(walrus).getVideos(0);
        assertThat(found.getVideo().getId()).isEqualTo(hostile.getId());
        assertThat(found.getHighlightedName())
                .contains("<em>Walrus</em>")
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
        videos.delete(hostile, 2);
        Eventually.holds("the walrus is gone", () -> ask(walrus).getVideosCount() == 0);
    }

    @Test
    void filters() {
        assertThat(ids(VideoFilter.newBuilder().addLanguageOneOf("de").addLanguageOneOf("fr")))
                .containsExactlyInAnyOrder(houses.getId(), cafe.getId());
        assertThat(ids(VideoFilter.newBuilder().addTagsAllOf("TAG 10").addTagsAllOf(TAG)))
                .containsExactly(penguins.getId());
        assertThat(ids(VideoFilter.newBuilder().addTagsAllOf("tag 10").addTagsAllOf("tag 20")))
                .isEmpty();
        assertThat(ids(VideoFilter.newBuilder().addCategoryOneOf(5))).containsExactly(tokyo.getId());
        assertThat(ids(VideoFilter.newBuilder().setDurationMin(300).setDurationMax(400)))
                .containsExactlyInAnyOrder(houses.getId(), running.getId());
        assertThat(ids(VideoFilter.newBuilder().addIds(cafe.getId()))).containsExactly(cafe.getId());
        assertThat(ids(VideoFilter.newBuilder().setNsfw(true))).isEmpty();
        assertThat(ids(VideoFilter.newBuilder().setIsLive(true))).isEmpty();
        assertThat(ids(VideoFilter.newBuilder().setIsLocal(true).setAccountName("alice")))
                .hasSize(5);
        assertThat(ids(VideoFilter.newBuilder().setHost("Main.example").setAccountName("alice")))
                .hasSize(5);
        assertThat(ids(VideoFilter.newBuilder().setHost("second.example"))).isEmpty();
        assertThat(ids(VideoFilter.newBuilder().setChannelName("nobody"))).isEmpty();
        String nobody = UUID.randomUUID().toString();
        assertThat(ids(VideoFilter.newBuilder().addChannelIdOneOf(nobody))).isEmpty();
        assertThat(ids(VideoFilter.newBuilder()
                        .addAllChannelIdOneOf(Collections.nCopies(999, nobody))
                        .addChannelIdOneOf(cafe.getChannel().getId())))
                .contains(cafe.getId());
        assertThat(ids(VideoFilter.newBuilder()
                        .setPublishedFrom(penguins.getPublishedAt())
                        .setPublishedTo(penguins.getPublishedAt())))
                .containsExactly(penguins.getId());
    }

    @Test
    void sortsBothWays() {
        assertThat(sorted(VideoSort.VIDEO_SORT_PUBLISHED, false))
                .containsExactly(penguins.getId(), running.getId(), houses.getId(), cafe.getId(), tokyo.getId());
        assertThat(sorted(VideoSort.VIDEO_SORT_DURATION, true))
                .containsExactly(penguins.getId(), cafe.getId(), houses.getId(), running.getId(), tokyo.getId());
        assertThat(sorted(VideoSort.VIDEO_SORT_NAME, true))
                .containsExactly(running.getId(), houses.getId(), penguins.getId(), cafe.getId(), tokyo.getId());
        List<String> newest = sorted(VideoSort.VIDEO_SORT_CREATED, false);
        assertThat(sorted(VideoSort.VIDEO_SORT_CREATED, true)).isEqualTo(newest.reversed());
    }

    @Test
    void pagesByNumberAndByCursorGiveTheSameList() {
        for (VideoSort sort : List.of(
                VideoSort.VIDEO_SORT_PUBLISHED,
                VideoSort.VIDEO_SORT_NAME,
                VideoSort.VIDEO_SORT_DURATION,
                VideoSort.VIDEO_SORT_MATCH)) {
            var asked = SearchVideosRequest.newBuilder()
                    .setFilter(tagged())
                    .setSearch(sort == VideoSort.VIDEO_SORT_MATCH ? TAG : "")
                    .setSort(sort)
                    .setCount(2);
            List<String> byNumber = new ArrayList<>();
            for (int start = 0; start < 6; start += 2) {
                byNumber.addAll(idsOf(ask(asked.clone().setStart(start))));
            }
            List<String> byCursor = new ArrayList<>();
            SearchVideosResponse page = ask(asked);
            byCursor.addAll(idsOf(page));
            while (!page.getNextCursor().isEmpty()) {
                page = ask(asked.clone().setCursor(page.getNextCursor()));
                byCursor.addAll(idsOf(page));
            }
            assertThat(byCursor).as("%s", sort).isEqualTo(byNumber).hasSize(5);
        }
    }

    @Test
    void saysTheTotalUnlessTold() {
        assertThat(ask(SearchVideosRequest.newBuilder().setFilter(tagged()).setCount(1))
                        .getTotal())
                .isEqualTo(5);
        assertThat(ask(SearchVideosRequest.newBuilder().setFilter(tagged()).setSkipCount(true))
                        .getTotal())
                .isZero();
    }

    @Test
    void keepsTheOwnersFileToItself() {
        assertThat(all().getVideosList())
                .allSatisfy(found -> assertThat(found.getVideo().getFilename()).isEmpty());
    }

    @Test
    void givesTheBeginningOfALongDescription() {
        Video long1 = videos.tell(TestVideos.video("Longwinded").setDescription("\ud83d\udc27".repeat(10_000)));
        SearchVideosRequest.Builder longwinded =
                SearchVideosRequest.newBuilder().setSearch("longwinded");
        Eventually.holds("it is found", () -> ask(longwinded).getVideosCount() == 1);
        String description = ask(longwinded).getVideos(0).getVideo().getDescription();
        assertThat(description).isEqualTo("\ud83d\udc27".repeat(300));
        videos.delete(long1, 2);
    }

    private static VideoFilter.Builder tagged() {
        return VideoFilter.newBuilder().addTagsAllOf(TAG);
    }

    private static SearchVideosResponse all() {
        return ask(SearchVideosRequest.newBuilder().setFilter(tagged()));
    }

    private static List<String> words(String words) {
        return idsOf(ask(SearchVideosRequest.newBuilder().setSearch(words).setFilter(tagged())));
    }

    private static List<String> ids(VideoFilter.Builder filter) {
        return idsOf(ask(SearchVideosRequest.newBuilder().setFilter(filter.addTagsOneOf(TAG))));
    }

    private static List<String> sorted(VideoSort sort, boolean ascending) {
        return idsOf(ask(SearchVideosRequest.newBuilder()
                .setFilter(tagged())
                .setSort(sort)
                .setAscending(ascending)));
    }

    private static SearchVideosResponse ask(SearchVideosRequest.Builder request) {
        return service.at("main").searchVideos(request.build());
    }

    private static List<String> idsOf(SearchVideosResponse answer) {
        return answer.getVideosList().stream()
                .map(found -> found.getVideo().getId())
                .toList();
    }
}
