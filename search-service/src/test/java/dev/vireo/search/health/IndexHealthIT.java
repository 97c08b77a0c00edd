package dev.vireo.search.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.search.Lists;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestCluster;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RestartableServers;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees, and a viewer does not, when the cluster is not well. */
final class IndexHealthIT {
    @Test
    void tellsOfAReadOnlyIndexWhichAnswersNoLongerThanItMay() {
        try (RestartableServers servers = new RestartableServers()) {
            var elasticsearch = servers.elasticsearch();
            try (RunningSearchService service = RunningSearchService.start(Map.of(
                            "vireo.index.address",
                            elasticsearch.address(),
                            "vireo.index-life.stale-after",
                            "3s",
                            "vireo.kafka.retry-max",
                            "500ms"));
                    TestVideos videos = new TestVideos()) {
                String channel = "channel_" + UUID.randomUUID().toString().substring(0, 8);
                Video.Builder film = TestVideos.video("To be hidden");
                film.getChannelBuilder().setName(channel);
                videos.tell(film);
                Eventually.holds(
                        "it is listed",
                        () -> Lists.ofChannel(service, channel)
                                .filter(Set.of(film.getId())::equals)
                                .isPresent());
                Eventually.holds("all is well", () -> is(service, "UP"));
                assertThat(health(service).findValue("cluster").asString()).isIn("GREEN", "YELLOW");
                assertThat(service.metrics())
                        .contains("vireo_index_behind{", "vireo_index_cluster", "vireo_index_answers{");

                becomesReadOnlyAndIsMended(service, videos, film);
            }
        }
    }

    private static void becomesReadOnlyAndIsMended(
            RunningSearchService service, TestVideos videos, Video.Builder film) {
        TestCluster cluster = service.cluster();
        block(cluster, "true");
        videos.tell(film.setRevision(2).setPrivacy(Privacy.PRIVACY_PRIVATE));
        // A server whose disk has room takes the block away now and then.
        Eventually.holds("it is not answered any more", () -> {
            block(cluster, "true");
            return Lists.ofChannel(service, film.getChannel().getName()).isEmpty();
        });
        Eventually.holds("it is said that nothing can be written", () -> {
            block(cluster, "true");
            return is(service, "DOWN") && health(service).findValue("readOnly").asBoolean();
        });
        assertThat(service.get("/actuator/health/readiness")).contains("UP");

        block(cluster, "null");
        Eventually.holds(
                "it is answered again, without what was hidden",
                () -> Lists.ofChannel(service, film.getChannel().getName())
                        .filter(Set.of()::equals)
                        .isPresent());
        Eventually.holds("all is well again", () -> is(service, "UP"));
    }

    @Test
    void tellsThatTheClusterIsAwayAndThatItIsBack() {
        try (RestartableServers servers = new RestartableServers()) {
            var elasticsearch = servers.elasticsearch();
            try (RunningSearchService service =
                    RunningSearchService.start(Map.of("vireo.index.address", elasticsearch.address()))) {
                Eventually.holds("all is well", () -> is(service, "UP"));
                Eventually.holds(
                        "the index of this version answers",
                        () -> service.get("/actuator/health/filled").contains("\"status\":\"UP\""));
                elasticsearch.kill9();
                Eventually.holds(
                        "it is away",
                        () -> is(service, "DOWN")
                                && health(service)
                                        .findValue("cluster")
                                        .asString()
                                        .equals("AWAY"));
                elasticsearch.start();
                Eventually.holds("all is well again", () -> is(service, "UP"));
            }
        }
    }

    private static void block(TestCluster cluster, String value) {
        cluster.send(
                "PUT",
                "/" + cluster.answering().getFirst() + "/_settings",
                "{\"index.blocks.read_only_allow_delete\":" + value + "}");
    }

    private static boolean is(RunningSearchService service, String status) {
        return health(service).path("status").asString().equals(status);
    }

    private static JsonNode health(RunningSearchService service) {
        return new JsonMapper()
                .readTree(service.get("/actuator/health"))
                .path("components")
                .path("index");
    }
}
