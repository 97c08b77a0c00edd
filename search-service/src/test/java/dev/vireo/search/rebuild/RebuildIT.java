package dev.vireo.search.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.search.v1.FoundVideo;
import dev.vireo.contracts.search.v1.Index;
import dev.vireo.contracts.search.v1.IndexKind;
import dev.vireo.contracts.search.v1.ListIndexesRequest;
import dev.vireo.contracts.search.v1.RebuildIndexRequest;
import dev.vireo.contracts.search.v1.SearchAdminServiceGrpc.SearchAdminServiceBlockingStub;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.VideoFilter;
import dev.vireo.search.Lists;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestChannel;
import dev.vireo.search.TestCluster;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An operator has an index rebuilt while everybody goes on searching. */
final class RebuildIT {
    private static final int THREADS = 3;
    private static final int MANY = 5_000;
    private static final RebuildIndexRequest REBUILD =
            RebuildIndexRequest.newBuilder().setKind(IndexKind.INDEX_KIND_VIDEO).build();

    @Test
    void underLoadNoQueryFailsOrIsWrong() throws Exception {
        try (TestVideos videos = new TestVideos();
                RunningSearchService service = RunningSearchService.start(Map.of("vireo.index-life.keep-old", "1s"));
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            TestChannel channel = new TestChannel().tell(videos, 30);
            Eventually.holds("all is known", () -> sees(service, channel));
            String old = service.cluster().answering().getFirst();
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger answers = new AtomicInteger();
            List<Future<?>> readers = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> read(service, channel, over, answers)))
                    .toList();
            try {
                List<Index> begun = service.admin("root").rebuildIndex(REBUILD).getIndexesList();
                assertThat(begun).extracting(Index::getAnswers).containsExactly(false, true);
                assertThat(service.admin("root").rebuildIndex(REBUILD).getIndexesCount())
                        .as("a second wish changes nothing")
                        .isLessThanOrEqualTo(2);
                Eventually.holds(
                        "the new one is alone",
                        () -> service.cluster().indexes().size() == 1);
                int then = answers.get();
                Eventually.holds("queries go on", () -> answers.get() > then + 20);
            } finally {
                over.set(true);
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
            assertThat(service.cluster().indexes()).doesNotContain(old);
            Eventually.holds("that is seen", () -> state(service).size() == 1);
            assertThat(state(service)).singleElement().satisfies(index -> {
                assertThat(index.getAnswers()).isTrue();
                assertThat(index.getEventsDone()).isPositive();
                assertThat(index.getEventsToDo()).isZero();
                assertThat(index.hasCurrent()).isTrue();
            });
        }
    }

    /** There are so many counts that they take longer than the videos do. */
    @Test
    void theCountsAreThereWhenItAnswers() {
        try (TestVideos videos = new TestVideos();
                RunningSearchService service = RunningSearchService.start(Map.of())) {
            String id = videos.tell(TestVideos.video("Watched")).getId();
            for (int number = 0; number < MANY; number++) {
                videos.watched(UUID.randomUUID().toString(), 1, 1, 1);
                videos.commented(UUID.randomUUID().toString(), 1, 1);
            }
            videos.watchedInTransaction(id, 1, 7, 20_000);
            videos.commented(id, 1, 3);
            Eventually.holds("its counts", () -> counts(service, id).equals(List.of(7L, 3L)));
            List<String> old = service.cluster().answering();
            service.admin("root").rebuildIndex(REBUILD);
            while (service.cluster().answering().equals(old)) {
                service.look();
                assertThat(counts(service, id)).containsExactly(7L, 3L);
            }
            assertThat(counts(service, id)).containsExactly(7L, 3L);
        }
    }

    /** Views and comments. */
    private static List<Long> counts(RunningSearchService service, String id) {
        return service
                .at("main")
                .searchVideos(SearchVideosRequest.newBuilder()
                        .setFilter(VideoFilter.newBuilder().addIds(id))
                        .build())
                .getVideosList()
                .stream()
                .map(FoundVideo::getVideo)
                .flatMap(video -> Stream.of(video.getViews(), video.getComments()))
                .toList();
    }

    private static void read(
            RunningSearchService service, TestChannel channel, AtomicBoolean over, AtomicInteger answers) {
        while (!over.get()) {
            assertThat(Lists.ofChannel(service, channel.name())).hasValue(channel.listed());
            answers.incrementAndGet();
        }
    }

    @Test
    void goesOnWhereItWasWhenTheServiceIsStartedAgain() {
        try (TestVideos videos = new TestVideos();
                RunningSearchService first = RunningSearchService.start(Map.of())) {
            TestChannel channel = new TestChannel().tell(videos, 5);
            Eventually.holds("all is known", () -> sees(first, channel));
            TestCluster cluster = first.cluster();
            String next = cluster.prefix() + "-video-000002";
            cluster.send("PUT", "/_index_template/" + cluster.prefix(), """
                    {"index_patterns":["%s"],"template":{"settings":{"index.blocks.write":true}}}""".formatted(next));
            first.admin("root").rebuildIndex(REBUILD);
            first.stop();
            assertThat(cluster.answering()).isNotEmpty().doesNotContain(next);
            try (RunningSearchService second = first.again(Map.of())) {
                Eventually.holds(
                        "it is seen that writes are refused",
                        () -> state(second).stream().anyMatch(Index::getBlocked));
                assertThat(state(second).getFirst().getEventsToDo()).isPositive();
                assertThat(sees(second, channel)).as("from the old one").isTrue();
                cluster.send("PUT", "/" + next + "/_settings", "{\"index.blocks.write\":null}");
                Eventually.holds(
                        "the new one answers", () -> cluster.answering().equals(List.of(next)));
                assertThat(sees(second, channel)).isTrue();
            }
        }
    }

    @Test
    void isForOperators() {
        try (RunningSearchService service = RunningSearchService.start(Map.of())) {
            for (SearchAdminServiceBlockingStub refused :
                    List.of(service.admin("alice"), service.admin("second", "root"))) {
                assertThatThrownBy(() -> refused.rebuildIndex(REBUILD))
                        .isInstanceOfSatisfying(
                                StatusRuntimeException.class,
                                failure -> assertThat(failure.getStatus().getCode())
                                        .isEqualTo(Status.Code.PERMISSION_DENIED));
            }
            assertThatThrownBy(() -> service.admin("alice").listIndexes(ListIndexesRequest.getDefaultInstance()))
                    .isInstanceOf(StatusRuntimeException.class);
            assertThatThrownBy(() -> service.admin("root").rebuildIndex(RebuildIndexRequest.getDefaultInstance()))
                    .hasMessageContaining("kind");
            assertThat(service.cluster().indexes()).hasSize(1);
        }
    }

    private static boolean sees(RunningSearchService service, TestChannel channel) {
        return Lists.ofChannel(service, channel.name())
                .filter(channel.listed()::equals)
                .isPresent();
    }

    private static List<Index> state(RunningSearchService service) {
        return service.admin("root").listIndexes(ListIndexesRequest.getDefaultInstance()).getIndexesList().stream()
                .filter(index -> index.getKind() == IndexKind.INDEX_KIND_VIDEO)
                .toList();
    }
}
