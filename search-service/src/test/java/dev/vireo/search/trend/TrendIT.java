package dev.vireo.search.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.popularity.v1.PopularityChanged;
import dev.vireo.testkit.RestartableServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views are counted exactly, whatever happens to the bus and to the one who counts. */
final class TrendIT {
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static RestartableServers servers;
    private static dev.vireo.local.server.KafkaServer kafka;

    @TempDir
    Path folder;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private ToldViews views;
    private HeardPopularity heard;
    private TrendStreams streams;
    private String name;

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
        heard = new HeardPopularity(kafka.bootstrapServers());
        // The same for all tests: their videos differ.
        name = "trend-it";
        streams = counting();
    }

    @AfterEach
    void stop() {
        streams.stop();
        heard.close();
        views.close();
    }

    private TrendStreams counting() {
        return TestStreams.counting(kafka.bootstrapServers(), name, folder, metrics);
    }

    @Test
    void aViewerCountsOnceHoweverOftenHeWatches() {
        UUID film = UUID.randomUUID();
        UUID glanced = UUID.randomUUID();
        UUID marker = UUID.randomUUID();
        long now = System.currentTimeMillis();
        for (int time = 0; time < 5; time++) {
            for (int viewer = 0; viewer < 3; viewer++) {
                views.watch(film, viewer, now);
            }
            views.at(glanced, 1, time * 5, now);
        }
        views.send(film.toString(), new byte[] {1, 2, 3}, now);
        views.watch(marker, 1, now);
        PopularityChanged counts = heard.until(film, told -> told.getViews() == 3);
        assertThat(counts.getViewsLastDay()).isEqualTo(3);
        assertThat(counts.getViewsLastWeek()).isEqualTo(3);
        heard.until(marker, told -> told.getViews() == 1);
        assertThat(heard.knows(glanced)).as("20 of 30 seconds").isFalse();
        assertThat(metrics.get("vireo.views")
                        .tag("outcome", "malformed")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void repeatedAndShuffledFactsAddNothing() {
        UUID film = UUID.randomUUID();
        long now = System.currentTimeMillis();
        List<Integer> positions =
                IntStream.rangeClosed(0, 8).mapToObj(step -> step * 5).toList();
        for (int viewer = 0; viewer < 20; viewer++) {
            List<Integer> shuffled = new java.util.ArrayList<>(positions.subList(1, positions.size()));
            java.util.Collections.shuffle(shuffled, new java.util.Random(viewer));
            int who = viewer;
            views.at(film, who, 0, now);
            shuffled.forEach(second -> {
                views.at(film, who, second, now);
                views.at(film, who, second, now);
            });
        }
        heard.until(film, told -> told.getViews() == 20);
        views.watch(film, 99, now);
        heard.until(film, told -> told.getViews() == 21);
    }

    @Test
    void lateViewsCountInTheirOwnTimeUnlessTheirWindowIsOver() {
        UUID film = UUID.randomUUID();
        long now = System.currentTimeMillis();
        views.watch(film, 1, now);
        views.watch(film, 1, now - 24 * HOUR);
        views.watch(film, 2, now - 72 * HOUR);
        views.watch(film, 3, now + HOUR / 2);
        PopularityChanged counts = heard.until(film, told -> told.getViews() == 3);
        assertThat(counts.getViewsLastDay()).isEqualTo(2);
        assertThat(counts.getViewsLastWeek()).isEqualTo(3);
        assertThat(metrics.get("vireo.views").tag("outcome", "late").counter().count())
                .isEqualTo(2);
    }

    @Test
    void recentViewsTrendMore() {
        UUID old = UUID.randomUUID();
        UUID recent = UUID.randomUUID();
        long now = System.currentTimeMillis();
        for (int viewer = 0; viewer < 3; viewer++) {
            views.watch(old, viewer, now - 20 * HOUR);
            if (viewer < 2) {
                views.watch(recent, viewer, now);
            }
        }
        double before = heard.until(old, told -> told.getViews() == 3).getTrending();
        assertThat(heard.until(recent, told -> told.getViews() == 2).getTrending())
                .isGreaterThan(before);
    }

    /** Closed and begun again, with its state and without, and with the bus killed in between. */
    @Test
    void countsStayExactThroughRestarts() throws IOException {
        List<UUID> films = Stream.generate(UUID::randomUUID).limit(10).toList();
        long now = System.currentTimeMillis();
        tell(films, 0, 300, now);
        heard.until(films.getFirst(), told -> told.getViews() > 0);

        streams.stop();
        tell(films, 200, 600, now);
        streams = counting();
        heard.until(films.getFirst(), told -> told.getViews() > 300);

        streams.stop();
        wipe(folder);
        tell(films, 500, 900, now);
        streams = counting();
        heard.until(films.getFirst(), told -> told.getViews() > 600);

        kafka.kill9();
        kafka.start();
        tell(films, 800, 1_200, now);
        for (UUID film : films) {
            heard.until(film, told -> told.getViews() == 1_200);
        }
        tell(films, 0, 1_201, now);
        for (UUID film : films) {
            heard.until(film, told -> told.getViews() == 1_201);
        }
    }

    private void tell(List<UUID> films, int from, int until, long now) {
        for (int viewer = from; viewer < until; viewer++) {
            for (UUID film : films) {
                views.watch(film, viewer, now);
            }
        }
        views.flush();
    }

    private static void wipe(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
