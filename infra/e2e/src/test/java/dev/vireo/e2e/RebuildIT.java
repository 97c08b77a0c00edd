package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.search.v1.Index;
import dev.vireo.contracts.search.v1.IndexKind;
import dev.vireo.contracts.search.v1.ListIndexesRequest;
import dev.vireo.contracts.search.v1.RebuildIndexRequest;
import dev.vireo.contracts.search.v1.SearchAdminServiceGrpc;
import dev.vireo.contracts.search.v1.SearchAdminServiceGrpc.SearchAdminServiceBlockingStub;
import dev.vireo.local.Platform;
import dev.vireo.local.PortName;
import dev.vireo.testkit.Eventually;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An operator has every index made again, and nobody who searches meanwhile notices. */
final class RebuildIT {
    private static final int SECONDS = 2;
    private static final List<IndexKind> KINDS =
            List.of(IndexKind.INDEX_KIND_VIDEO, IndexKind.INDEX_KIND_CHANNEL, IndexKind.INDEX_KIND_CAPTION);

    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final Clips clips = new Clips(platform.ffmpeg());
    private final Person alice = Person.signedIn(main, "alice");
    private final Person anybody = Person.anonymousAt(main);
    private final String word = "r" + UUID.randomUUID().toString().substring(0, 8);
    private final String spoken = "s" + word;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger answers = new AtomicInteger();

    @Test
    void noQueryFailsOrLacksAnythingWhileTheIndexesAreMadeAgain() throws Exception {
        String unwatched = upload("Unwatched");
        String watched = upload("Watched");
        Videos.watch(anybody, watched, "Browser/1", SECONDS);
        Videos.putCaptions(alice, unwatched, "en", "1\n00:00:00,100 --> 00:00:01,500\nThis is " + spoken + "\n")
                .expect(204);
        List<Runnable> questions = List.of(
                () -> sees("/api/v1/search/videos?sort=-views&search=" + word, List.of(watched, unwatched)),
                () -> sees("/api/v1/videos?sort=-trending&tagsOneOf=" + word, List.of(watched, unwatched)),
                () -> sees("/api/v1/search/videos?search=" + spoken, List.of(unwatched)),
                () -> assertThat(anybody.get("/api/v1/search/video-channels?search=alice")
                                .expect(200)
                                .text())
                        .contains("alice_channel"),
                () -> anybody.get("/api/v1/search/suggestions?search=" + word.substring(0, 4))
                        .expect(200),
                () -> anybody.get("/feeds/videos.xml").expect(200));
        Eventually.until("everything is known", () -> allHold(questions), holds -> holds);

        ManagedChannel door = NettyChannelBuilder.forAddress("127.0.0.1", platform.port(PortName.SEARCH_GRPC))
                .usePlaintext()
                .build();
        try (ExecutorService readers = Executors.newFixedThreadPool(questions.size())) {
            List<Future<?>> reading = questions.stream()
                    .<Future<?>>map(question -> readers.submit(() -> read(question)))
                    .toList();
            try {
                rebuildAll(operator(door));
                int then = answers.get();
                Eventually.until("queries go on", answers::get, now -> now > then + 10 * questions.size());
            } finally {
                over.set(true);
            }
            for (Future<?> reader : reading) {
                reader.get();
            }
            System.out.println("Rebuild: " + answers + " answers, none of them wrong");
        } finally {
            door.shutdownNow();
        }
    }

    /** Until other indexes answer than before. */
    private static void rebuildAll(SearchAdminServiceBlockingStub operator) {
        Map<IndexKind, String> before = answering(operator);
        KINDS.forEach(kind -> operator.rebuildIndex(
                RebuildIndexRequest.newBuilder().setKind(kind).build()));
        Eventually.until(
                "others answer",
                () -> answering(operator),
                now -> KINDS.stream()
                        .allMatch(
                                kind -> now.containsKey(kind) && !now.get(kind).equals(before.get(kind))));
    }

    private void read(Runnable question) {
        while (!over.get()) {
            question.run();
            answers.incrementAndGet();
        }
    }

    private static boolean allHold(List<Runnable> questions) {
        try {
            questions.forEach(Runnable::run);
            return true;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private void sees(String list, List<String> ids) {
        JsonNode page = anybody.get(list).expect(200).json();
        assertThat(page.path("data")
                        .valueStream()
                        .map(video -> video.path("uuid").asString()))
                .as(list)
                .containsExactlyElementsOf(ids);
        assertThat(page.path("total").asInt()).as(list).isEqualTo(ids.size());
    }

    private static Map<IndexKind, String> answering(SearchAdminServiceBlockingStub operator) {
        Map<IndexKind, String> names = new HashMap<>();
        operator.listIndexes(ListIndexesRequest.getDefaultInstance()).getIndexesList().stream()
                .filter(Index::getAnswers)
                .forEach(index -> names.put(index.getKind(), index.getName()));
        return names;
    }

    private SearchAdminServiceBlockingStub operator(ManagedChannel door) {
        Metadata headers = new Metadata();
        Stream.of(
                        Map.entry(
                                "authorization",
                                "Bearer " + Person.signedIn(main, "root").token()),
                        Map.entry("vireo-instance", "main"))
                .forEach(header -> headers.put(
                        Metadata.Key.of(header.getKey(), Metadata.ASCII_STRING_MARSHALLER), header.getValue()));
        return SearchAdminServiceGrpc.newBlockingStub(door)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private String upload(String name) {
        String id = Videos.untilPublished(
                        alice,
                        TusUploads.upload(
                                alice,
                                clips.testPicture(320, 180, 30, SECONDS),
                                Map.of("filename", "r.mp4", "name", name + " " + word)))
                .get("uuid")
                .asString();
        alice.put("/api/v1/videos/" + id, "{\"tags\":[\"" + word + "\"]}").expect(204);
        return id;
    }
}
