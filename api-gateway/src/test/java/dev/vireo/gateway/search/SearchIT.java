package dev.vireo.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.search.v1.VideoSort;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.gateway.UpstreamSearchGrpcService;
import dev.vireo.gateway.rest.ApiDescription;
import dev.vireo.gateway.rest.PeerTubeShapes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class SearchIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final UpstreamSearchGrpcService UPSTREAM = GATEWAY.services.search;
    private static final ApiDescription DESCRIPTION = new ApiDescription();
    private static final PeerTubeShapes SHAPES = new PeerTubeShapes();
    private static final String VIDEOS = "/api/v1/videos";
    private static final String SEARCH = "/api/v1/search/videos";

    private static JsonNode page(String path, String schema) {
        HttpResponse<byte[]> answer = GATEWAY.get(path);
        JsonNode page = GatewayUnderTest.json(answer);
        assertThat(answer.statusCode()).as("%s", page).isEqualTo(200);
        assertThat(DESCRIPTION.faults(schema, page)).isEmpty();
        return page;
    }

    @Test
    void listsInPeerTubesShape() {
        JsonNode page = page(VIDEOS, "VideoPage");
        assertThat(SHAPES.faults("videos", page)).isEmpty();
        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(page.at("/data/0/uuid").asString()).isEqualTo(UpstreamFixture.PUBLIC.toString());
        assertThat(page.at("/data/0/comments").asInt()).isEqualTo(3);
        assertThat(UPSTREAM.asked.getLast())
                .isEqualTo(SearchVideosRequest.newBuilder()
                        .setFilter(VideoFilter.getDefaultInstance())
                        .setSort(VideoSort.VIDEO_SORT_PUBLISHED)
                        .setCount(15)
                        .build());
    }

    @Test
    void tellsHowMuchThereIs() {
        JsonNode stats = page("/api/v1/server/stats", "Stats");
        assertThat(stats.path("totalVideos").asInt()).isEqualTo(2);
        assertThat(stats.path("totalLocalVideos").asInt()).isEqualTo(2);
        assertThat(stats.path("totalLocalVideoChannels").asInt()).isEqualTo(1);
        assertThat(UPSTREAM.asked).anyMatch(asked -> asked.getFilter().getIsLocal());
    }

    @Test
    void showsWhereTheWordsAre() {
        JsonNode page = page(SEARCH + "?search=film&sort=-match", "FoundVideoList");
        assertThat(SHAPES.faults("videos", page)).isEmpty();
        assertThat(page.at("/data/0/highlight/name").asString()).isEqualTo("A <em>film</em>");
        assertThat(page.at("/data/0/highlight/description/0").asString()).isEqualTo("<em>Long</em> &amp; longer");
        assertThat(page.at("/data/0/captions/0/start").asInt()).isEqualTo(83);
        assertThat(page.at("/data/0/captions/0/text").asString()).isEqualTo("so <em>long</em> &amp; thanks");
        assertThat(page.at("/data/1/captions").isEmpty()).isTrue();
        assertThat(page.at("/data/1/highlight/name").isNull()).isTrue();
        assertThat(UPSTREAM.asked.getLast().getSort()).isEqualTo(VideoSort.VIDEO_SORT_MATCH);
    }

    @Test
    void passesOnEveryCondition() {
        page(
                SEARCH + "?search=caf%C3%A9+noir&categoryOneOf=15&categoryOneOf=1&licenceOneOf%5B%5D=7&languageOneOf=de"
                        + "&tagsOneOf%5B%5D=a%26b&tagsAllOf=c&tagsAllOf=d&nsfw=false&isLive=false&isLocal=true"
                        + "&host=Example.org&durationMin=5&durationMax=60&startDate=2026-01-01&searchTarget=local"
                        + "&endDate=2026-02-01T00:00:00%2B01:00&uuids=" + UpstreamFixture.PUBLIC
                        + "&start=10&count=5&skipCount=true&sort=duration",
                "FoundVideoList");
        SearchVideosRequest asked = UPSTREAM.asked.getLast();
        assertThat(asked.getSearch()).isEqualTo("café noir");
        assertThat(asked.getFilter().getCategoryOneOfList()).containsExactly(15, 1);
        assertThat(asked.getFilter().getTagsOneOfList()).containsExactly("a&b");
        assertThat(asked.getFilter().getTagsAllOfList()).containsExactly("c", "d");
        assertThat(asked.getFilter().hasNsfw() && !asked.getFilter().getNsfw()).isTrue();
        assertThat(asked.getFilter().hasIsLive() && asked.getFilter().getIsLocal())
                .isTrue();
        assertThat(asked.getFilter().getHost()).isEqualTo("example.org");
        assertThat(asked.getFilter().getPublishedFrom().getSeconds()).isEqualTo(1_767_225_600L);
        assertThat(asked.getFilter().getPublishedTo().getSeconds()).isEqualTo(1_769_900_400L);
        assertThat(asked.getFilter().getIdsList()).containsExactly(UpstreamFixture.PUBLIC.toString());
        assertThat(List.of(asked.getStart(), asked.getCount())).containsExactly(10, 5);
        assertThat(asked.getSkipCount() && asked.getAscending()).isTrue();
        assertThat(asked.getSort()).isEqualTo(VideoSort.VIDEO_SORT_DURATION);
    }

    @Test
    void ordersByComments() {
        page(VIDEOS + "?sort=-comments", "VideoPage");
        assertThat(UPSTREAM.asked.getLast().getSort()).isEqualTo(VideoSort.VIDEO_SORT_COMMENTS);
        assertThat(UPSTREAM.asked.getLast().getAscending()).isFalse();
        page(SEARCH + "?search=film&sort=comments", "FoundVideoList");
        assertThat(UPSTREAM.asked.getLast().getSort()).isEqualTo(VideoSort.VIDEO_SORT_COMMENTS);
        assertThat(UPSTREAM.asked.getLast().getAscending()).isTrue();
    }

    @Test
    void listsTheVideosOfAnAccountAndOfAChannel() {
        JsonNode page = page("/api/v1/accounts/alice@" + GATEWAY.host("main") + "/videos?sort=-views", "VideoPage");
        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(UPSTREAM.asked.getLast().getFilter().getAccountName()).isEqualTo("alice");
        assertThat(UPSTREAM.asked.getLast().getSort()).isEqualTo(VideoSort.VIDEO_SORT_VIEWS);
        page("/api/v1/video-channels/alice_channel/videos?search=film&tagsOneOf=a", "VideoPage");
        assertThat(UPSTREAM.asked.getLast().getFilter())
                .isEqualTo(VideoFilter.newBuilder()
                        .setChannelName("alice_channel")
                        .addTagsOneOf("a")
                        .build());
        assertThat(GATEWAY.get("/api/v1/accounts/" + UpstreamSearchGrpcService.NOBODY + "/videos")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsWhereAVideoOfAnotherServerIsFrom() {
        JsonNode video = page(SEARCH + "?search=" + UpstreamSearchGrpcService.FAR, "FoundVideoList")
                .at("/data/0");
        assertThat(video.path("isLocal").asBoolean(true)).isFalse();
        assertThat(video.path("url").asString()).isEqualTo(UpstreamFixture.FAR + "/videos/watch/1");
        assertThat(video.at("/channel/host").asString()).isEqualTo("far.example");
        assertThat(video.at("/channel/url").asString()).isEqualTo(UpstreamFixture.FAR + "/video-channels/films");
        assertThat(video.at("/account/url").asString()).isEqualTo(UpstreamFixture.FAR + "/accounts/frank");
    }

    @Test
    void listsTheVideosOfAnAccountOfAnotherServer() {
        page("/api/v1/accounts/frank@Far.Example/videos", "VideoPage");
        VideoFilter filter = UPSTREAM.asked.getLast().getFilter();
        assertThat(List.of(filter.getAccountName(), filter.getHost())).containsExactly("frank", "far.example");
        page("/api/v1/video-channels/films@far.example/videos", "VideoPage");
        filter = UPSTREAM.asked.getLast().getFilter();
        assertThat(List.of(filter.getChannelName(), filter.getHost())).containsExactly("films", "far.example");
    }

    @Test
    void asksForWhatIsHiddenAsTheCaller() {
        for (String list : List.of(
                VIDEOS, SEARCH, "/api/v1/accounts/alice/videos", "/api/v1/video-channels/alice_channel/videos")) {
            String path = list + "?privacyOneOf=3&privacyOneOf%5B%5D=2&include=1";
            HttpResponse<byte[]> refused = GATEWAY.get(path);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(DESCRIPTION.faults("Problem", GatewayUnderTest.json(refused)))
                    .isEmpty();
            assertThat(GATEWAY.getAs("alice", path).statusCode()).isEqualTo(200);
            VideoFilter filter = UPSTREAM.asked.getLast().getFilter();
            assertThat(filter.getPrivacyOneOfList()).containsExactly(Privacy.PRIVACY_UNLISTED, Privacy.PRIVACY_PRIVATE);
            assertThat(filter.getInclude()).isEqualTo(1);
        }
    }

    @Test
    void pagesByCursorToTheEnd() {
        String next = page(VIDEOS + "?count=2", "VideoPage").path("nextCursor").asString();
        JsonNode last = page(VIDEOS + "?count=2&cursor=" + next, "VideoPage");
        assertThat(last.path("nextCursor").isNull()).isTrue();
        assertWrong("cursor", GATEWAY.get(VIDEOS + "?cursor=other"));
    }

    @Test
    void countsOnlyWhenAsked() {
        assertThat(page(VIDEOS + "?skipCount=true", "VideoPage").has("total")).isFalse();
        JsonNode total = page(VIDEOS + "?count=0", "VideoPage");
        assertThat(total.path("total").asInt()).isEqualTo(2);
        assertThat(total.path("data").isEmpty()).isTrue();
        assertThat(total.path("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=-id",
                "nsfw=2",
                "start=-1",
                "count=101",
                "uuids[]=x",
                "searchTarget=search-index",
                "tagsOneOf=%00",
                "startDate=now",
                "host=a%20b",
                "durationMin=1e3",
                "isLive=true&isLive=true"
            })
    void namesTheFieldThatIsWrong(String query) {
        String field = query.replaceAll("(\\[])?=.*", "");
        assertWrong(field, GATEWAY.get(VIDEOS + "?" + query.replace("[]", "%5B%5D")));
        assertWrong(field, GATEWAY.get(SEARCH + "?" + query.replace("[]", "%5B%5D")));
    }

    private static void assertWrong(String field, HttpResponse<byte[]> answer) {
        JsonNode problem = GatewayUnderTest.json(answer);
        assertThat(answer.statusCode()).as("%s", problem).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(DESCRIPTION.faults("Problem", problem)).isEmpty();
        assertThat(problem.path("detail").asString()).startsWith(field + ": ");
    }

    /** Java's own client refuses to send such addresses. */
    @ParameterizedTest
    @ValueSource(strings = {"start=%zz", "search=%", "search=%ff%fe", "=c", "search=%F0%9F"})
    void saysThatAQueryIsMalformed(String query) throws IOException {
        String host = GATEWAY.host("main");
        int port = Integer.parseInt(host.substring(host.indexOf(':') + 1));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + SEARCH + "?" + query + " HTTP/1.1\r\nHost: " + host
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("query: it cannot be read");
        }
    }

    @Test
    void anIndexThatIsAwayIsBackSoon() {
        for (String path : List.of(VIDEOS, SEARCH)) {
            HttpResponse<byte[]> answer = GATEWAY.get(path + "?search=" + UpstreamSearchGrpcService.AWAY);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(DESCRIPTION.faults("Problem", GatewayUnderTest.json(answer)))
                    .isEmpty();
        }
    }
}
