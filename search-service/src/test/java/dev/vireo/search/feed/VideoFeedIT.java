package dev.vireo.search.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoState;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.testkit.RestartableServers;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** What the bus tells is what is found, whatever order it comes in and whatever is away meanwhile. */
final class VideoFeedIT {
    @Test
    void followsAVideoThroughItsLife() {
        try (RunningSearchService service = RunningSearchService.start(Map.of());
                TestVideos videos = new TestVideos()) {
            Video.Builder film = TestVideos.video("First name").setState(VideoState.VIDEO_STATE_UPLOADED);
            String id = film.getId();
            videos.tell(film);
            Video other = videos.tell(TestVideos.video("Marker"));
            Eventually.holds(
                    "the marker is found",
                    () -> names(service, "main", other.getId()).contains("Marker"));
            assertThat(names(service, "main", id)).as("not watchable yet").isEmpty();

            videos.tell(film.setRevision(2).setState(VideoState.VIDEO_STATE_PUBLISHED));
            Eventually.holds("it is found", () -> names(service, "main", id).contains("First name"));
            assertThat(names(service, "second", id)).as("at another instance").isEmpty();

            videos.tell(film.setRevision(4).setName("Second name"));
            Eventually.holds(
                    "its new name is found", () -> names(service, "main", id).contains("Second name"));
            videos.tell(film.setRevision(3).setName("Late name"));
            await(service, videos);
            assertThat(names(service, "main", id)).containsExactly("Second name");

            for (Privacy hidden :
                    List.of(Privacy.PRIVACY_PRIVATE, Privacy.PRIVACY_UNLISTED, Privacy.PRIVACY_INTERNAL)) {
                videos.tell(film.setRevision(film.getRevision() + 10).setPrivacy(hidden));
                Eventually.holds(
                        "it is hidden", () -> names(service, "main", id).isEmpty());
                videos.tell(film.setRevision(film.getRevision() + 10).setPrivacy(Privacy.PRIVACY_PUBLIC));
                Eventually.holds("it is back", () -> !names(service, "main", id).isEmpty());
            }

            videos.delete(film.build(), 1_000);
            Eventually.holds("it is gone", () -> names(service, "main", id).isEmpty());
            videos.tell(film.setRevision(999));
            await(service, videos);
            assertThat(names(service, "main", id))
                    .as("an old fact after the end")
                    .isEmpty();
        }
    }

    @Test
    void goesOnAfterPoison() {
        try (RunningSearchService service = RunningSearchService.start(Map.of());
                TestVideos videos = new TestVideos()) {
            String key = UUID.randomUUID().toString();
            videos.send(key, "not a message".getBytes(StandardCharsets.UTF_8));
            await(service, videos);
            Eventually.holds("it is among the dead letters", () -> deadLetters().contains(key));
        }
    }

    @Test
    void answersUnavailableWhileTheIndexIsAwayAndCatchesUp() {
        try (RestartableServers servers = new RestartableServers()) {
            var elasticsearch = servers.elasticsearch();
            try (RunningSearchService service =
                            RunningSearchService.start(Map.of("vireo.index.address", elasticsearch.address()));
                    TestVideos videos = new TestVideos()) {
                await(service, videos);
                elasticsearch.kill9();
                assertThatThrownBy(() -> names(service, "main", "00000000-0000-7000-8000-000000000002"))
                        .isInstanceOfSatisfying(
                                StatusRuntimeException.class,
                                away -> assertThat(away.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
                List<Video> told = new java.util.ArrayList<>();
                for (int number = 0; number < 50; number++) {
                    told.add(videos.tell(TestVideos.video("While away " + number)));
                }
                elasticsearch.start();
                for (Video video : told) {
                    Eventually.holds(video.getName() + " is found", () -> found(service, video.getId()));
                }
            }
        }
    }

    private static void await(RunningSearchService service, TestVideos videos) {
        for (Video marker : videos.tellEverywhere("Marker")) {
            Eventually.holds("a marker is found", () -> found(service, marker.getId()));
        }
    }

    /** Keys of all that were given up. */
    private static Set<String> deadLetters() {
        Set<String> keys = new HashSet<>();
        TopicPartition topic = new TopicPartition("video.v1.search-service.dlt", 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            long end = consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
            while (consumer.position(topic) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(event -> keys.add(event.key()));
            }
        }
        return keys;
    }

    private static boolean found(RunningSearchService service, String id) {
        try {
            return !names(service, "main", id).isEmpty();
        } catch (StatusRuntimeException away) {
            return false;
        }
    }

    private static List<String> names(RunningSearchService service, String instance, String id) {
        return service
                .at(instance)
                .searchVideos(SearchVideosRequest.newBuilder()
                        .setFilter(VideoFilter.newBuilder().addIds(id))
                        .build())
                .getVideosList()
                .stream()
                .map(found -> found.getVideo().getName())
                .toList();
    }
}
