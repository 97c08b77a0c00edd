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

/** Pages over the borders between what words are looked for in, with a border that a few titles reach. */
final class ReachIT {
    private static final String WORD = "quetzal";

    private static final int ENOUGH = 2;

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
        // A word that many titles have, elsewhere too, weighs little: in one order descriptions come before titles.
        for (int number = 0; number < 60; number++) {
            videos.later(TestVideos.video(WORD + " elsewhere")
                    .setDescription("Nothing of it")
                    .setInstanceId("second"));
        }
        videos.flush();
        Eventually.holds(
                "all are found",
                () -> search(ENOUGH, asked()).total() == 9
                        && titles.containsAll(
                                search(ENOUGH, asked().setAscending(true).setCount(6))
                                        .ids()));
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
        List<String> whole = search(ENOUGH, asked()).ids();
        assertThat(whole).hasSize(9).doesNotHaveDuplicates();
        for (int count = 1; count <= 9; count++) {
            List<String> paged = new ArrayList<>();
            for (int start = 0; start < 10; start += count) {
                FoundVideos page = search(ENOUGH, asked().setStart(start).setCount(count));
                assertThat(page.total()).isEqualTo(9);
                paged.addAll(page.ids());
            }
            assertThat(paged).as("by %s", count).isEqualTo(whole);
        }
        assertThat(whole.subList(0, 6)).containsExactlyInAnyOrderElementsOf(titles);
        assertThat(whole.subList(6, 9)).containsExactlyInAnyOrderElementsOf(descriptions);
    }

    @Test
    void pagesByCursorAreTheSame() {
        for (boolean ascending : List.of(false, true)) {
            SearchVideosRequest.Builder asked = asked().setAscending(ascending);
            assertThat(byCursor(ENOUGH, ENOUGH, asked))
                    .isEqualTo(search(ENOUGH, asked).ids());
        }
    }

    @Test
    void aCursorKeepsTheReachOfItsFirstPage() {
        List<String> typo = tell(1, number -> TestVideos.video("Quetzel"));
        SearchVideosRequest.Builder here = asked().setFilter(VideoFilter.newBuilder()
                .addAllIds(Stream.of(titles.subList(0, 1), descriptions.subList(0, 1), typo)
                        .flatMap(List::stream)
                        .toList()));
        Eventually.holds("with the typo", () -> search(3, here).total() == 3);
        assertThat(search(2, here).ids()).hasSize(2).doesNotContainAnyElementsOf(typo);
        assertThat(byCursor(3, 2, here)).hasSize(3).containsAll(typo);
        assertThat(byCursor(2, 3, here)).isEqualTo(search(2, here).ids());
    }

    @Test
    void aCursorByRelevanceTellsNoScore() {
        assertThat(search(ENOUGH, asked().setCount(2)).next())
                .isNotNull()
                .extracting(Cursor::value)
                .isEqualTo("2");
    }

    @Test
    void theWorstFirstAreOfAll() {
        List<String> worstFirst = search(ENOUGH, asked().setAscending(true)).ids();
        assertThat(worstFirst.subList(0, 6)).containsExactlyInAnyOrderElementsOf(titles);
        assertThat(worstFirst.subList(6, 9)).containsExactlyInAnyOrderElementsOf(descriptions);
        assertThat(search(ENOUGH, asked().setAscending(true)).total()).isEqualTo(9);
    }

    @Test
    void oneWordMayBeInTheTitleAndAnotherInTheNameOfTheChannel() {
        List<String> both = tell(
                1,
                number -> TestVideos.video("Migration of a peregrine")
                        .setChannel(
                                TestVideos.video("").getChannel().toBuilder().setDisplayName("Ornithology")));
        Eventually.holds(
                "found",
                () -> search(1, asked().setSearch("peregrine ornithology"))
                        .ids()
                        .equals(both));
    }

    private static List<String> byCursor(int first, int later, SearchVideosRequest.Builder asked) {
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

    private static FoundVideos search(int enough, SearchVideosRequest.Builder asked) {
        return new ElasticsearchVideoSearch(
                        service.part(ElasticsearchVideos.class), service.part(ElasticsearchCaptions.class), enough)
                .search(VideoQueryMapper.query(asked.build(), new Sight.Everybody(new InstanceId("main"))));
    }
}
