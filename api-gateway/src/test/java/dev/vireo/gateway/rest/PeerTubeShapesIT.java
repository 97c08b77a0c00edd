package dev.vireo.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PeerTube's clients find each field where they look for it, of the type they expect. */
final class PeerTubeShapesIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final PeerTubeShapes SHAPES = new PeerTubeShapes();
    private static final String VIDEO = "/api/v1/videos/" + UpstreamFixture.PUBLIC;
    private static final String VIDEOS = "/api/v1/accounts/alice/videos";

    @Test
    void answersHaveTheFieldsOfPeerTubes() {
        Map<String, HttpResponse<byte[]>> answers = Map.of(
                "video", GATEWAY.get(VIDEO),
                "videos", GATEWAY.get(VIDEOS),
                "description", GATEWAY.get(VIDEO + "/description"),
                "account", GATEWAY.get("/api/v1/accounts/alice"),
                "channel", GATEWAY.get("/api/v1/video-channels/alice_channel"),
                "channels", GATEWAY.get("/api/v1/accounts/alice/video-channels"),
                "me", GATEWAY.getAs("alice", "/api/v1/users/me"),
                "oauth-client", GATEWAY.get("/api/v1/oauth-clients/local"),
                "tokens", token("alice-local"));
        List<String> faults = new ArrayList<>();
        answers.forEach((name, answer) -> {
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            faults.addAll(SHAPES.faults(name, GatewayUnderTest.json(answer)));
        });
        assertThat(faults).isEmpty();
        assertThat(SHAPES.names()).containsAll(answers.keySet()).hasSize(answers.size() + 1);
    }

    @Test
    void eachKindOfProblemHasTheFieldsOfPeerTubes() {
        List.of(
                        GATEWAY.get("/api/v1/videos/nothing"),
                        GATEWAY.get("/api/v1/nothing"),
                        GATEWAY.get("/api/v1/users/me"),
                        GATEWAY.get(VIDEO, "Authorization", "Bearer wrong"),
                        GATEWAY.get(VIDEOS + "?sort=id"),
                        token("wrong"))
                .forEach(answer -> {
                    assertThat(answer.statusCode()).isBetween(400, 499);
                    assertThat(SHAPES.faults("problem", GatewayUnderTest.json(answer)))
                            .isEmpty();
                });
    }

    @Test
    void theShapesAreThoseOfARealServer() throws IOException {
        Map<String, String> records = Map.of(
                "video", "rest-video.json",
                "videos", "rest-videos.json",
                "description", "rest-video-description.json",
                "account", "rest-account.json",
                "channel", "rest-channel.json");
        for (var one : records.entrySet()) {
            assertThat(SHAPES.faultsOfRecord(one.getKey(), one.getValue()))
                    .as(one.getKey())
                    .isEmpty();
        }
    }

    private static HttpResponse<byte[]> token(String password) {
        return GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address("/api/v1/users/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=vireo-web&username=alice&password=" + password)));
    }
}
