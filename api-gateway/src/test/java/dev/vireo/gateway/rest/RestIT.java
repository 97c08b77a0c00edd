package dev.vireo.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.kit.ShortUuid;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

final class RestIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final ApiDescription DESCRIPTION = new ApiDescription();
    private static final String VIDEO = "/api/v1/videos/" + UpstreamFixture.PUBLIC;

    @Test
    void describesExactlyItsRoutes() {
        TreeSet<String> routes = new TreeSet<>();
        GATEWAY.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/") || pattern.startsWith("/feeds/"))
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + pattern))));
        Set<String> described = DESCRIPTION.operations();
        described.removeIf(operation -> operation.contains("/api/v1/uploads"));
        assertThat(routes).isEqualTo(described);
        assertThat(GATEWAY.get("/api/v1/openapi.json").statusCode()).isEqualTo(200);
    }

    @Test
    void answersAreAsDescribed() {
        Map<String, String> open = Map.of(
                "/api/v1/config",
                "Config",
                "/api/v1/oauth-clients/local",
                "OAuthClient",
                VIDEO,
                "VideoDetails",
                "/api/v1/videos/" + UpstreamFixture.GROWING,
                "VideoDetails",
                "/api/v1/videos/" + ShortUuid.encode(UpstreamFixture.FAILED),
                "VideoDetails",
                VIDEO + "/description",
                "Description",
                "/api/v1/accounts/alice",
                "Account",
                "/api/v1/accounts/alice@" + GATEWAY.host("main") + "/videos?start=0&count=2",
                "VideoPage",
                "/api/v1/accounts/alice/video-channels",
                "ChannelList",
                "/api/v1/video-channels/alice_channel/videos?sort=-publishedAt",
                "VideoPage");
        open.forEach((path, schema) -> assertDescribed(GATEWAY.get(path), path, schema));
        assertDescribed(GATEWAY.get("/api/v1/video-channels"), "channels", "ChannelList");
        assertDescribed(GATEWAY.get("/api/v1/video-channels/alice_channel"), "channel", "Channel");
        assertDescribed(GATEWAY.getAs("alice", "/api/v1/users/me"), "me", "Me");
        assertDescribed(GATEWAY.getAs("alice", "/api/v1/users/me/videos"), "own", "VideoList");
        assertDescribed(GATEWAY.getAs("alice", "/api/v1/videos/" + UpstreamFixture.PRIVATE), "private", "VideoDetails");
    }

    @Test
    void tellsPeerTubesConstants() {
        assertThat(label("categories", "15")).isEqualTo("Science & Technology");
        assertThat(label("licences", "7")).isEqualTo("Public Domain Dedication");
        assertThat(label("languages", "de")).isEqualTo("German");
        assertThat(label("privacies", "4")).isEqualTo("Internal");
    }

    private static String label(String kind, String id) {
        HttpResponse<byte[]> answer = GATEWAY.get("/api/v1/videos/" + kind);
        assertDescribed(answer, kind, "Labels");
        return GatewayUnderTest.json(answer).path(id).asString();
    }

    private static void assertDescribed(HttpResponse<byte[]> answer, String what, String schema) {
        assertThat(answer.statusCode()).as(what).isEqualTo(200);
        assertThat(DESCRIPTION.faults(schema, GatewayUnderTest.json(answer)))
                .as(what)
                .isEmpty();
    }

    @Test
    void problemsAreAsDescribed() {
        assertProblem(GATEWAY.get("/api/v1/videos/" + UpstreamFixture.PRIVATE), 404, "not_found");
        assertProblem(GATEWAY.get("/api/v1/videos/nothing"), 404, "not_found");
        assertProblem(GATEWAY.get("/api/v1/nothing"), 404, "not_found");
        assertProblem(GATEWAY.get(VIDEO, "Host", "elsewhere.example"), 404, "unknown_host");
        assertProblem(GATEWAY.get(VIDEO, "Authorization", "Bearer wrong"), 401, "invalid_token");
        assertProblem(GATEWAY.get("/api/v1/users/me"), 401, "unauthenticated");
        assertProblem(GATEWAY.get("/api/v1/accounts/alice@elsewhere.example"), 404, "not_found");
        assertProblem(GATEWAY.get("/api/v1/accounts/alice/videos?start=-1"), 400, "invalid_argument");
        assertProblem(GATEWAY.get("/api/v1/accounts/alice/videos?count=101"), 400, "invalid_argument");
        assertProblem(GATEWAY.get("/api/v1/accounts/alice/videos?sort=id"), 400, "invalid_argument");
        assertProblem(put("application/json", "{", "alice"), 400, "invalid_argument");
        assertProblem(put("text/plain", "name=x", "alice"), 415, "unsupported_media_type");
        assertProblem(put("application/json", "{\"revision\": 6}", "alice"), 409, "conflict");
        assertProblem(put("application/json", "{\"privacy\": 9}", "alice"), 400, "invalid_argument");
        assertThat(GatewayUnderTest.json(GATEWAY.get("/api/v1/accounts/alice/videos?start=x"))
                        .path("detail")
                        .asString())
                .startsWith("start: ");
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
        JsonNode problem = GatewayUnderTest.json(answer);
        assertThat(problem.path("code").asString()).as("%s", problem).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(DESCRIPTION.faults("Problem", problem)).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void signsInAndRenewsAsPeerTubeDoes() {
        JsonNode tokens = GatewayUnderTest.json(
                token("grant_type=password&client_id=vireo-web&username=alice&password=alice-local"));
        assertThat(DESCRIPTION.faults("Tokens", tokens)).isEmpty();
        assertThat(tokens.path("refresh_token_expires_in").asInt()).isPositive();
        String refresh = tokens.path("refresh_token").asString();
        JsonNode renewed =
                GatewayUnderTest.json(token("grant_type=refresh_token&client_id=vireo-web&refresh_token=" + refresh));
        assertThat(DESCRIPTION.faults("Tokens", renewed)).isEmpty();
        String access = renewed.path("access_token").asString();
        assertThat(GATEWAY.get("/api/v1/users/me", "Authorization", "Bearer " + access)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> revoked =
                GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address("/api/v1/users/revoke-token"))
                        .header("Authorization", "Bearer " + access)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "refresh_token=" + renewed.path("refresh_token").asString())));
        assertThat(revoked.statusCode()).isEqualTo(200);
        assertProblem(
                token("grant_type=refresh_token&client_id=vireo-web&refresh_token="
                        + renewed.path("refresh_token").asString()),
                400,
                "invalid_grant");
    }

    @Test
    void refusesSignInsAsPeerTubeDoes() {
        assertProblem(
                token("grant_type=password&client_id=vireo-web&username=alice&password=wrong"), 400, "invalid_grant");
        assertProblem(
                token("grant_type=password&client_id=other&username=alice&password=alice-local"),
                400,
                "invalid_client");
        assertProblem(token("grant_type=client_credentials&client_id=vireo-web"), 400, "unsupported_grant_type");
        assertProblem(token("grant_type=password&client_id=vireo-web&username=alice"), 400, "invalid_argument");
    }

    private static HttpResponse<byte[]> token(String form) {
        return GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address("/api/v1/users/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    @Test
    void takesChangesInEachOfPeerTubesForms() {
        List<UpdateVideoRequest> changes = new ArrayList<>();
        String multipart = """
                --b
                Content-Disposition: form-data; name="name"

                Änderung
                --b
                Content-Disposition: form-data; name="tags[0]"

                eins
                --b
                Content-Disposition: form-data; name="tags[1]"

                zwei
                --b
                Content-Disposition: form-data; name="privacy"

                3
                --b--
                """.replace("\n", "\r\n");
        String form = "name=%C3%84nderung&tags[]=eins&tags[]=zwei&privacy=3";
        String json = "{\"name\": \"Änderung\", \"tags\": [\"eins\", \"zwei\"], \"privacy\": 3}";
        Map.of(
                        "multipart/form-data; boundary=b", multipart,
                        "application/x-www-form-urlencoded", form,
                        "application/json", json)
                .forEach((type, body) -> {
                    GATEWAY.services.changes.clear();
                    assertThat(put(type, body, "alice").statusCode()).as(type).isEqualTo(204);
                    changes.add(GATEWAY.services.changes.remove());
                });
        assertThat(changes).hasSize(3).allMatch(changes.getFirst()::equals);
        assertThat(changes.getFirst().getName()).isEqualTo("Änderung");
        assertThat(changes.getFirst().getTags().getTagsList()).containsExactly("eins", "zwei");
        assertThat(changes.getFirst().hasDescription()).isFalse();
    }

    @Test
    void anEtagGuardsAChange() {
        String etag = GATEWAY.get(VIDEO).headers().firstValue("ETag").orElseThrow();
        assertThat(etag).as("revision, views and comments").isEqualTo("\"7-41-3\"");
        assertThat(putIfMatch(etag).statusCode()).isEqualTo(204);
        assertThat(putIfMatch("\"7-40\"").statusCode())
                .as("watched meanwhile, but not changed")
                .isEqualTo(204);
        assertThat(putIfMatch("\"6-41\"").statusCode()).isEqualTo(409);
    }

    @Test
    void manyVisitorsAskOnce() {
        GATEWAY.get("/api/v1/videos/" + UpstreamFixture.FAILED);
        int before = GATEWAY.services.videoQuestions.get();
        long end = System.nanoTime() + 100_000_000;
        int asked = 0;
        while (System.nanoTime() < end) {
            GATEWAY.get("/api/v1/videos/" + UpstreamFixture.FAILED);
            asked++;
        }
        assertThat(GATEWAY.services.videoQuestions.get() - before).isLessThanOrEqualTo(1);
        assertThat(asked).isPositive();
    }

    @Test
    void tellsProgressAsEvents() {
        HttpResponse<byte[]> answer = GATEWAY.getAs("alice", VIDEO + "/progress");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
        String[] events = new String(answer.body(), StandardCharsets.UTF_8).split("\n\n", -1);
        assertThat(events).hasSize(4);
        JsonNode last = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(events[2].substring("event: progress\ndata: ".length()));
        assertThat(DESCRIPTION.faults("Progress", last)).isEmpty();
        assertThat(last.path("stage").asString()).isEqualTo("completed");
        assertProblem(GATEWAY.getAs("alice", "/api/v1/videos/" + "1".repeat(22) + "/progress"), 404, "not_found");
        assertProblem(GATEWAY.get(VIDEO + "/progress"), 401, "unauthenticated");
    }

    @Test
    void encodesAgainOnlyWhatFailed() {
        assertThat(send("POST", "/api/v1/videos/" + UpstreamFixture.FAILED + "/transcoding")
                        .statusCode())
                .isEqualTo(204);
        assertProblem(send("POST", VIDEO + "/transcoding"), 409, "failed_precondition");
        assertThat(send("DELETE", VIDEO).statusCode()).isEqualTo(204);
    }

    @Test
    void makesAndChangesChannels() {
        HttpResponse<byte[]> made = GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address("/api/v1/video-channels"))
                .header("Authorization", GATEWAY.bearer("alice"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"second\",\"displayName\":\"Second\"}")));
        assertDescribed(made, "new channel", "ChannelCreated");
        assertThat(send("DELETE", "/api/v1/video-channels/second").statusCode()).isEqualTo(204);
    }

    private static HttpResponse<byte[]> send(String method, String path) {
        return GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address(path))
                .header("Authorization", GATEWAY.bearer("alice"))
                .method(method, BodyPublishers.noBody()));
    }

    private static HttpResponse<byte[]> put(String type, String body, String user) {
        return GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address(VIDEO))
                .header("Authorization", GATEWAY.bearer(user))
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<byte[]> putIfMatch(String etag) {
        return GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address(VIDEO))
                .header("Authorization", GATEWAY.bearer("alice"))
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString("{\"name\":\"Again\"}")));
    }
}
