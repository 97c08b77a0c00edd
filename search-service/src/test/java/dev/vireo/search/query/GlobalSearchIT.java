package dev.vireo.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.search.v1.FindChannelsRequest;
import dev.vireo.contracts.search.v1.FindVideosRequest;
import dev.vireo.contracts.search.v1.FindVideosResponse;
import dev.vireo.contracts.search.v1.ScoredChannel;
import dev.vireo.contracts.search.v1.ScoredVideo;
import dev.vireo.contracts.search.v1.SearchChannelsRequest;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestChannels;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What other platforms find here: what is public on every instance but the shy one. */
final class GlobalSearchIT {
    private static final String MARK = "m" + UUID.randomUUID().toString().substring(0, 8);

    private static RunningSearchService service;
    private static TestVideos videos;
    private static TestChannels channels;
    private static Video here;
    private static Video german;
    private static Video there;
    private static Video shy;
    private static Channel channelHere;
    private static Channel channelThere;

    @BeforeAll
    static void tell() {
        service = RunningSearchService.start(Map.of(
                "vireo.instances[2].id", "shy",
                "vireo.instances[2].domain", "shy.example",
                "vireo.instances[2].issuer", RealServers.keycloak().issuer("main"),
                "vireo.instances[2].jwk-set-uri", RealServers.keycloak().jwkSetUri("main"),
                "vireo.instances[2].global-search", "false"));
        videos = new TestVideos();
        channels = new TestChannels();
        String alice = RunningSearchService.subject("alice", "main");
        here = videos.tell(video("main", "en"), alice);
        german = videos.tell(video("main", "de"), alice);
        there = videos.tell(video("second", "fr"), alice);
        shy = videos.tell(video("shy", "en"), alice);
        for (Privacy hidden : List.of(Privacy.PRIVACY_PRIVATE, Privacy.PRIVACY_INTERNAL, Privacy.PRIVACY_UNLISTED)) {
            videos.tell(video("main", "en").setPrivacy(hidden), alice);
        }
        channelHere = channels.tell(TestChannels.channel("main", "films_" + MARK, MARK, 1), alice);
        channelThere = channels.tell(TestChannels.channel("second", "films_" + MARK, MARK, 2), alice);
        channels.tell(TestChannels.channel("shy", "films_" + MARK, MARK, 3), alice);
        Eventually.holds(
                "all are there",
                () -> service.as("root", "main")
                                        .searchVideos(SearchVideosRequest.newBuilder()
                                                .setFilter(VideoFilter.newBuilder()
                                                        .addTagsOneOf(MARK)
                                                        .addPrivacyOneOf(Privacy.PRIVACY_UNLISTED)
                                                        .addPrivacyOneOf(Privacy.PRIVACY_PRIVATE)
                                                        .addPrivacyOneOf(Privacy.PRIVACY_INTERNAL))
                                                .build())
                                        .getTotal()
                                == 3
                        && List.of("main", "second", "shy").stream().allMatch(GlobalSearchIT::knowsItsOwn));
    }

    @AfterAll
    static void stop() {
        channels.close();
        videos.close();
        service.close();
    }

    private static boolean knowsItsOwn(String instance) {
        return service.at(instance)
                                .searchVideos(SearchVideosRequest.newBuilder()
                                        .setSearch(MARK)
                                        .build())
                                .getTotal()
                        == ("main".equals(instance) ? 2 : 1)
                && service.at(instance)
                                .searchChannels(SearchChannelsRequest.newBuilder()
                                        .addNames("films_" + MARK)
                                        .build())
                                .getTotal()
                        == 1;
    }

    private static Video.Builder video(String instance, String language) {
        return TestVideos.video(MARK + " films")
                .setInstanceId(instance)
                .setLanguage(language)
                .addTags(MARK);
    }

    @Test
    void findsWhatIsPublicOnAllThatTakePart() {
        FindVideosResponse found = find(asked());
        assertThat(ids(found)).containsExactlyInAnyOrder(here.getId(), german.getId(), there.getId());
        assertThat(found.getTotal()).isEqualTo(3);
        assertThat(found.getVideosList())
                .extracting(one -> one.getVideo().getInstanceId())
                .containsOnly("main", "second");
    }

    @Test
    void scoresByThePlaceAlone() {
        assertThat(find(asked()).getVideosList())
                .extracting(ScoredVideo::getScore)
                .containsExactly(1.0, 1.0 / 2, 1.0 / 3);
        assertThat(find(of(asked().getQuestionBuilder().setStart(1))).getVideosList())
                .extracting(ScoredVideo::getScore)
                .containsExactly(1.0 / 2, 1.0 / 3);
        assertThat(service.everywhereAt("main")
                        .findChannels(FindChannelsRequest.newBuilder()
                                .setQuestion(SearchChannelsRequest.newBuilder()
                                        .setSearch(MARK)
                                        .setStart(1))
                                .build())
                        .getChannelsList())
                .extracting(ScoredChannel::getScore)
                .containsExactly(1.0 / 2);
    }

    @Test
    void isTheSameWhoeverAsksAndWherever() {
        List<String> all = ids(find(asked()));
        for (String instance : List.of("main", "second", "shy")) {
            assertThat(ids(service.everywhereAt(instance).findVideos(asked().build())))
                    .containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(ids(service.everywhereAs("root", "main").findVideos(asked().build())))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(ids(find(of(SearchVideosRequest.newBuilder()
                        .setFilter(VideoFilter.newBuilder().addIds(shy.getId()))))))
                .isEmpty();
    }

    @Test
    void leavesOutWhatIsBlocked() {
        assertThat(ids(find(asked().addBlockedHosts("SECOND.example").addBlockedHosts("elsewhere.example"))))
                .containsExactlyInAnyOrder(here.getId(), german.getId());
        assertThat(ids(find(asked().addBlockedAccounts("alice@main.example")))).containsExactly(there.getId());
        assertThat(ids(find(asked().addBlockedAccounts("alice@elsewhere.example"))))
                .hasSize(3);
        assertThat(ids(find(asked().addAllBlockedHosts(Collections.nCopies(2_000, "main.example")))))
                .containsExactly(there.getId());
    }

    @Test
    void prefersTheLanguagesOfTheReader() {
        assertThat(ids(find(asked().addBoostLanguages("de")))).startsWith(german.getId());
        assertThat(ids(find(asked().addBoostLanguages("fr")))).startsWith(there.getId());
    }

    @Test
    void filtersAndSortsAsAtOneInstance() {
        assertThat(ids(find(of(SearchVideosRequest.newBuilder()
                        .setSearch(MARK)
                        .setFilter(VideoFilter.newBuilder().setHost("second.example"))))))
                .containsExactly(there.getId());
        assertThat(ids(find(of(SearchVideosRequest.newBuilder()
                        .setSearch(MARK)
                        .setFilter(VideoFilter.newBuilder().addLanguageOneOf("de"))))))
                .containsExactly(german.getId());
    }

    @Test
    void findsChannels() {
        FindChannelsRequest.Builder asked = FindChannelsRequest.newBuilder()
                .setQuestion(SearchChannelsRequest.newBuilder().setSearch(MARK));
        assertThat(channels(asked)).containsExactlyInAnyOrder(channelHere, channelThere);
        assertThat(channels(asked.clone().addBlockedHosts("main.example"))).containsExactly(channelThere);
        assertThat(channels(asked.clone().addBlockedAccounts(MARK + "@second.example")))
                .containsExactly(channelHere);
        assertThat(channels(FindChannelsRequest.newBuilder()
                        .setQuestion(SearchChannelsRequest.newBuilder()
                                .addNames("films_" + MARK + "@second.example")
                                .addNames("films_" + MARK + "@shy.example"))))
                .containsExactly(channelThere);
        assertThat(channels(FindChannelsRequest.newBuilder()
                        .setQuestion(SearchChannelsRequest.newBuilder().addNames("films_" + MARK))))
                .hasSize(2);
    }

    @Test
    void refusesWhatIsNotPublicAndWhatIsTooMuch() {
        for (FindVideosRequest.Builder wrong : List.of(
                of(SearchVideosRequest.newBuilder()
                        .setFilter(VideoFilter.newBuilder().addPrivacyOneOf(Privacy.PRIVACY_PRIVATE))),
                of(SearchVideosRequest.newBuilder()
                        .setFilter(VideoFilter.newBuilder().setInclude(1))),
                of(SearchVideosRequest.newBuilder().setCount(101)),
                asked().addBlockedAccounts("nobody"),
                asked().addBlockedHosts("a\0b"),
                asked().addAllBlockedHosts(Collections.nCopies(2_001, "main.example")))) {
            assertThatThrownBy(() -> service.everywhereAs("root", "main").findVideos(wrong.build()))
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            refused ->
                                    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT));
        }
    }

    private static FindVideosRequest.Builder asked() {
        return of(SearchVideosRequest.newBuilder().setSearch(MARK + " films"));
    }

    private static FindVideosRequest.Builder of(SearchVideosRequest.Builder question) {
        return FindVideosRequest.newBuilder().setQuestion(question);
    }

    private static FindVideosResponse find(FindVideosRequest.Builder request) {
        return service.everywhereAt("main").findVideos(request.build());
    }

    private static List<String> ids(FindVideosResponse answer) {
        return answer.getVideosList().stream()
                .map(found -> found.getVideo().getId())
                .toList();
    }

    private static List<Channel> channels(FindChannelsRequest.Builder request) {
        return service.everywhereAt("shy").findChannels(request.build()).getChannelsList().stream()
                .map(found -> found.getChannel())
                .toList();
    }
}
