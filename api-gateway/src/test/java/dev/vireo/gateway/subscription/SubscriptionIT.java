package dev.vireo.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamSubscriptionGrpcService;
import dev.vireo.gateway.rest.ApiDescription;
import dev.vireo.kit.grpc.GrpcKeys;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class SubscriptionIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final UpstreamSubscriptionGrpcService UPSTREAM = GATEWAY.services.subscriptions;
    private static final ApiDescription DESCRIPTION = new ApiDescription();
    private static final String MINE = "/api/v1/users/me/subscriptions";
    private static final String TOKENS = "/api/v1/users/scoped-tokens";
    private static final String FEED =
            "/feeds/subscriptions.json?accountId=01930000-0000-7000-8000-0000000000aa&token=";
    private static final List<String> ONE = UPSTREAM.channels;

    @AfterEach
    void followOneChannel() {
        UPSTREAM.channels = ONE;
    }

    @Test
    void listsWhatIsFollowed() {
        JsonNode page = GatewayUnderTest.json(GATEWAY.getAs("alice", MINE + "?start=2&count=3&sort=createdAt"));
        assertThat(DESCRIPTION.faults("ChannelList", page)).isEmpty();
        assertThat(page.at("/data/0/name").asString()).isEqualTo("alice_channel");
        assertThat(UPSTREAM.pages.getLast().getAscending()).isTrue();
        assertThat(UPSTREAM.pages.getLast().getStart()).isEqualTo(2);
        GATEWAY.getAs("alice", MINE);
        assertThat(UPSTREAM.pages.getLast().getAscending()).isFalse();
        JsonNode one = GatewayUnderTest.json(GATEWAY.getAs("alice", MINE + "/alice_channel@" + GATEWAY.host("main")));
        assertThat(DESCRIPTION.faults("Channel", one)).isEmpty();
        assertThat(GATEWAY.getAs("alice", MINE + "/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void followsAndFollowsNoMore() {
        assertThat(post("alice", MINE, "{\"uri\":\"alice_channel@elsewhere.example\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(UPSTREAM.added.getLast()).isEqualTo("alice_channel@elsewhere.example");
        assertThat(post("alice", MINE, "{\"uri\":\"nobody\"}").statusCode()).isEqualTo(404);
        assertWrong("uri", post("alice", MINE, "{}"));
        assertThat(GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address(MINE + "/alice_channel"))
                                .header("Authorization", GATEWAY.bearer("alice"))
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(UPSTREAM.removed.getLast()).isEqualTo("alice_channel");
    }

    @Test
    void saysWhichAreFollowed() {
        JsonNode answer = GatewayUnderTest.json(
                GATEWAY.getAs("alice", MINE + "/exist?uris=nobody&uris%5B%5D=alice_channel@localhost"));
        assertThat(answer)
                .isEqualTo(tools.jackson.databind.json.JsonMapper.shared()
                        .readTree("{\"nobody\":false,\"alice_channel@localhost\":true}"));
        assertWrong("uris", GATEWAY.getAs("alice", MINE + "/exist"));
        assertWrong("uris", GATEWAY.getAs("alice", MINE + "/exist?uris=" + "&uris=a".repeat(101)));
    }

    @Test
    void listsTheVideosOfWhatIsFollowedAndOfNothingElse() {
        JsonNode page = GatewayUnderTest.json(GATEWAY.getAs("alice", MINE + "/videos?tagsOneOf=a&sort=-views"));
        assertThat(DESCRIPTION.faults("VideoPage", page)).isEmpty();
        assertThat(page.path("data")).hasSize(2);
        var asked = GATEWAY.services.search.asked.getLast();
        assertThat(asked.getFilter().getChannelIdOneOfList()).isEqualTo(ONE);
        assertThat(asked.getFilter().getTagsOneOfList()).containsExactly("a");

        UPSTREAM.channels = List.of();
        JsonNode nothing = GatewayUnderTest.json(GATEWAY.getAs("alice", MINE + "/videos"));
        assertThat(DESCRIPTION.faults("VideoPage", nothing)).isEmpty();
        assertThat(nothing.path("total").asInt()).isZero();
        assertThat(nothing.path("data")).isEmpty();
        assertWrong("sort", GATEWAY.getAs("alice", MINE + "/videos?sort=color"));
    }

    @Test
    void theFeedIsForReadersWithItsToken() {
        JsonNode tokens = GatewayUnderTest.json(GATEWAY.getAs("alice", TOKENS));
        assertThat(DESCRIPTION.faults("ScopedTokens", tokens)).isEmpty();
        GATEWAY.services.heard.clear();
        HttpResponse<byte[]> answer =
                GATEWAY.getAs("alice", FEED + tokens.path("feedToken").asString());
        assertThat(GatewayUnderTest.json(answer).path("items")).hasSize(2);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("private").contains("max-age=900"));
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("token=");
        assertThat(GATEWAY.services.heard)
                .isNotEmpty()
                .noneMatch(headers -> headers.containsKey(GrpcKeys.AUTHORIZATION));

        UPSTREAM.channels = List.of();
        assertThat(GatewayUnderTest.json(GATEWAY.get(FEED + UpstreamSubscriptionGrpcService.TOKEN))
                        .path("items"))
                .isEmpty();
        assertThat(GATEWAY.get(FEED + "wrong").statusCode()).isEqualTo(403);
        assertThat(GatewayUnderTest.json(post("alice", TOKENS, ""))
                        .path("feedToken")
                        .asString())
                .isEqualTo("another");
    }

    @ParameterizedTest
    @CsvSource({
        "accountId, /feeds/subscriptions.xml?token=right",
        "accountId, /feeds/subscriptions.xml?accountId=7&token=right",
        "token, /feeds/subscriptions.xml?accountId=01930000-0000-7000-8000-0000000000aa"
    })
    void theFeedNamesTheFieldThatIsWrong(String field, String path) {
        assertWrong(field, GATEWAY.get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {MINE, MINE + "/alice_channel", MINE + "/exist?uris=a", MINE + "/videos", TOKENS})
    void strangersFollowNothing(String path) {
        assertThat(GATEWAY.get(path).statusCode()).isEqualTo(401);
    }

    private static void assertWrong(String field, HttpResponse<byte[]> answer) {
        JsonNode problem = GatewayUnderTest.json(answer);
        assertThat(answer.statusCode()).as("%s", problem).isEqualTo(400);
        assertThat(problem.path("detail").asString()).startsWith(field + ": ");
    }

    private static HttpResponse<byte[]> post(String user, String path, String json) {
        return GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address(path))
                .header("Authorization", GATEWAY.bearer(user))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }
}
