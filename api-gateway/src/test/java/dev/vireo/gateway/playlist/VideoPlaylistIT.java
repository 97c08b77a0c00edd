package dev.vireo.gateway.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.catalog.v1.AddElementRequest;
import dev.vireo.contracts.catalog.v1.CreatePlaylistRequest;
import dev.vireo.contracts.catalog.v1.DeletePlaylistRequest;
import dev.vireo.contracts.catalog.v1.FindVideosInOwnPlaylistsRequest;
import dev.vireo.contracts.catalog.v1.MoveElementsRequest;
import dev.vireo.contracts.catalog.v1.RemoveElementRequest;
import dev.vireo.contracts.catalog.v1.UpdateElementRequest;
import dev.vireo.contracts.catalog.v1.UpdatePlaylistRequest;
import dev.vireo.contracts.playlist.v1.PlaylistPrivacy;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.gateway.UpstreamPlaylistGrpcService;
import dev.vireo.gateway.rest.ApiDescription;
import dev.vireo.kit.ShortUuid;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class VideoPlaylistIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final String ROOT = "/api/v1/video-playlists";
    private static final String ONE = ROOT + "/" + UpstreamFixture.PLAYLIST;
    private static final String ELEMENT = ONE + "/videos/" + UpstreamPlaylistGrpcService.ELEMENT;
    private static final String EXIST = "/api/v1/users/me/video-playlists/videos-exist";
    private static final String FORM = "multipart/form-data; boundary=x";
    private static final ApiDescription DESCRIPTION = new ApiDescription();

    @Test
    void aPlaylistHasPeerTubesShape() {
        JsonNode found = GatewayUnderTest.json(GATEWAY.get(ONE));

        assertThat(DESCRIPTION.faults("PlaylistDetails", found)).isEmpty();
        assertThat(found.path("shortUUID").asString()).isEqualTo(ShortUuid.encode(UpstreamFixture.PLAYLIST));
        assertThat(found.path("displayName").asString()).isEqualTo("Summer");
        assertThat(found.at("/privacy/id").asInt()).isEqualTo(1);
        assertThat(found.at("/type/label").asString()).isEqualTo("Regular");
        assertThat(found.path("videosLength").asInt()).isEqualTo(4);
        assertThat(found.path("thumbnailPath").asString())
                .isEqualTo("/media/" + UpstreamFixture.PUBLIC + "/1/" + UpstreamFixture.PUBLIC + "-thumbnail.jpg");
        assertThat(found.at("/videoChannel/name").asString()).isEqualTo("alice_channel");
        assertThat(found.path("mayEdit").asBoolean()).isFalse();
        assertThat(GatewayUnderTest.json(GATEWAY.getAs("alice", ONE))
                        .path("mayEdit")
                        .asBoolean())
                .isTrue();
        assertThat(GATEWAY.get(ROOT + "/" + UpstreamFixture.PUBLIC).statusCode())
                .isEqualTo(404);
        JsonNode privacies = GatewayUnderTest.json(GATEWAY.get(ROOT + "/privacies"));
        assertThat(privacies.toString()).isEqualTo("{\"1\":\"Public\",\"2\":\"Unlisted\",\"3\":\"Private\"}");
    }

    @Test
    void hiddenVideosHaveAPlaceAndNothingElse() {
        JsonNode page = GatewayUnderTest.json(GATEWAY.get(ONE + "/videos?start=0&count=10"));

        assertThat(DESCRIPTION.faults("PlaylistElementList", page)).isEmpty();
        assertThat(page.path("total").asInt()).isEqualTo(4);
        assertThat(page.at("/data/0/video/uuid").asString()).isEqualTo(UpstreamFixture.PUBLIC.toString());
        assertThat(page.at("/data/0/startTimestamp").asInt()).isEqualTo(3);
        assertThat(page.at("/data/0/stopTimestamp").isNull()).isTrue();
        assertThat(page.path("data")
                        .valueStream()
                        .map(element -> element.path("type").asInt()))
                .containsExactly(0, 2, 1, 3);
        assertThat(page.path("data").valueStream().skip(1))
                .allMatch(element -> element.path("video").isNull());
    }

    @Test
    void oneIsMadeOfWhatPeerTubesFormsSend() {
        HttpResponse<byte[]> made =
                send("alice", "POST", ROOT, "multipart/form-data; boundary=x", """
                --x\r
                Content-Disposition: form-data; name="displayName"\r
                \r
                Winter\r
                --x\r
                Content-Disposition: form-data; name="privacy"\r
                \r
                1\r
                --x\r
                Content-Disposition: form-data; name="description"\r
                \r
                null\r
                --x\r
                Content-Disposition: form-data; name="videoChannelId"\r
                \r
                %s\r
                --x--\r
                """.formatted(UpstreamFixture.PUBLIC));

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(DESCRIPTION.faults("PlaylistCreated", GatewayUnderTest.json(made)))
                .isEmpty();
        assertThat(GATEWAY.services.playlists.heard.getLast())
                .isEqualTo(CreatePlaylistRequest.newBuilder()
                        .setDisplayName("Winter")
                        .setPrivacy(PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC)
                        .setChannelId(UpstreamFixture.PUBLIC.toString())
                        .build());
        assertProblem(send("alice", "POST", ROOT, "application/json", "{\"privacy\":4}"), 400, "privacy");
        assertProblem(send("", "POST", ROOT, "application/json", "{}"), 401, "");
        assertProblem(send("alice", "POST", ROOT, "text/plain", "x"), 415, "");
    }

    @Test
    void thePictureThatPeerTubesFormsMayHaveIsTakenAndNotKept() {
        for (int size : List.of(0, 1_000_000)) {
            assertThat(send("alice", "POST", ROOT, FORM, form("Pictured", size)).statusCode())
                    .isEqualTo(200);
            assertThat(GATEWAY.services.playlists.heard.getLast())
                    .isEqualTo(CreatePlaylistRequest.newBuilder()
                            .setDisplayName("Pictured")
                            .build());
        }
        assertThat(send("alice", "PUT", ONE, FORM, form("Pictured", 10)).statusCode())
                .isEqualTo(204);
        assertProblem(send("alice", "POST", ROOT, FORM, form("Pictured", 5_000_000)), 413, "");
        assertProblem(send("alice", "POST", ROOT, FORM, form("x".repeat(300_000), 10)), 413, "");
        assertProblem(
                send("alice", "POST", ROOT, FORM, form("Pictured", 10).replace("thumbnailfile", "another")),
                400,
                "another");
    }

    private static String form(String name, int picture) {
        return """
                --x\r
                Content-Disposition: form-data; name="displayName"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="thumbnailfile"; filename="p.jpg"\r
                Content-Type: image/jpeg\r
                \r
                %s\r
                --x--\r
                """.formatted(name, "p".repeat(picture));
    }

    @Test
    void aCallerMakesSoManyChangesInAMinute() {
        GatewayUnderTest strict = new GatewayUnderTest(Map.of("vireo.gateway.web.changes-per-minute", "2"));
        try {
            Function<String, Integer> remove = path -> strict.send(HttpRequest.newBuilder(strict.address(path))
                            .DELETE()
                            .header("Authorization", strict.bearer("alice")))
                    .statusCode();
            assertThat(remove.apply(ELEMENT)).isEqualTo(204);
            assertThat(remove.apply(ONE)).isEqualTo(204);
            assertThat(remove.apply(ELEMENT)).isEqualTo(429);
            assertThat(remove.apply(ROOT + "/%76" + "x")).isEqualTo(429);
            assertThat(strict.getAs("alice", ONE).statusCode()).isEqualTo(200);
        } finally {
            strict.context().close();
        }
    }

    @Test
    void aChangeCarriesTheRevisionThatWasSeen() {
        HttpRequest.Builder request = HttpRequest.newBuilder(GATEWAY.address(ONE))
                .header("If-Match", "\"5\"")
                .header("Content-Type", "application/json")
                .header("Authorization", GATEWAY.bearer("alice"))
                .PUT(BodyPublishers.ofString("{\"videoChannelId\":null,\"privacy\":3}"));

        assertThat(GATEWAY.send(request).statusCode()).isEqualTo(204);
        assertThat(GATEWAY.services.playlists.heard.getLast())
                .isEqualTo(UpdatePlaylistRequest.newBuilder()
                        .setId(UpstreamFixture.PLAYLIST.toString())
                        .setRevision(5)
                        .setPrivacy(PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE)
                        .setChannelId("")
                        .build());
        assertThat(send("alice", "DELETE", ONE, "", "").statusCode()).isEqualTo(204);
        assertThat(GATEWAY.services.playlists.heard.getLast()).isInstanceOf(DeletePlaylistRequest.class);
        assertProblem(send("", "DELETE", ONE, "", ""), 401, "");
    }

    @Test
    void elementsAreAddedChangedMovedAndRemoved() {
        String video = UpstreamFixture.PUBLIC.toString();
        HttpResponse<byte[]> added =
                json("POST", ONE + "/videos", "{\"videoId\":\"" + video + "\",\"stopTimestamp\":9}");
        assertThat(DESCRIPTION.faults("PlaylistElementCreated", GatewayUnderTest.json(added)))
                .isEmpty();
        assertThat(GATEWAY.services.playlists.heard.getLast())
                .isEqualTo(AddElementRequest.newBuilder()
                        .setPlaylistId(UpstreamFixture.PLAYLIST.toString())
                        .setVideoId(video)
                        .setStopSeconds(9)
                        .build());

        assertThat(json("PUT", ELEMENT, "{\"startTimestamp\":4,\"stopTimestamp\":null}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(GATEWAY.services.playlists.heard.getLast())
                .isEqualTo(UpdateElementRequest.newBuilder()
                        .setPlaylistId(UpstreamFixture.PLAYLIST.toString())
                        .setElementId(UpstreamPlaylistGrpcService.ELEMENT)
                        .setStartSeconds(4)
                        .setStopSeconds(-1)
                        .build());

        assertThat(json("POST", ONE + "/videos/reorder", "{\"startPosition\":2,\"insertAfterPosition\":0}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(GATEWAY.services.playlists.heard.getLast())
                .isEqualTo(MoveElementsRequest.newBuilder()
                        .setPlaylistId(UpstreamFixture.PLAYLIST.toString())
                        .setStartPosition(2)
                        .setCount(1)
                        .build());

        assertThat(json("DELETE", ELEMENT, "").statusCode()).isEqualTo(204);
        assertThat(GATEWAY.services.playlists.heard.getLast()).isInstanceOf(RemoveElementRequest.class);
    }

    @Test
    void badFieldsAreNamed() {
        for (String reorder :
                List.of("{}", "{\"startPosition\":0,\"insertAfterPosition\":1}", "{\"startPosition\":\"x\"}")) {
            assertProblem(json("POST", ONE + "/videos/reorder", reorder), 400, "startPosition");
        }
        assertProblem(
                json("POST", ONE + "/videos/reorder", "{\"startPosition\":1,\"insertAfterPosition\":-1}"),
                400,
                "insertAfterPosition");
        assertProblem(json("POST", ONE + "/videos", "{}"), 400, "videoId");
        assertProblem(
                json("POST", ONE + "/videos", "{\"videoId\":\"x\",\"startTimestamp\":-1}"), 400, "startTimestamp");
        assertProblem(json("PUT", ELEMENT, "{\"stopTimestamp\":\"soon\"}"), 400, "stopTimestamp");
        assertProblem(GATEWAY.get(ONE + "/videos?count=101"), 400, "count");
        assertProblem(GATEWAY.getAs("alice", EXIST + "?videoIds=x"), 400, "videoIds");
    }

    @Test
    void tellsWhereVideosAre() {
        JsonNode places = GatewayUnderTest.json(GATEWAY.getAs(
                "alice",
                EXIST + "?videoIds=" + ShortUuid.encode(UpstreamFixture.PUBLIC) + "&videoIds="
                        + UpstreamFixture.PRIVATE));

        assertThat(DESCRIPTION.faults("PlaylistPlaces", places)).isEmpty();
        assertThat(places.at("/" + UpstreamFixture.PUBLIC + "/0/playlistDisplayName")
                        .asString())
                .isEqualTo("Summer");
        assertThat(places.at("/" + UpstreamFixture.PRIVATE).isEmpty()).isTrue();
        assertThat(GATEWAY.get(EXIST).statusCode()).isEqualTo(401);
        int before = GATEWAY.services.playlists.heard.size();
        String many = IntStream.range(0, 23)
                .mapToObj(number -> "videoIds=" + new UUID(1, number))
                .collect(Collectors.joining("&"));
        JsonNode none = GatewayUnderTest.json(GATEWAY.getAs("alice", EXIST + "?" + many));
        assertThat(none.size()).isGreaterThanOrEqualTo(23);
        assertThat(GATEWAY.services.playlists.heard.stream().skip(before))
                .extracting(request -> ((FindVideosInOwnPlaylistsRequest) request).getVideoIdsCount())
                .containsExactly(10, 10, 3);
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String word) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(GatewayUnderTest.json(answer).path("detail").asString()).contains(word);
    }

    private static HttpResponse<byte[]> json(String method, String path, String body) {
        return send("alice", method, path, "application/json", body);
    }

    private static HttpResponse<byte[]> send(String user, String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(GATEWAY.address(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return GATEWAY.send(user.isEmpty() ? request : request.header("Authorization", GATEWAY.bearer(user)));
    }
}
