package dev.vireo.search.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.search.ServiceProcess;
import dev.vireo.search.TestCluster;
import dev.vireo.search.TestVideos;
import dev.vireo.search.document.VideoDocument;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RestartableServers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each part is killed in the middle of ten thousand facts, and the index is the catalogue in the end. */
final class FaultsIT {
    private static final Map<String, Integer> TOPICS = Map.of(
            "video.v1", 4,
            "channel.v1", 1,
            "caption.v1", 1,
            "playlist.v1", 1,
            "remote-video.v1", 1,
            "remote-channel.v1", 1,
            "popularity.v1", 1,
            "companion.v1", 1,
            "comment-count.v1", 1);

    private static final int QUARTER = 2_500;
    private static final int VIDEOS = 1_500;

    private final Random random = new Random(7);
    private final Map<String, Video> catalogue = new LinkedHashMap<>();
    private final Map<String, Long> deleted = new TreeMap<>();

    @Test
    void theIndexIsTheCatalogueInTheEnd() {
        try (RestartableServers servers = new RestartableServers()) {
            var kafka = servers.kafka(TOPICS);
            var elasticsearch = servers.elasticsearch();
            TestCluster cluster = new TestCluster(elasticsearch.address(), "faults");
            try (TestVideos videos = new TestVideos(kafka.bootstrapServers());
                    ServiceProcess service = new ServiceProcess(Map.of(
                            "vireo.kafka.bootstrap-servers",
                            kafka.bootstrapServers(),
                            "vireo.index.address",
                            cluster.address(),
                            "vireo.index.prefix",
                            cluster.prefix(),
                            "vireo.kafka.retry-max",
                            "1s"))) {
                tell(videos);
                Eventually.holds(
                        "something is indexed", () -> !documents(cluster).isEmpty());
                service.killAndStart();
                tell(videos);
                CompletableFuture<Void> told = CompletableFuture.runAsync(() -> tell(videos));
                elasticsearch.kill9();
                elasticsearch.start();
                told.join();
                told = CompletableFuture.runAsync(() -> tell(videos));
                kafka.kill9();
                kafka.start();
                told.join();
                Eventually.holds(
                        "the index is the catalogue", () -> documents(cluster).equals(expected()));
                assertThat(deleted).isNotEmpty();
                assertThat(cluster.indexes()).hasSize(1);
            }
        }
    }

    /** Facts about new and known videos, with old ones that come late and twice. */
    private void tell(TestVideos videos) {
        for (int number = 0; number < QUARTER; number++) {
            if (catalogue.size() < VIDEOS && random.nextInt(3) == 0) {
                put(videos.later(TestVideos.video("Film " + random.nextInt(1_000))));
                continue;
            }
            List<String> ids = List.copyOf(catalogue.keySet());
            Video known = ids.isEmpty() ? null : catalogue.get(ids.get(random.nextInt(ids.size())));
            if (known == null) {
                put(videos.later(TestVideos.video("First")));
            } else {
                change(videos, known);
            }
        }
        videos.flush();
    }

    private void change(TestVideos videos, Video known) {
        switch (random.nextInt(10)) {
            case 0 -> {
                videos.deleteLater(known, known.getRevision() + 1);
                catalogue.remove(known.getId());
                deleted.put(known.getId(), known.getRevision() + 1);
            }
            case 1 -> videos.later(known.toBuilder());
            case 2 ->
                videos.later(known.toBuilder()
                        .setRevision(Math.max(0, known.getRevision() - 1))
                        .setName("Late"));
            case 3 -> put(videos.later(next(known).setPrivacy(Privacy.PRIVACY_PRIVATE)));
            case 4 -> put(videos.later(next(known).setPrivacy(Privacy.PRIVACY_PUBLIC)));
            default -> put(videos.later(next(known).setName("Film " + random.nextInt(1_000))));
        }
    }

    private static Video.Builder next(Video video) {
        return video.toBuilder().setRevision(video.getRevision() + 1);
    }

    private void put(Video video) {
        catalogue.put(video.getId(), video);
    }

    /** Each document in short, by id. */
    private static Map<String, Document> documents(TestCluster cluster) {
        Map<String, Document> found = new TreeMap<>();
        cluster.tried("POST", "/faults-video/_refresh");
        cluster.tried("GET", "/faults-video/_search?size=10000")
                .ifPresent(answer -> answer.path("hits").path("hits").forEach(hit -> {
                    JsonNode source = hit.path("_source");
                    found.put(
                            hit.path("_id").asString(),
                            new Document(
                                    source.path("revision").asLong(),
                                    source.path("gone").asBoolean(),
                                    !source.path("listedAt").isEmpty(),
                                    source.path("name").asString(""),
                                    source.path("snapshot").asString("")));
                }));
        return found;
    }

    private Map<String, Document> expected() {
        Map<String, Document> all = new TreeMap<>();
        deleted.forEach((id, revision) -> all.put(id, new Document(revision, true, false, "", "")));
        catalogue.forEach((id, video) -> {
            VideoDocument document = VideoDocumentMapper.document(video, "");
            all.put(
                    id,
                    new Document(
                            video.getRevision(),
                            false,
                            document.audience().everybody(),
                            document.words().name(),
                            Base64.getEncoder().encodeToString(document.snapshot())));
        });
        return all;
    }

    private record Document(long revision, boolean gone, boolean listed, String name, String snapshot) {}
}
