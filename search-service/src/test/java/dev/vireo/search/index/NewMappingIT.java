package dev.vireo.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.search.Eventually;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.RealServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A version with another mapping begins an index of its own, with the oldest event. */
final class NewMappingIT {
    @Test
    void whatWasToldBeforeIsFoundInTheNewIndexAndNothingOfTheOldOne() throws Exception {
        String prefix = "t" + UUID.randomUUID().toString().substring(0, 8);
        send("PUT", "/" + prefix + "-video-old", "{\"aliases\":{\"" + prefix + "-video\":{}}}");
        send("PUT", "/" + prefix + "-video-old/_doc/1?refresh=true", "{\"instance\":\"main\",\"listed\":true}");
        try (TestVideos videos = new TestVideos()) {
            Video before = videos.tell(TestVideos.video("Told before"));
            try (RunningSearchService service = RunningSearchService.start(Map.of("vireo.index.prefix", prefix))) {
                var asked = SearchVideosRequest.newBuilder()
                        .setFilter(VideoFilter.newBuilder().addIds(before.getId()))
                        .build();
                Eventually.holds(
                        "it is found",
                        () -> service.at("main").searchVideos(asked).getTotal() == 1);
            }
        }
        assertThat(send("GET", "/_alias/" + prefix + "-video", ""))
                .contains(prefix + "-video-")
                .doesNotContain(prefix + "-video-old");
    }

    private static String send(String method, String path, String body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(
                                    URI.create(RealServers.elasticsearch().address() + path))
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
            return answer.body();
        }
    }
}
