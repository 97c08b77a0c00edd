package dev.vireo.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestVideos;
import dev.vireo.search.caption.ElasticsearchCaptions;
import dev.vireo.search.sight.Sight;
import dev.vireo.testkit.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages over the borders between what words are looked for in, with borders that six titles reach. */
final class ReachIT {
    private static final String WORD = "quetzal";

    /** Titles are many, so that they come first. */
    private static final Reach.Limits APART = new Reach.Limits(4, 2);

    /** They are not. */
    private static final Reach.Limits TOGETHER = new Reach.Limits(7, 2);

    private static RunningSearchService service;
    private static TestVideos videos;
    private static List<String> titles;
    private static List<String> descriptions;

    @BeforeAll
    static void tell() {
        service = RunningSearchService.start(Map.of());
        videos = new TestVideos();
        titles = tell(6, number -> TestVideos.video(WORD + " and much else").setCategory(number % 2 + 1));
        descriptions = tell(3, number -> TestVideos.video("Birds " + number).setDescription(WORD));
        // A word that many titles have, elsewhere too, weighs little: descriptions come first where they may.
        for (int number = 0; number < 60; number++) {
            videos.later(TestVideos.video(WORD + " elsewhere")
                    .setDescription("Nothing of it")
                    .setInstanceId("second"));
        }
        videos.flush();
        Eventually.holds(
                "all are found",
                () -> search(TOGETHER, asked()).total() == 9
                        && descriptions.containsAll(
                                search(TOGETHER, asked().setCount(3)).ids()));
    }

    @AfterAll
    static void stop() {
        videos.close();
        service.close();
    }

    private static List<String> tell(int most, IntFunction<Video.Builder> video) {
        return IntStream.range(0, most)
                .mapToObj(number -> videos.tell(video.apply(number)).getId())
                .toList();
    }

    @Test
    void pagesByNumberGoOverTheEndOfTheTitles() {
        for (Reach.Limits limits : List.of(APART, TOGETHER)) {
            List<String> whole = search(limits, asked()).ids();
            assertThat(whole).hasSize(9).doesNotHaveDuplicates();
            for (int count = 1; count <= 9; count++) {
                List<String> paged = new ArrayList<>();
                for (int start = 0; start < 10; start += count) {
                    FoundVideos page = search(limits, asked().setStart(start).setCount(count));
                    assertThat(page.total()).isEqualTo(9);
                    paged.addAll(page.ids());
                }
                assertThat(paged).as("%s by %s", limits, count).isEqualTo(whole);
            }
        }
        assertThat(search(APART, asked()).ids().subList(0, 6)).containsExactlyInAnyOrderElementsOf(titles);
        assertThat(search(APART, asked()).ids().subList(6, 9)).containsExactlyInAnyOrderElementsOf(descriptions);
    }

    @Test
    void pagesByCursorAreTheSame() {
        for (Reach.Limits limits : List.of(APART, TOGETHER)) {
            for (boolean ascending : List.of(false, true)) {
                List<String> whole =
                        search(limits, asked().setAscending(ascending)).ids();
                assertThat(byCursor(limits, limits, asked().setAscending(ascending)))
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void aCursorKeepsTheReachOfItsFirstPage() {
        assertThat(byCursor(TOGETHER, APART, asked()))
                .isEqualTo(search(TOGETHER, asked()).ids());
        assertThat(byCursor(APART, TOGETHER, asked()))
                .isEqualTo(search(APART, asked()).ids());
        assertThat(search(APART, asked()).ids())
                .isNotEqualTo(search(TOGETHER, asked()).ids());
    }

    @Test
    void aCursorByRelevanceTellsNoScore() {
        assertThat(search(APART, asked().setCount(2)).next())
                .isNotNull()
                .extracting(Cursor::value)
                .isEqualTo("2");
    }

    @Test
    void theWorstFirstAreOfAll() {
        List<String> worstFirst = search(APART, asked().setAscending(true)).ids();
        assertThat(worstFirst.subList(0, 6)).containsExactlyInAnyOrderElementsOf(titles);
        assertThat(worstFirst.subList(6, 9)).containsExactlyInAnyOrderElementsOf(descriptions);
        assertThat(search(APART, asked().setAscending(true)).total()).isEqualTo(9);
    }

    @Test
    void aNarrowerFilterNeverFindsMore() {
        for (int most = 1; most < 9; most++) {
            Reach.Limits limits = new Reach.Limits(most, 2);
            SearchVideosRequest.Builder narrow =
                    asked().setFilter(VideoFilter.newBuilder().addCategoryOneOf(1));
            assertThat(search(limits, asked()).total()).isEqualTo(9);
            assertThat(search(limits, narrow).total()).isEqualTo(3);
        }
    }

    @Test
    void looksForTyposOnlyWithoutEnough() {
        List<String> typo = tell(1, number -> TestVideos.video("Quetzel"));
        SearchVideosRequest.Builder here = asked().setFilter(VideoFilter.newBuilder()
                .addAllIds(Stream.of(titles.subList(0, 1), descriptions.subList(0, 1), typo)
                        .flatMap(List::stream)
                        .toList()));
        Eventually.holds(
                "with the typo", () -> search(new Reach.Limits(9, 3), here).total() == 3);
        assertThat(search(new Reach.Limits(9, 2), here).ids()).hasSize(2).doesNotContainAnyElementsOf(typo);
        assertThat(byCursor(new Reach.Limits(9, 3), new Reach.Limits(9, 2), here))
                .hasSize(3)
                .containsAll(typo);
    }

    private static List<String> byCursor(Reach.Limits first, Reach.Limits later, SearchVideosRequest.Builder asked) {
        FoundVideos page = search(first, asked.clone().setCount(2));
        List<String> all = new ArrayList<>(page.ids());
        while (page.next() != null) {
            page = search(later, asked.clone().setCount(2).setCursor(page.next().encode()));
            all.addAll(page.ids());
        }
        return all;
    }

    private static SearchVideosRequest.Builder asked() {
        return SearchVideosRequest.newBuilder().setSearch(WORD);
    }

    private static FoundVideos search(Reach.Limits limits, SearchVideosRequest.Builder asked) {
        return new ElasticsearchVideoSearch(
                        service.part(ElasticsearchVideos.class), service.part(ElasticsearchCaptions.class), limits)
                .search(VideoQueryMapper.query(asked.build(), new Sight.Everybody(new InstanceId("main"))));
    }
}
