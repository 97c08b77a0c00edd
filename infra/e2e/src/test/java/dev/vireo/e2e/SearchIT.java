package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.search.v1.SearchServiceGrpc;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.local.Platform;
import dev.vireo.local.PortName;
import dev.vireo.testkit.Eventually;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A video is found when it is published, under its present name, and no more when it is hidden or deleted. */
final class SearchIT {
    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final Clips clips = new Clips(platform.ffmpeg());
    private final Person alice = Person.signedIn(main, "alice");
    private final Person anybody = Person.anonymousAt(main);

    @Test
    void aVideoIsFoundAsLongAsEverybodyMaySeeIt() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        String id = Videos.untilPublished(
                        alice,
                        TusUploads.upload(
                                alice,
                                clips.testPicture(320, 180, 30, 3),
                                Map.of("filename", "s.mp4", "name", "Otters " + word)))
                .get("uuid")
                .asString();
        until("found after publication", word, List.of(id));
        assertThat(foundByGrpc(word)).containsExactly(id);
        assertThat(found(Person.anonymousAt(URI.create("http://second.localhost:" + main.getPort())), word))
                .isEmpty();
        assertThat(anybody.get("/api/v1/videos?count=100").expect(200).text()).contains(id);

        String other = word + "x";
        alice.put("/api/v1/videos/" + id, "{\"name\":\"Badgers " + other + "\"}")
                .expect(204);
        until("found under its new name", other, List.of(id));

        alice.put("/api/v1/videos/" + id, "{\"privacy\":3}").expect(204);
        until("hidden", other, List.of());
        assertThat(found(alice, other)).as("a list of what everybody may see").isEmpty();
        assertThat(anybody.get("/api/v1/videos?count=100").expect(200).text()).doesNotContain(id);

        alice.put("/api/v1/videos/" + id, "{\"privacy\":1}").expect(204);
        until("found again", other, List.of(id));
        alice.delete("/api/v1/videos/" + id).expect(204);
        until("gone", other, List.of());
    }

    /** Says how long it took: a figure, not a condition. */
    private void until(String what, String word, List<String> ids) {
        Instant begin = Instant.now();
        Eventually.until(what, () -> found(anybody, word), ids::equals);
        System.out.println("Search: " + what + " after "
                + Duration.between(begin, Instant.now()).toMillis() + " ms");
    }

    private static List<String> found(Person person, String word) {
        JsonNode page =
                person.get("/api/v1/search/videos?search=" + word).expect(200).json();
        return Stream.iterate(0, at -> at < page.get("data").size(), at -> at + 1)
                .map(at -> page.get("data").get(at).get("uuid").asString())
                .toList();
    }

    private List<String> foundByGrpc(String word) {
        ManagedChannel door = NettyChannelBuilder.forAddress("127.0.0.1", platform.port(PortName.GRPC))
                .overrideAuthority(main.getAuthority())
                .usePlaintext()
                .build();
        try {
            return SearchServiceGrpc.newBlockingStub(door)
                    .searchVideos(
                            SearchVideosRequest.newBuilder().setSearch(word).build())
                    .getVideosList()
                    .stream()
                    .map(found -> found.getVideo().getId())
                    .toList();
        } finally {
            door.shutdownNow();
        }
    }
}
