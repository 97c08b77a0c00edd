package dev.vireo.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.search.v1.SuggestRequest;
import dev.vireo.contracts.search.v1.Suggestion;
import dev.vireo.contracts.search.v1.SuggestionKind;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoState;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestChannels;
import dev.vireo.search.TestRemote;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is suggested while somebody types, on the real index. */
final class SuggestIT {
    private static RunningSearchService service;
    private static TestVideos videos;
    private static Video penguins;

    @BeforeAll
    static void tellOfVideos() {
        service = RunningSearchService.start(Map.of());
        videos = new TestVideos();
        penguins = videos.tell(TestVideos.video("Penguins of the Antarctic").addTags("Märchen"));
        videos.tell(TestVideos.video("The penguin song").addTags("Music").addTags("March"));
        videos.tell(TestVideos.video("Another penguin song").addTags("Music"));
        videos.tell(TestVideos.video("Another penguin song").addTags("music"));
        videos.tell(TestVideos.video("Un café à l'Île de Ré"));
        videos.tell(TestVideos.video("東京都の夜景を歩く"));
        videos.tell(TestVideos.video("Penguin secrets").addTags("Musical").setPrivacy(Privacy.PRIVACY_PRIVATE));
        videos.tell(TestVideos.video("Penguin for friends").addTags("Musical").setPrivacy(Privacy.PRIVACY_UNLISTED));
        videos.tell(TestVideos.video("Penguin in work").addTags("Musical").setState(VideoState.VIDEO_STATE_UPLOADED));
        videos.tell(TestVideos.video("Penguin elsewhere").addTags("Musical").setInstanceId("second"));
        videos.tell(TestVideos.video("Zebra"));
        Eventually.holds(
                "all are there",
                () -> texts("zeb").contains("Zebra")
                        && texts("penguin").size() == 3
                        && texts("東京").size() == 1
                        && texts("un c").size() == 1);
    }

    @AfterAll
    static void stop() {
        videos.close();
        service.close();
    }

    @Test
    void goesOnFromTheBeginningOfATitleOrOfAWordInIt() {
        assertThat(texts("peng"))
                .containsExactlyInAnyOrder("Penguins of the Antarctic", "The penguin song", "Another penguin song")
                .startsWith("Penguins of the Antarctic");
        assertThat(texts("penguin so").subList(0, 2))
                .containsExactlyInAnyOrder("The penguin song", "Another penguin song");
        assertThat(texts("song")).hasSize(2);
        assertThat(ask("penguins of", 10).getFirst().getId()).isEqualTo(penguins.getId());
    }

    @Test
    void forgivesATypoAndAccentsAndCase() {
        assertThat(texts("penfuin")).contains("Penguins of the Antarctic");
        assertThat(texts("PENGIUN SONG")).contains("The penguin song");
        assertThat(texts("cafe a l'ile")).containsExactly("Un café à l'Île de Ré");
        assertThat(texts("東京都")).containsExactly("東京都の夜景を歩く");
    }

    @Test
    void suggestsTagsAsTheyWereWrittenTheMostUsedFirst() {
        assertThat(ask("mus", 10))
                .allSatisfy(
                        suggestion -> assertThat(suggestion.getKind()).isEqualTo(SuggestionKind.SUGGESTION_KIND_TAG))
                .singleElement()
                .satisfies(music -> assertThat(music.getText()).isIn("Music", "music"));
        assertThat(texts("marc")).containsExactlyInAnyOrder("March", "Märchen");
        assertThat(texts("MÄRCHEN")).containsExactly("Märchen");
    }

    @Test
    void suggestsTagsInLettersThatHaveNoAccentsToLose() {
        Video cities = videos.tell(
                TestVideos.video("Cities").addTags("Łódź").addTags("Straßen").addTags("Smørrebrød"));
        Eventually.holds("they are suggested", () -> texts("łód").equals(List.of("Łódź")));
        assertThat(texts("lodz")).containsExactly("Łódź");
        assertThat(texts("strass")).containsExactly("Straßen");
        assertThat(texts("SMOR")).containsExactly("Smørrebrød");
        videos.delete(cities, 2);
    }

    @Test
    void countsATagInAllItsSpellings() {
        List<Video> all = List.of(
                videos.tell(TestVideos.video("One").addTags("Xylofon")),
                videos.tell(TestVideos.video("Two").addTags("Xylofon")),
                videos.tell(TestVideos.video("Three").addTags("xyløsk")),
                videos.tell(TestVideos.video("Four").addTags("Xyløsk")),
                videos.tell(TestVideos.video("Five").addTags("XYLØSK")));
        Eventually.holds("the sum is more", () -> {
            List<String> tags = texts("xyl");
            return tags.size() == 2 && tags.getLast().equals("Xylofon");
        });
        all.forEach(video -> videos.delete(video, 2));
    }

    @Test
    void suggestsNothingThatTheCallerMayNotSee() {
        for (String typed : List.of("penguin", "secrets", "for friends", "in work", "elsewhere", "musical")) {
            assertThat(texts(typed))
                    .doesNotContain(
                            "Penguin secrets",
                            "Penguin for friends",
                            "Penguin in work",
                            "Penguin elsewhere",
                            "Musical");
        }
        assertThat(service.suggestionsAt("second")
                        .suggest(SuggestRequest.newBuilder().setTyped("pen").build())
                        .getSuggestionsList())
                .extracting(Suggestion::getText)
                .containsExactly("Penguin elsewhere");
    }

    @Test
    void suggestsChannelsByNameAndHandle() {
        try (TestChannels channels = new TestChannels();
                TestRemote remote = new TestRemote()) {
            Channel.Builder near = TestChannels.channel("main", "ornithorhynchus", "Platypus fans", 1)
                    .setDisplayName("All about the platypus");
            Channel here = channels.tell(near, "");
            remote.tell(
                    TestChannels.channel("main", "burrows", "Somebody", 1).setDisplayName("Platypus burrows"),
                    "far.example",
                    "main");
            Eventually.holds("both are suggested", () -> texts("platyp").size() == 2);
            assertThat(ask("platypus", 10))
                    .allSatisfy(one -> assertThat(one.getKind()).isEqualTo(SuggestionKind.SUGGESTION_KIND_CHANNEL))
                    .extracting(Suggestion::getHandle)
                    .containsExactlyInAnyOrder("ornithorhynchus", "burrows@far.example");
            assertThat(ask("ornitho", 10)).extracting(Suggestion::getId).containsExactly(here.getId());
            assertThat(texts("platipus")).hasSize(2);
            assertThat(service.suggestionsAt("second")
                            .suggest(SuggestRequest.newBuilder()
                                    .setTyped("platypus")
                                    .build())
                            .getSuggestionsList())
                    .isEmpty();
            channels.delete(here);
            Eventually.holds("one is gone", () -> texts("platyp").size() == 1);
        }
    }

    @Test
    void forgetsWhatIsGoneHiddenOrRenamed() {
        Video gone = videos.tell(TestVideos.video("Quokka one"));
        Video hidden = videos.tell(TestVideos.video("Quokka two"));
        Video renamed = videos.tell(TestVideos.video("Quokka three"));
        Eventually.holds("all are suggested", () -> texts("quokka").size() == 3);
        videos.delete(gone, 2);
        videos.tell(hidden.toBuilder().setPrivacy(Privacy.PRIVACY_PRIVATE).setRevision(2));
        videos.tell(renamed.toBuilder().setName("Wombat").setRevision(2));
        Eventually.holds("none is suggested", () -> texts("quokka").isEmpty());
        Eventually.holds("the new name is", () -> texts("wom").equals(List.of("Wombat")));
    }

    @Test
    void givesAsManyAsAreAskedFor() {
        assertThat(ask("p", 1)).hasSize(1);
        assertThat(ask("", 10)).isEmpty();
        assertThat(ask("   ", 10)).isEmpty();
        assertThatThrownBy(() -> ask("p", 21)).hasMessageContaining("count");
        assertThatThrownBy(() -> ask("p", -1)).hasMessageContaining("count");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                ".*",
                "\\",
                "\"",
                "[a-z]{1000}",
                "?",
                "~",
                "#@&<>",
                "\u202e",
                "\u001f\u001e",
                "!\u001f!",
                "\ud83d\udc27",
                "-"
            })
    void takesAnyTextForAText(String typed) {
        assertThat(texts(typed)).isEmpty();
        assertThat(texts(typed.repeat(50))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0008b", "\u0007"})
    void refusesControlCharacters(String typed) {
        assertThatThrownBy(() -> texts(typed))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContaining("typed");
    }

    @Test
    void refusesABook() {
        assertThatThrownBy(() -> texts("x".repeat(10_000))).hasMessageContaining("typed");
        assertThat(texts("x".repeat(1_000))).isEmpty();
    }

    private static List<String> texts(String typed) {
        return ask(typed, 0).stream().map(Suggestion::getText).toList();
    }

    private static List<Suggestion> ask(String typed, int count) {
        return service.suggestionsAt("main")
                .suggest(SuggestRequest.newBuilder()
                        .setTyped(typed)
                        .setCount(count)
                        .build())
                .getSuggestionsList();
    }
}
