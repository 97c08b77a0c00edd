package dev.vireo.search.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.search.v1.FoundCaption;
import dev.vireo.contracts.search.v1.FoundVideo;
import dev.vireo.contracts.search.v1.Index;
import dev.vireo.contracts.search.v1.IndexKind;
import dev.vireo.contracts.search.v1.ListIndexesRequest;
import dev.vireo.contracts.search.v1.RebuildIndexRequest;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.SearchVideosResponse;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestCaptions;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Words that are spoken in videos, found to the second. */
final class CaptionSearchIT {
    private static final TestVideos VIDEOS = new TestVideos();
    private static final TestCaptions CAPTIONS = new TestCaptions();

    private static RunningSearchService service;

    @BeforeAll
    static void start() {
        service = RunningSearchService.start(Map.of("vireo.index-life.keep-old", "1s"));
    }

    @AfterAll
    static void stop() {
        service.close();
        CAPTIONS.close();
        VIDEOS.close();
    }

    @Test
    void findsAVideoByAWordThatIsOnlySpokenInIt() {
        String word = word();
        Video video = told("A film", "en", "Nothing here", "Some " + word + "s & <others>", "Nothing again");

        FoundVideo found = only(word);

        assertThat(found.getVideo().getId()).isEqualTo(video.getId());
        assertThat(found.getHighlightedName()).isEmpty();
        assertThat(found.getCaptionsList())
                .containsExactly(FoundCaption.newBuilder()
                        .setLanguage("en")
                        .setStartSeconds(13)
                        .setHighlightedText("Some <em>" + word + "s</em> &amp; &lt;others&gt;")
                        .build());
    }

    @Test
    void whatAVideoIsAboutComesFirst() {
        String word = word();
        Video spoken = told("A film", "en", word + " " + word + " " + word);
        Video about = VIDEOS.tell(TestVideos.video("About " + word));
        Eventually.holds("both are found", () -> search(word).getTotal() == 2);

        assertThat(search(word).getVideosList())
                .extracting(found -> found.getVideo().getId())
                .containsExactly(about.getId(), spoken.getId());
    }

    @Test
    void looksForWordsInTheirLanguage() {
        String mark = word();
        told("A film", "fr", mark + " les chevaux mangeaient");
        assertThat(only(mark + " cheval manger").getCaptions(0).getHighlightedText())
                .contains("<em>chevaux</em>");
        String other = word();
        told("A film", "pt-BR", other + " A canção é ótima");
        assertThat(only(other + " cancao").getCaptions(0).getHighlightedText()).contains("<em>canção</em>");
        String chinese = word();
        told("A film", "zh-Hans", chinese + " 我们学习计算机科学");
        assertThat(only(chinese + " 计算机").getCaptionsList()).hasSize(1);
    }

    @Test
    void showsThreePlacesOfAVideoAtMostWhateverItsLanguages() {
        String word = word();
        Video video = told(
                "A film",
                "en",
                IntStream.range(0, 50)
                        .mapToObj(at -> "the " + word + " is said")
                        .toArray(String[]::new));
        CAPTIONS.tell(video, "de", 3, "das " + word);

        Eventually.holds("it is found", () -> search(word).getTotal() == 1);
        assertThat(only(word).getCaptionsList()).hasSize(3);
    }

    @Test
    void ofWhatNotEverybodyMaySeeNothingIsFound() {
        String word = word();
        Video hidden = told("Open first", "en", "a " + word);
        only(word);
        VIDEOS.tell(hidden.toBuilder().setRevision(9).setPrivacy(Privacy.PRIVACY_PRIVATE));
        Video elsewhere = VIDEOS.tell(film("Elsewhere", "en").setInstanceId("second"));
        CAPTIONS.tell(elsewhere, "en", 2, "a " + word);
        Video unlisted = VIDEOS.tell(film("Unlisted", "en").setPrivacy(Privacy.PRIVACY_UNLISTED));
        CAPTIONS.tell(unlisted, "en", 2, "a " + word);
        // Captions without a video, as when their event is faster.
        CAPTIONS.tell(TestVideos.video("Unknown").build(), "en", 2, "a " + word);

        Eventually.holds(
                "it is found where it is",
                () -> service.at("second").searchVideos(asked(word).build()).getTotal() == 1);
        Eventually.holds("it is hidden", () -> search(word).getTotal() == 0);
        assertThat(service.at("second").searchVideos(asked(word).build()).getVideosList())
                .singleElement()
                .matches(found -> found.getVideo().getId().equals(elsewhere.getId()));
    }

    @Test
    void filtersHoldForWhatIsSpokenToo() {
        String word = word();
        Video video = VIDEOS.tell(film("A film", "en").setCategory(5));
        CAPTIONS.tell(video, "en", 2, word);
        only(word);

        assertThat(total(word, VideoFilter.newBuilder().addCategoryOneOf(5))).isEqualTo(1);
        assertThat(total(word, VideoFilter.newBuilder().addCategoryOneOf(6))).isZero();
        assertThat(total(word, VideoFilter.newBuilder().setDurationMax(10))).isZero();
    }

    @Test
    void newerCaptionsWinInWhateverOrderTheyCome() {
        String word = word();
        Video video = told("A film", "en", "first " + word);
        CAPTIONS.tell(video, "en", 5, "third " + word);
        CAPTIONS.tell(video, "en", 4, "second " + word);
        CAPTIONS.tell(video, "en", 5, "third " + word);
        Eventually.holds("the newest is found", () -> spoken(word).equals(List.of("third <em>" + word + "</em>")));
        CAPTIONS.delete(video, "en", 8);
        CAPTIONS.tell(video, "en", 7, "late " + word);
        String next = word();
        CAPTIONS.tell(video, "en", 7, "late " + word);
        VIDEOS.tell(film("A film", "en", "de").setId(video.getId()).setRevision(9));
        CAPTIONS.tell(video, "de", 9, next);

        only(next);
        Eventually.holds("nothing is left", () -> search(word).getTotal() == 0);
        CAPTIONS.tell(video, "en", 10, "back " + word);
        Eventually.holds("they are back", () -> spoken(word).equals(List.of("back <em>" + word + "</em>")));
    }

    @Test
    void longCaptionsAreFoundToTheirEnd() {
        String word = word();
        String[] texts = IntStream.range(0, 10_000)
                .mapToObj(at -> "the same words again and again " + at % 10)
                .toArray(String[]::new);
        texts[9_999] = "the end is " + word;
        told("A long film", "en", texts);

        assertThat(only(word).getCaptionsList())
                .containsExactly(FoundCaption.newBuilder()
                        .setLanguage("en")
                        .setStartSeconds(99_993)
                        .setHighlightedText("the end is <em>" + word + "</em>")
                        .build());
        assertThat(only(word + " again").getCaptionsList()).hasSize(3);
    }

    @Test
    void theIndexIsMadeAgainWithoutAGap() {
        String word = word();
        told("A film", "en", "some " + word);
        only(word);
        String old = answering().getName();

        var unused = service.admin("root")
                .rebuildIndex(RebuildIndexRequest.newBuilder()
                        .setKind(IndexKind.INDEX_KIND_CAPTION)
                        .build());

        Eventually.holds("another one is alone", () -> {
            assertThat(spoken(word)).containsExactly("some <em>" + word + "</em>");
            return states().size() == 1 && !answering().getName().equals(old);
        });
        assertThat(answering().getName()).contains("-caption-");
    }

    private static List<Index> states() {
        return service.admin("root").listIndexes(ListIndexesRequest.getDefaultInstance()).getIndexesList().stream()
                .filter(index -> index.getKind() == IndexKind.INDEX_KIND_CAPTION)
                .toList();
    }

    private static Index answering() {
        return states().stream().filter(Index::getAnswers).findFirst().orElseThrow();
    }

    private static Video.Builder film(String name, String... languages) {
        return TestVideos.video(name)
                .addAllCaptions(Stream.of(languages).map(TestCaptions::in).toList());
    }

    /** A video, and what is spoken in it. */
    private static Video told(String name, String language, String... texts) {
        Video video = VIDEOS.tell(film(name, language));
        CAPTIONS.tell(video, language, 2, texts);
        return video;
    }

    private static FoundVideo only(String words) {
        Eventually.holds("it is found: " + words, () -> search(words).getTotal() == 1);
        return search(words).getVideos(0);
    }

    private static List<String> spoken(String words) {
        return search(words).getVideosList().stream()
                .flatMap(found -> found.getCaptionsList().stream())
                .map(FoundCaption::getHighlightedText)
                .toList();
    }

    private static long total(String words, VideoFilter.Builder filter) {
        return service.at("main")
                .searchVideos(asked(words).setFilter(filter).build())
                .getTotal();
    }

    private static SearchVideosResponse search(String words) {
        return service.at("main").searchVideos(asked(words).build());
    }

    private static SearchVideosRequest.Builder asked(String words) {
        return SearchVideosRequest.newBuilder().setSearch(words);
    }

    /** That no other story has, and no analyzer takes apart. */
    private static String word() {
        return new Random()
                .ints(12, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining("", "x", "k"));
    }
}
