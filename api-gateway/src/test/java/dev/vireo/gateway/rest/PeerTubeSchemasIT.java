package dev.vireo.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.dialect.Dialects;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers are as the gateway's own description says, and as PeerTube's does where that is at hand, but for what is
 * deliberately another way.
 */
final class PeerTubeSchemasIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final Path PEERTUBE = Path.of(System.getProperty(
            "peertube.openapi", System.getProperty("house.directory", "..") + "/../shared/peertube/openapi.yaml"));
    private static final String OURS = "openapi.json";

    /** A deliberate difference: where, and which keyword of the schema does not hold. */
    private record Difference(String place, String keyword) {
        boolean covers(OpenApiSchemas.Fault fault) {
            return fault.keyword().equals(keyword) && fault.place().matches(place);
        }
    }

    @Test
    void answersAreAsOurDescriptionSays() throws IOException {
        OpenApiSchemas ours = new OpenApiSchemas(
                Dialects.getOpenApi31(), OURS, new ClassPathResource(OURS).getContentAsString(StandardCharsets.UTF_8));
        answers()
                .forEach((path, answer) -> assertThat(ours.faults(OpenApiSchemas.answer(path, "get"), answer))
                        .as(path)
                        .isEmpty());
    }

    @Test
    void theWordsThatWereHeardAreDescribed() {
        JsonNode found = GatewayUnderTest.json(GATEWAY.get("/api/v1/search/videos?search=film"));
        assertThat(found.at("/data/0/captions")).hasSize(1);
        ApiDescription description = new ApiDescription();
        assertThat(description.faults("FoundVideoList", found)).isEmpty();
        ((ObjectNode) found.at("/data/0/captions/0")).put("start", "soon").put("end", 84);
        assertThat(description.faults("FoundVideoList", found)).hasSize(2);
    }

    @Test
    void answersAreAsPeerTubesDescriptionSays() throws IOException {
        if (!Files.exists(PEERTUBE)) {
            return;
        }
        OpenApiSchemas theirs = new OpenApiSchemas(Dialects.getOpenApi30(), "openapi.yaml", Files.readString(PEERTUBE));
        List<Difference> differences = differences();
        Set<Difference> met = new HashSet<>();
        List<String> faults = new ArrayList<>();
        answers()
                .forEach((path, answer) -> theirs.faults(OpenApiSchemas.answer(theirs(path), "get"), answer)
                        .forEach(fault -> {
                            List<Difference> known = differences.stream()
                                    .filter(difference -> difference.covers(fault))
                                    .toList();
                            met.addAll(known);
                            if (known.isEmpty()) {
                                faults.add(path + " " + fault);
                            }
                        }));
        assertThat(faults).isEmpty();
        assertThat(met).as("differences that there are").containsExactlyInAnyOrderElementsOf(differences);
    }

    /** They call what is between braces by other names. */
    private static String theirs(String path) {
        return path.replace("subscriptions/{handle}", "subscriptions/{subscriptionHandle}")
                .replace("{handle}", "{channelHandle}");
    }

    private static Map<String, JsonNode> answers() {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        Map<String, String> open = Map.ofEntries(
                Map.entry("/api/v1/oauth-clients/local", "/api/v1/oauth-clients/local"),
                Map.entry("/api/v1/videos", "/api/v1/videos"),
                Map.entry("/api/v1/videos/{id}", "/api/v1/videos/" + UpstreamFixture.PUBLIC),
                Map.entry("/api/v1/videos/{id}/captions", "/api/v1/videos/" + UpstreamFixture.PUBLIC + "/captions"),
                Map.entry(
                        "/api/v1/video-playlists/{playlistId}", "/api/v1/video-playlists/" + UpstreamFixture.PLAYLIST),
                Map.entry(
                        "/api/v1/video-playlists/{playlistId}/videos",
                        "/api/v1/video-playlists/" + UpstreamFixture.PLAYLIST + "/videos"),
                Map.entry("/api/v1/video-playlists", "/api/v1/video-playlists"),
                Map.entry("/api/v1/search/video-playlists", "/api/v1/search/video-playlists?search=summer"),
                Map.entry("/api/v1/accounts/{name}/video-playlists", "/api/v1/accounts/alice/video-playlists"),
                Map.entry(
                        "/api/v1/video-channels/{handle}/video-playlists",
                        "/api/v1/video-channels/alice_channel/video-playlists"),
                Map.entry("/api/v1/search/videos", "/api/v1/search/videos?search=film"),
                Map.entry("/api/v1/search/video-channels", "/api/v1/search/video-channels?search=film"),
                Map.entry("/api/v1/accounts", "/api/v1/accounts"),
                Map.entry("/api/v1/accounts/{name}", "/api/v1/accounts/alice"),
                Map.entry("/api/v1/accounts/{name}/videos", "/api/v1/accounts/alice/videos"),
                Map.entry("/api/v1/accounts/{name}/video-channels", "/api/v1/accounts/alice/video-channels"),
                Map.entry("/api/v1/video-channels", "/api/v1/video-channels"),
                Map.entry("/api/v1/video-channels/{handle}", "/api/v1/video-channels/alice_channel"),
                Map.entry("/api/v1/video-channels/{handle}/videos", "/api/v1/video-channels/alice_channel/videos"));
        open.forEach((path, address) -> answers.put(path, read(path, GATEWAY.get(address))));
        for (String own : List.of("", "/exist?uris=alice_channel", "/videos", "/alice_channel")) {
            String path = "/api/v1/users/me/subscriptions" + own;
            answers.put(
                    path.split("\\?", 2)[0].replace("alice_channel", "{handle}"),
                    read(path, GATEWAY.getAs("alice", path)));
        }
        answers.put("/api/v1/users/me/videos", read("own", GATEWAY.getAs("alice", "/api/v1/users/me/videos")));
        String places = "/api/v1/users/me/video-playlists/videos-exist";
        answers.put(places, read(places, GATEWAY.getAs("alice", places + "?videoIds=" + UpstreamFixture.PUBLIC)));
        return answers;
    }

    private static JsonNode read(String path, HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return GatewayUnderTest.json(answer);
    }

    /** Lines of a regular expression for the place, the keyword and the reason. */
    private static List<Difference> differences() throws IOException {
        return new ClassPathResource("peertube-schema-differences.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 3))
                .map(words -> new Difference(words[0], words[1]))
                .toList();
    }
}
