package dev.vireo.search.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.search.v1.FindVideosRequest;
import dev.vireo.contracts.search.v1.SearchChannelsRequest;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.SuggestRequest;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestChannels;
import dev.vireo.search.TestRemote;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What other servers have is listed where an instance shows it, and nowhere else. */
final class RemoteFeedIT {
    private static final String HOST = "far.example";

    private static RunningSearchService service;
    private static TestVideos own;
    private static TestRemote remote;
    private static TestChannels channels;

    private final String mark = "r" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void start() {
        service = RunningSearchService.start(Map.of());
        own = new TestVideos();
        remote = new TestRemote();
        channels = new TestChannels();
    }

    @AfterAll
    static void stop() {
        channels.close();
        remote.close();
        own.close();
        service.close();
    }

    @Test
    void isListedBesideOnesOwn() {
        Video here = own.tell(TestVideos.video(mark + " near").addTags(mark));
        Video there = remote.tell(TestRemote.video(mark + " far", HOST).addTags(mark), "main");
        Eventually.holds("both", () -> ids("main", tagged()).size() == 2);
        assertThat(ids("main", tagged().setIsLocal(true))).containsExactly(here.getId());
        assertThat(ids("main", tagged().setIsLocal(false))).containsExactly(there.getId());
        assertThat(ids("main", tagged().setHost(HOST))).containsExactly(there.getId());
        assertThat(ids("second", tagged())).isEmpty();
        Video found = videos("main", tagged().setHost(HOST)).getFirst();
        assertThat(found.getOrigin()).isEqualTo(there.getOrigin());
        assertThat(found.getInstanceId()).isEmpty();
    }

    @Test
    void followsWhichInstancesShowIt() {
        Video.Builder video = TestRemote.video(mark + " far", HOST).addTags(mark);
        remote.tell(video, "main", "second");
        Eventually.holds(
                "on both",
                () -> ids("main", tagged()).size() == 1
                        && ids("second", tagged()).size() == 1);
        assertThat(service.everywhereAt("main")
                        .findVideos(FindVideosRequest.newBuilder()
                                .setQuestion(SearchVideosRequest.newBuilder().setFilter(tagged()))
                                .build())
                        .getTotal())
                .isEqualTo(1);
        Eventually.holds("suggested on both", () -> suggested("main") == 1 && suggested("second") == 1);
        remote.tell(video.setRevision(2), "second");
        Eventually.holds("no more on the first", () -> ids("main", tagged()).isEmpty());
        assertThat(ids("second", tagged())).hasSize(1);
        remote.tell(video.setRevision(3));
        Eventually.holds("on none", () -> ids("second", tagged()).isEmpty());
        assertThat(suggested("main") + suggested("second")).isZero();
    }

    @Test
    void isGoneWhenItsServerTakesItAway() {
        Video video = remote.tell(TestRemote.video(mark, HOST).addTags(mark), "main");
        Eventually.holds("there", () -> ids("main", tagged()).size() == 1);
        remote.delete(video, 2);
        Eventually.holds("gone", () -> ids("main", tagged()).isEmpty());
        remote.tell(video.toBuilder(), "main");
        Video later = remote.tell(TestRemote.video(mark + " later", HOST).addTags(mark + "later"), "main");
        Eventually.holds(
                "a later one",
                () -> ids("main", VideoFilter.newBuilder().addTagsOneOf(mark + "later"))
                        .contains(later.getId()));
        assertThat(ids("main", tagged())).isEmpty();
    }

    @Test
    void aNameIsOfOneHost() {
        String name = mark + "_films";
        Channel near = channels.tell(TestChannels.channel("main", name, mark, 1), "");
        Channel far = remote.tell(TestChannels.channel("main", name, mark, 1), HOST, "main");
        Video here = own.tell(of(TestVideos.video(mark), near));
        Video there = remote.tell(of(TestRemote.video(mark, HOST), far), "main");
        Eventually.holds(
                "all",
                () -> ids("main", VideoFilter.newBuilder().addIds(here.getId()).addIds(there.getId()))
                                        .size()
                                == 2
                        && channels("main", SearchChannelsRequest.newBuilder().setSearch(mark))
                                        .size()
                                == 2);
        assertThat(ids("main", VideoFilter.newBuilder().setChannelName(name))).containsExactly(here.getId());
        assertThat(ids("main", VideoFilter.newBuilder().setChannelName(name).setHost(HOST)))
                .containsExactly(there.getId());
        assertThat(channels("main", SearchChannelsRequest.newBuilder().addNames(name)))
                .containsExactly(near.getId());
        assertThat(channels("main", SearchChannelsRequest.newBuilder().addNames(name + "@" + HOST)))
                .containsExactly(far.getId());
        assertThat(channels("second", SearchChannelsRequest.newBuilder().addNames(name + "@" + HOST)))
                .isEmpty();
    }

    private static Video.Builder of(Video.Builder video, Channel channel) {
        video.getChannelBuilder().setId(channel.getId()).setName(channel.getName());
        return video;
    }

    private VideoFilter.Builder tagged() {
        return VideoFilter.newBuilder().addTagsOneOf(mark);
    }

    private static List<Video> videos(String instance, VideoFilter.Builder filter) {
        return service
                .at(instance)
                .searchVideos(SearchVideosRequest.newBuilder().setFilter(filter).build())
                .getVideosList()
                .stream()
                .map(found -> found.getVideo())
                .toList();
    }

    private static List<String> ids(String instance, VideoFilter.Builder filter) {
        return videos(instance, filter).stream().map(Video::getId).toList();
    }

    private static List<String> channels(String instance, SearchChannelsRequest.Builder asked) {
        return service.at(instance).searchChannels(asked.build()).getChannelsList().stream()
                .map(Channel::getId)
                .toList();
    }

    private int suggested(String instance) {
        return service
                .suggestionsAt(instance)
                .suggest(SuggestRequest.newBuilder().setTyped(mark).build())
                .getSuggestionsList()
                .stream()
                .filter(one -> !one.getId().isEmpty())
                .toList()
                .size();
    }
}
