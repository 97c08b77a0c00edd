package dev.vireo.search.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.testkit.RestartableServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several viewers watched on one day is told, and nothing that one or two did. */
final class TogetherIT {
    private static RestartableServers servers;
    private static dev.vireo.local.server.KafkaServer kafka;

    @TempDir
    Path folder;

    private final long now = System.currentTimeMillis();
    private final UUID film = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID marker = UUID.randomUUID();
    private ToldViews views;
    private HeardPopularity counts;
    private HeardCompanions heard;
    private TrendStreams streams;

    @BeforeAll
    static void startTheBus() {
        servers = new RestartableServers();
        kafka = servers.kafka(Map.of("view.v1", 2, "popularity.v1", 2, "companion.v1", 2));
    }

    @AfterAll
    static void stopTheBus() {
        servers.close();
    }

    @BeforeEach
    void start() {
        views = new ToldViews(kafka.bootstrapServers());
        counts = new HeardPopularity(kafka.bootstrapServers());
        heard = new HeardCompanions(kafka.bootstrapServers());
        streams = counting(folder);
    }

    @AfterEach
    void stop() {
        streams.stop();
        heard.close();
        counts.close();
        views.close();
    }

    private static TrendStreams counting(Path folder) {
        return TestStreams.counting(kafka.bootstrapServers(), "together-it", folder, new SimpleMeterRegistry());
    }

    @Test
    void whatThreeViewersWatchedIsToldOfBothVideos() {
        for (int viewer = 0; viewer < 3; viewer++) {
            watch(viewer, now, viewer == 1 ? List.of(other, film) : List.of(film, other));
        }
        heard.until(film, List.of(other)::equals);
        heard.until(other, List.of(film)::equals);
    }

    @Test
    void whatTwoViewersDidIsNotToldHoweverOftenTheyDoIt() {
        for (int time = 0; time < 3; time++) {
            for (int viewer = 10; viewer < 12; viewer++) {
                watch(viewer, now, List.of(film, other));
            }
        }
        afterThat(2, List.of(10, 11, 12));
        assertThat(heard.of(film)).containsExactly(marker);
        assertThat(heard.of(other)).isEmpty();
    }

    /** They have other names on the other day, so that they may be the same two. */
    @Test
    void viewersOfTwoDaysAreNotAddedUp() {
        long yesterday = now - Duration.ofDays(1).toMillis();
        watch(20, now, List.of(film, other));
        watch(21, now, List.of(film, other));
        watch(22, yesterday, List.of(film, other));
        watch(23, yesterday, List.of(film, other));
        afterThat(4, List.of(20, 21, 24));
        assertThat(heard.of(film)).containsExactly(marker);
        watch(24, now, List.of(other));
        heard.until(film, told -> told.contains(other));
    }

    @Test
    void whoWatchesALotSaysLittle() {
        // In one partition, so that they are counted in their order.
        List<UUID> films = Stream.generate(UUID::randomUUID)
                .filter(id -> (Utils.murmur2(id.toString().getBytes(StandardCharsets.US_ASCII)) & 1) == 0)
                .limit(80)
                .toList();
        for (UUID one : films) {
            for (int robot = 30; robot < 33; robot++) {
                watch(robot, now, List.of(one));
            }
        }
        assertThat(heard.until(films.getFirst(), told -> told.size() >= 10))
                .containsExactlyInAnyOrderElementsOf(films.subList(1, 11));
        assertThat(heard.until(films.get(49), told -> told.size() >= 10))
                .containsExactlyInAnyOrderElementsOf(films.subList(39, 49));
        counts.until(films.getLast(), told -> told.getViews() == 3);
        for (int viewer = 33; viewer < 36; viewer++) {
            watch(viewer, now, List.of(films.get(50), marker));
        }
        assertThat(heard.until(films.get(50), told -> !told.isEmpty()))
                .as("the fiftieth video of a viewer is the last that says anything")
                .containsExactly(marker);
    }

    @Test
    void nothingIsLostOrAddedThroughRestarts(@TempDir Path empty) {
        watch(40, now, List.of(film, other));
        watch(41, now, List.of(film));
        counts.until(film, told -> told.getViews() == 2);
        streams.stop();
        watch(41, now, List.of(other, film));
        kafka.kill9();
        kafka.start();
        // With nothing but what the bus has.
        streams = counting(empty);
        watch(40, now, List.of(film, other));
        afterThat(2, List.of(40, 41, 42));
        assertThat(heard.of(film)).containsExactly(marker);
        watch(42, now, List.of(other));
        heard.until(film, told -> told.contains(other));
        heard.until(other, told -> told.contains(film));
    }

    private void watch(int viewer, long time, List<UUID> films) {
        films.forEach(one -> views.watch(one, viewer, time));
        views.flush();
    }

    /**
     * Waits until all pairs of both videos are taken: when a marker that the same viewers watch later is a companion, what
     * they watched before was taken.
     */
    private void afterThat(int viewsSoFar, List<Integer> viewers) {
        counts.until(film, told -> told.getViews() == viewsSoFar);
        counts.until(other, told -> told.getViews() == viewsSoFar);
        viewers.forEach(viewer -> watch(viewer, now, List.of(film)));
        viewers.forEach(viewer -> watch(viewer, now, List.of(marker)));
        heard.until(film, told -> told.contains(marker));
    }
}
